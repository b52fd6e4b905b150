using System;
using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Build.Manifests.Facts;
using DataEngAnalyzers.Build.Manifests.Text;

namespace DataEngAnalyzers.Build.Manifests.Dbt;

/// <summary>Reads the columns of a source's table or a model, with their constraints and tests.</summary>
internal static class Columns
{
    /// <param name="owner">The table or model, whose own constraints and tests count, too.</param>
    /// <param name="columns">Its columns.</param>
    /// <param name="dataset">Takes them.</param>
    public static void Read(Node owner, IEnumerable<Node> columns, DatasetFact dataset)
    {
        var keys = Constrained(owner, "primary_key");
        var required = Constrained(owner, "not_null");
        foreach (var column in columns)
        {
            if (column.Member("name") is { IsScalar: true } name && DbtText.Literal(name.Value) is { Length: > 0 } text && !IsNested(text))
                Read(column, name, keys.Contains(text) || required.Contains(text), dataset);
        }

        foreach (var key in owner.List("constraints").Where(constraint => constraint.Text("type") is "primary_key" or "unique"))
        {
            if (key.List("columns") is { Count: > 0 } names && names.All(name => name.IsScalar))
                dataset.Checks.Add(new CheckFact(key.Spot, CheckKinds.Unique, [.. names.Select(name => name.Value)]));
        }

        DataTests.Read(owner, null, dataset.Checks);
    }

    private static void Read(Node column, Node name, bool isRequired, DatasetFact dataset)
    {
        var type = DbtText.Literal(column.Text("data_type"));
        var constraints = column.List("constraints").Select(constraint => constraint.Text("type")).ToList();
        var isKey = constraints.Contains("primary_key");
        isRequired |= isKey || constraints.Contains("not_null");
        dataset.Details.TryGetValue("adapter", out var adapter);
        dataset.Columns.Add(new ColumnFact(name.Spot, name.Value, type, SqlTypes.FamilyOf(type, adapter ?? string.Empty), isRequired ? false : null));
        if (isKey || constraints.Contains("unique"))
            dataset.Checks.Add(new CheckFact(name.Spot, CheckKinds.Unique, [name.Value]));
        DataTests.Read(column, name, dataset.Checks);
    }

    private static HashSet<string> Constrained(Node owner, string type) => new(
        owner.List("constraints").Where(constraint => constraint.Text("type") == type).SelectMany(constraint => constraint.List("columns")).Select(column => column.Value),
        StringComparer.OrdinalIgnoreCase);

    // A field of a column that is a structure is no column of the table.
    private static bool IsNested(string name) => name.IndexOf('.') >= 0;
}
