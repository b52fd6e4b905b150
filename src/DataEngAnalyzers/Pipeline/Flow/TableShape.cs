using System.Collections.Immutable;
using System.Linq;
using DataEngAnalyzers.Catalog;

namespace DataEngAnalyzers.Pipeline;

/// <summary>All columns of a table in the order of the database, also those whose values it makes.</summary>
internal static class TableShape
{
    /// <summary>The columns; empty when no DDL or migration shows them. A model of entities does not say in which order they stand.</summary>
    public static ImmutableArray<string> Of(Dataset table, PipelineContext context) =>
        context.Catalog.Find(table) is { Origin.Source: FactSource.Migrations or FactSource.Scripts or FactSource.Code } found ? found.Columns.Select(column => column.Name).ToImmutableArray() : ImmutableArray<string>.Empty;
}
