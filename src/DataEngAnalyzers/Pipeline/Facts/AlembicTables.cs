using System;
using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Catalog;
using DataEngAnalyzers.Manifests;

namespace DataEngAnalyzers.Pipeline;

/// <summary>Compares what the code does to tables with what Alembic's revisions have made of them.</summary>
internal static class AlembicTables
{
    /// <summary>
    /// The tables of Alembic that a migration changes, each once. Where the migrations of the project make the table, only the one that
    /// makes it counts.
    /// </summary>
    public static IEnumerable<(MigrationStep Step, DeclaredDataset Declared)> TablesOfAlembic(this Migration migration)
    {
        var catalog = migration.Context.Manifests;
        if (catalog.IsEmpty || migration.IsRevision)
            yield break;

        var seen = new HashSet<DeclaredDataset>();
        foreach (var step in migration.Steps)
        {
            if (step is { Change.Kind: not SchemaStepKind.Other, Table: { } table }
                && catalog.Find(table, DatasetRole.AlembicTable) is { } declared
                && (step.Change.Kind == SchemaStepKind.CreateTable || migration.Context.Catalog.Find(table) is not { Origin.Source: FactSource.Migrations or FactSource.Scripts })
                && seen.Add(declared))
                yield return (step, declared);
        }
    }

    /// <summary>The columns that every row needs since some revision, and that a write of rows leaves out. SQL out of sight may have given them a default.</summary>
    public static IEnumerable<(DataOperation Write, RevisionStep Added)> RequiredColumnsLeftOut(this Stage stage)
    {
        var catalog = stage.Context.Manifests;
        if (catalog.IsEmpty)
            yield break;

        foreach (var write in stage.Writes)
        {
            if (write.Mode is WriteMode.Unknown || catalog.Find(write.Dataset, DatasetRole.AlembicTable) is not { } table || !table.Values.Is("known") || RequiredSince(table, catalog.Facts) is not { Count: > 0 } required)
                continue;

            var flow = stage.FlowInto(write);
            if (flow.Columns.IsEmpty || !flow.Gaps.IsEmpty || flow.Columns.Any(column => column.Column is null))
                continue;
            foreach (var added in required.Where(added => !flow.Columns.Any(column => Same(column.Column, added.Column))))
                yield return (write, added);
        }
    }

    private static List<RevisionStep> RequiredSince(DeclaredDataset table, ManifestFacts facts) => facts.RevisionSteps
        .Where(step => step.Kind == RevisionStepKind.AddColumn && step.Values.Is("nullable", "no") && !step.Values.Is("default") && Same(step.FullName, table.FullName))
        .Where(step => table.Column(step.Column!) is { IsNullable: false } && !table.Removed.Any(gone => Same(gone.Name, step.Column)))
        .ToList();

    private static bool Same(string? one, string? other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
