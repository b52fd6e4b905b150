using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DataEngAnalyzers.Catalog;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Pipeline;

/// <summary>How a migration is taken back.</summary>
internal enum WayBack
{
    /// <summary>Something is done, or nobody knows.</summary>
    Some,

    /// <summary>The library finds it, or the author has said that there is none.</summary>
    Settled,

    /// <summary>Nothing is done.</summary>
    Empty,

    /// <summary>It throws.</summary>
    Throws,
}

/// <summary>The way up of a migration: in C#, in a numbered script, or a revision of Alembic.</summary>
/// <param name="Name">The class or the file.</param>
/// <param name="Symbol">What findings in it belong to.</param>
/// <param name="NameLocation">Where findings about the whole of it stand.</param>
/// <param name="Steps">What it does, in order.</param>
/// <param name="Context">What all code of the compilation shares.</param>
internal sealed record Migration(string Name, string Symbol, Location NameLocation, ImmutableArray<MigrationStep> Steps, PipelineContext Context)
{
    public WayBack WayBack { get; init; }

    /// <summary>It is a revision of Alembic.</summary>
    public bool IsRevision { get; init; }

    /// <summary>The steps that change tables which were there before: in a new one there are no rows and no readers.</summary>
    public IEnumerable<MigrationStep> Changes
    {
        get
        {
            var created = new List<TableName>();
            foreach (var step in Steps)
            {
                if (step.Change is not { } change)
                    continue;
                if (change is { Kind: SchemaStepKind.CreateTable, Table: { } table })
                    created.Add(table);
                else if ((change.Table is null || !created.Any(change.Table.Meets)) && !TakesBack(step))
                    yield return step;
                if (change is { Kind: SchemaStepKind.RenameTable, Table: { } old, NewTable: { } renamed } && created.Any(old.Meets))
                    created.Add(old.RenamedTo(renamed));
            }
        }
    }

    // A column that is renamed or dropped by the migration that adds it: nobody ever asked for it under that name.
    private bool TakesBack(MigrationStep step) =>
        step.Change is { Kind: SchemaStepKind.RenameColumn or SchemaStepKind.DropColumn, Column: { } column, Table: { } table }
        && Before(step).Any(earlier => earlier.Change is { Kind: SchemaStepKind.AddColumn, Column: { } added, Table: { } grown } && table.Meets(grown) && string.Equals(added.Name, column.Name, StringComparison.OrdinalIgnoreCase));

    /// <summary>What is done before a step.</summary>
    public IEnumerable<MigrationStep> Before(MigrationStep later) => Steps.TakeWhile(step => step != later);

    /// <summary>The code of the compilation that uses what a step takes away.</summary>
    public SchemaUses UsesOf(MigrationStep step) => SchemaUses.Of(step, this);
}
