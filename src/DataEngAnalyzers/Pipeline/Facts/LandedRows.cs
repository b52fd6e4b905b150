using System;
using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Catalog;

namespace DataEngAnalyzers.Pipeline;

/// <summary>A table that keeps rows as they came, and has no column that says where they came from.</summary>
/// <param name="Write">The first write that lands them.</param>
/// <param name="Source">What they are read from.</param>
/// <param name="Table">The table, with all its columns.</param>
internal sealed record LandedRows(DataOperation Write, DataOperation Source, CatalogTable Table);

/// <summary>Finds landing tables without provenance. Tables whose columns are not all known may have it: the database can fill it in.</summary>
internal static class LandingTables
{
    private static readonly HashSet<string> LandingWords = new(StringComparer.Ordinal) { "raw", "bronze", "landing" };

    private static readonly HashSet<string> StagingWords = new(StringComparer.Ordinal) { "stg", "staging", "stage" };

    public static IEnumerable<LandedRows> LandedWithoutProvenance(this Stage stage) => stage.Writes
        .Where(write => write is { Dataset: { Kind: DatasetKind.Table, IsTemporary: false } table, Around.InHandler: false } && stage.Moves(write) && DataFiles.LandsRows(write) && Keeps(stage, table))
        .GroupBy(write => write.Dataset!.Name)
        .Select(writes => Of(stage, writes.First()))
        .OfType<LandedRows>();

    private static LandedRows? Of(Stage stage, DataOperation write) =>
        stage.OutsideSourceOf(write) is { } source
        && stage.Context.Catalog.Find(write.Dataset!) is { Columns.IsEmpty: false } table
        && !table.Columns.Any(column => stage.Context.Options.ProvenanceColumns.Any(pattern => Wildcard.Matches(pattern, column.Name)))
            ? new LandedRows(write, source, table)
            : null;

    // Rows of a staging table that the run clears are only on their way.
    private static bool Keeps(Stage stage, Dataset table) =>
        NameWords.Any(table.Name, LandingWords)
        || NameWords.Any(table.Name, StagingWords) && !stage.Run.MayHold(clearing => Clears(clearing) && table.Matches(clearing.Dataset));

    private static bool Clears(DataOperation operation) => operation.Action is DataAction.Delete or DataAction.ChangeSchema || operation.Mode == WriteMode.Replace;
}
