using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;

namespace DataEngAnalyzers.Sql.Tests.Judges.DuckDb;

/// <summary>How DuckDB would run a statement.</summary>
/// <param name="Operator">What is done in the end.</param>
/// <param name="Scanned">Tables, each as often as it is scanned.</param>
internal sealed record DuckDbPlan(string Operator, IReadOnlyList<string> Scanned);

/// <summary>The tables a statement reads: of a query out of its syntax tree, of a write out of its plan.</summary>
internal static class DuckDbReads
{
    public static IReadOnlyList<string>? OfQuery(DuckDbDatabase database, string sql)
    {
        var trees = database.Texts($"SELECT json_serialize_sql('{sql.Replace("'", "''")}')");
        if (trees.Count != 1)
            return null;

        using var tree = JsonDocument.Parse(trees[0]);
        if (tree.RootElement.GetProperty("error").GetBoolean())
            return null;

        var nodes = Descendants(tree.RootElement).ToList();
        var commonTables = nodes.SelectMany(KeysOfMap).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. nodes.Where(n => Text(n, "type") == "BASE_TABLE")
            .Select(n => string.Join('.', new[] { Text(n, "catalog_name"), Text(n, "schema_name"), Text(n, "table_name") }.Where(p => p.Length > 0)))
            .Where(t => !commonTables.Contains(t))
            .Distinct()];
    }

    public static DuckDbPlan? OfPlan(DuckDbDatabase database, string sql)
    {
        // DuckDB 1.5 crashes on the plan of an upsert that returns rows.
        if (ReturnsRows(sql))
            return null;

        var plans = database.Texts($"EXPLAIN (FORMAT JSON) {sql}");
        if (plans.Count != 1)
            return null;

        using var plan = JsonDocument.Parse(plans[0]);
        var tables = Descendants(plan.RootElement).Select(n => Text(n, "Table")).Where(t => t.Length > 0);
        return new DuckDbPlan(Text(plan.RootElement[0], "name"), [.. tables.Select(DuckDbDatabase.Shown)]);
    }

    /// <summary>A write with RETURNING, which counts no changed rows.</summary>
    public static bool ReturnsRows(string sql) => sql.Contains("RETURNING", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string> KeysOfMap(JsonElement node) =>
        node.TryGetProperty("cte_map", out var map) ? map.GetProperty("map").EnumerateArray().Select(e => Text(e, "key")) : [];

    private static string Text(JsonElement node, string property) =>
        node.TryGetProperty(property, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString()! : "";

    // Every object in the document, without recursion.
    private static IEnumerable<JsonElement> Descendants(JsonElement root)
    {
        var open = new Stack<JsonElement>([root]);
        while (open.TryPop(out var element))
        {
            if (element.ValueKind is JsonValueKind.Object)
                yield return element;

            IEnumerable<JsonElement> children = element.ValueKind switch
            {
                JsonValueKind.Object => element.EnumerateObject().Select(p => p.Value),
                JsonValueKind.Array => element.EnumerateArray(),
                _ => [],
            };
            foreach (var child in children)
                open.Push(child);
        }
    }
}
