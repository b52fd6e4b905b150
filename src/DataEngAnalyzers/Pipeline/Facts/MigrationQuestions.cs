using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Catalog;

namespace DataEngAnalyzers.Pipeline;

/// <summary>What the schema rules ask a migration.</summary>
internal static class MigrationQuestions
{
    /// <summary>The steps after which rows, or what code relies on, are gone.</summary>
    public static IEnumerable<MigrationStep> Drops(this Migration migration) => migration.Changes.Where(step =>
        step.Change is { Kind: SchemaStepKind.DropColumn or SchemaStepKind.DropTable or SchemaStepKind.DropSchema or SchemaStepKind.DropDatabase });

    /// <summary>The columns that become NOT NULL without a value that somebody chose for the rows that are there.</summary>
    public static IEnumerable<MigrationStep> NewRequirements(this Migration migration) => migration.Changes.Where(step =>
        step.Change is { Column: { IsNullable: false, IsGenerated: false }, Default: not ColumnDefault.Chosen } change
        && (change.Kind == SchemaStepKind.AddColumn || (change.Kind == SchemaStepKind.AlterColumn && (change.WasNullable ?? migration.Context.Catalog.Before(change.Where)?.IsNullable) != false)));

    /// <summary>True when rows are updated in the changed table earlier in the same migration.</summary>
    public static bool IsBackfilledBefore(this Migration migration, MigrationStep change) =>
        migration.Before(change).Any(earlier => earlier.IsBackfill && change.Table is { } table && table.Matches(earlier.Rows));
}
