using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Catalog;
using DataEngAnalyzers.Pipeline;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Catalog;

/// <summary>Prints what the catalog knows of a table: its source, then a column or key a line.</summary>
internal static class CatalogText
{
    /// <summary>Compares the printed table; the empty text stands for a table nobody knows.</summary>
    public static void Shows(string expected, Code code, string table) => Assert.Equal(expected.ReplaceLineEndings("\n"), Of(code, table));

    public static string Of(Code code, string table) =>
        code.Context.Catalog.Find(new Dataset(DatasetKind.Table, table)) is { } found ? string.Join("\n", Lines(found)) : string.Empty;

    private static IEnumerable<string> Lines(CatalogTable table)
    {
        yield return $"{table.Name} ({table.Origin.Source})";
        foreach (var column in table.Columns)
            yield return $"  {column.Name} {column.Type ?? "?"}{(column.IsNullable switch { true => " null", false => " not null", null => "" })}{(column.HasDefault ? " default" : "")}{(column.IsGenerated ? " generated" : "")}";
        foreach (var key in table.Keys)
            yield return $"  {(key.IsPrimary ? "primary" : "unique")} ({string.Join(", ", key.Columns)})";
    }
}
