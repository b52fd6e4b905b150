using System;
using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Build.Manifests.Facts;
using DataEngAnalyzers.Build.Manifests.Gx;
using DataEngAnalyzers.Build.Manifests.Text;

namespace DataEngAnalyzers.Build.Manifests.Dbt;

/// <summary>
/// Reads dbt's data tests: under <c>data_tests</c>, or <c>tests</c> before 1.8, with arguments beside the name, or under
/// <c>arguments</c> since 1.10.5.
/// </summary>
internal static class DataTests
{
    private const string ExpectationsPackage = "dbt_expectations.";

    /// <param name="owner">A column, or the table or model itself.</param>
    /// <param name="column">The column's name where the owner is one.</param>
    /// <param name="checks">Takes what is tested.</param>
    public static void Read(Node owner, Node? column, List<CheckFact> checks)
    {
        foreach (var test in owner.List("data_tests").Concat(owner.List("tests")))
        {
            var name = NameOf(test, out var body);
            if (name is not null && !IsPartial(body))
                Read(name, body?.Member("arguments") ?? body, column, checks);
        }
    }

    /// <summary>A test whose name and arguments are known.</summary>
    /// <param name="name">With its package: <c>dbt_utils.accepted_range</c>.</param>
    /// <param name="arguments">By name.</param>
    /// <param name="column">The column's name where it tests one.</param>
    /// <param name="checks">Takes what is tested.</param>
    public static void Read(Node name, Node? arguments, Node? column, List<CheckFact> checks)
    {
        if (name.Value.StartsWith(ExpectationsPackage, StringComparison.Ordinal))
        {
            ExpectationChecks.Read(name.Value.Substring(ExpectationsPackage.Length), WithColumn(arguments, column, name.Spot), name.Spot, checks);
            return;
        }

        var target = column ?? arguments?.Member("column_name");
        if (name.Value is "unique_combination_of_columns" or "dbt_utils.unique_combination_of_columns")
        {
            if (arguments?.List("combination_of_columns") is { Count: > 0 } columns && columns.All(item => item.IsScalar))
                checks.Add(new CheckFact(name.Spot, CheckKinds.Unique, [.. columns.Select(item => item.Value)]));
        }
        else if (target is { IsScalar: true } && DbtText.Literal(target.Value) is { Length: > 0 } text && Check(name, arguments, text) is { } check)
        {
            checks.Add(check);
        }
    }

    /// <summary>Whether a test is of some rows, or none: it says nothing of every row.</summary>
    public static bool IsPartial(Node? body) =>
        body is not null && (body.Property("where") is { Kind: not NodeKind.Null } || DbtText.IsDisabled(body));

    private static Node? NameOf(Node test, out Node? body)
    {
        body = null;
        if (test.IsScalar)
            return test;
        if (test.Member("test_name") is { } named)
        {
            body = test;
            return named;
        }

        if (test.Entries.Count == 0)
            return null;
        body = test.Entries[0].Value;
        return Node.Scalar(NodeKind.Text, test.Entries[0].Spot, test.Entries[0].Key);
    }

    private static CheckFact? Check(Node name, Node? arguments, string column)
    {
        return name.Value switch
        {
            "not_null" => Of(CheckKinds.NotNull),
            "unique" => Of(CheckKinds.Unique),
            "accepted_values" when arguments?.Member("values") is { Kind: NodeKind.List } values && values.Items.All(item => item.IsScalar) =>
                Of(CheckKinds.Accepted, [.. values.Items.Select(item => item.Value)]),
            "relationships" => Of(CheckKinds.Relationship, arguments?.Text("to") ?? string.Empty, arguments?.Text("field") ?? string.Empty),
            "dbt_utils.accepted_range" => Of(CheckKinds.Range, Bound("min_value"), Bound("max_value"), Strict(), Strict()),
            "dbt_utils.not_empty_string" => Of(CheckKinds.Length, "1", string.Empty),
            _ => null,
        };

        CheckFact Of(string kind, params string[] values) => new(name.Spot, kind, [column], values);

        string Bound(string bound) => DbtText.Literal(arguments?.Text(bound));

        string Strict() => arguments?.Flag("inclusive") == false ? "yes" : "no";
    }

    private static Node WithColumn(Node? arguments, Node? column, Spot spot)
    {
        var entries = new List<Entry>(arguments?.Entries ?? []);
        if (column is not null)
            entries.Add(new Entry("column", column.Spot, column));
        return Node.Map(spot, entries, entries.Count);
    }
}
