using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DataEngAnalyzers.Build.Manifests.Facts;
using DataEngAnalyzers.Build.Manifests.Text;

namespace DataEngAnalyzers.Build.Manifests.Gx;

/// <summary>What an expectation and its arguments check. The dbt package of the same expectations shares it.</summary>
internal static class ExpectationChecks
{
    private static readonly string[] NamesOfOne = ["column", "column_A", "column_B"];

    /// <param name="type">The expectation.</param>
    /// <param name="arguments">Its arguments by name.</param>
    /// <param name="spot">Where the expectation stands.</param>
    /// <param name="checks">Takes what is checked.</param>
    public static void Read(string type, Node? arguments, Spot spot, List<CheckFact> checks)
    {
        if (arguments is null)
            return;
        foreach (var column in NamesOfOne.Select(arguments.Member).Where(IsName))
            AddOne(type, arguments, column!, checks);
        if (!IsConditional(arguments))
            AddMany(type, arguments, spot, checks);
        else
            checks.AddRange(ListOf(arguments, "column_list").Concat(ListOf(arguments, "column_set")).Select(Exists));
    }

    private static void AddOne(string type, Node arguments, Node column, List<CheckFact> checks)
    {
        if (Mostly(arguments) is { } fraction)
            checks.Add(new CheckFact(column.Spot, CheckKinds.Mostly, [column.Value], fraction, type));
        checks.Add(IsConditional(arguments) ? Exists(column) : OfColumn(type, arguments, column));
    }

    private static CheckFact OfColumn(string type, Node arguments, Node column)
    {
        return type switch
        {
            "expect_column_values_to_not_be_null" => Check(CheckKinds.NotNull),
            "expect_column_values_to_be_null" => Check(CheckKinds.Null),
            "expect_column_values_to_be_unique" => Check(CheckKinds.Unique),
            "expect_column_values_to_be_in_set" or "expect_column_distinct_values_to_be_in_set" => Values(CheckKinds.Accepted),
            "expect_column_values_to_not_be_in_set" => Values(CheckKinds.NotAccepted),
            "expect_column_values_to_be_between" => Check(CheckKinds.Range, [.. Bounds(arguments), Strict(arguments, "strict_min"), Strict(arguments, "strict_max")]),
            "expect_column_value_lengths_to_be_between" => Check(CheckKinds.Length, Bounds(arguments)),
            "expect_column_value_lengths_to_equal" => Check(CheckKinds.Length, Literal(arguments, "value"), Literal(arguments, "value")),
            "expect_column_values_to_match_regex" => Check(CheckKinds.Regex, Literal(arguments, "regex")),
            "expect_column_values_to_be_of_type" => Check(CheckKinds.Type, Literal(arguments, "type_")),
            "expect_column_values_to_be_in_type_list" when Literals(arguments, "type_list") is { } types => Check(CheckKinds.Type, types),
            _ => Exists(column),
        };

        CheckFact Check(string kind, params string[] values) => new(column.Spot, kind, [column.Value], values);

        // A set that is not literal says only that the column is there.
        CheckFact Values(string kind) => Literals(arguments, "value_set") is { } values ? Check(kind, values) : Exists(column);
    }

    private static void AddMany(string type, Node arguments, Spot spot, List<CheckFact> checks)
    {
        switch (type)
        {
            case "expect_table_columns_to_match_set" when Literals(arguments, "column_set") is { } set:
                checks.Add(arguments.Flag("exact_match") == false
                    ? new CheckFact(arguments.Member("column_set")!.Spot, CheckKinds.ColumnsSet, set)
                    : new CheckFact(arguments.Member("column_set")!.Spot, CheckKinds.ColumnsSet, set, CheckKinds.Exact));
                break;
            case "expect_table_columns_to_match_ordered_list" when Literals(arguments, "column_list") is { } list:
                checks.Add(new CheckFact(arguments.Member("column_list")!.Spot, CheckKinds.ColumnsSet, list, CheckKinds.Exact));
                break;
            case "expect_compound_columns_to_be_unique" when Literals(arguments, "column_list") is { } key:
                checks.Add(new CheckFact(arguments.Member("column_list")!.Spot, CheckKinds.Unique, key));
                break;
            case "expect_table_row_count_to_be_between":
                checks.Add(new CheckFact(spot, CheckKinds.RowCount, [], Bounds(arguments)));
                break;
            case "expect_table_row_count_to_equal":
                checks.Add(new CheckFact(spot, CheckKinds.RowCount, [], Literal(arguments, "value"), Literal(arguments, "value")));
                break;
            default:
                checks.AddRange(ListOf(arguments, "column_list").Select(Exists));
                break;
        }
    }

    private static CheckFact Exists(Node column) => new(column.Spot, CheckKinds.Exists, [column.Value]);

    // Of some rows, or of most of them, is not of every row.
    private static bool IsConditional(Node arguments) =>
        arguments.Member("row_condition") is { Kind: not NodeKind.Null } || Mostly(arguments) is not null;

    private static string? Mostly(Node arguments) => arguments.Member("mostly") switch
    {
        null or { Kind: NodeKind.Null } => null,
        { Kind: NodeKind.Number } number when double.TryParse(number.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var fraction) && fraction >= 1 => null,
        { IsScalar: true } scalar => scalar.Value,
        _ => string.Empty,
    };

    private static string[] Bounds(Node arguments) => [Literal(arguments, "min_value"), Literal(arguments, "max_value")];

    private static string Strict(Node arguments, string name) => arguments.Flag(name) == true ? "yes" : "no";

    private static string Literal(Node arguments, string name) => arguments.Text(name) ?? string.Empty;

    private static string[]? Literals(Node arguments, string name) =>
        arguments.Member(name) is { Kind: NodeKind.List } list && list.Items.All(item => item.IsScalar) ? [.. list.Items.Select(item => item.Value)] : null;

    private static IEnumerable<Node> ListOf(Node arguments, string name) => arguments.List(name).Where(IsName);

    private static bool IsName(Node? node) => node is { Kind: NodeKind.Text, Value.Length: > 0 };
}
