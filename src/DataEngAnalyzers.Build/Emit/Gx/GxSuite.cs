using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;

namespace DataEngAnalyzers.Build.Emit.Gx;

/// <summary>A suite of Great Expectations for a table: what its declarations say of every row, and nothing that only data could tell.</summary>
internal sealed class GxSuite
{
    private readonly GxVersion _version;

    public GxSuite(GxVersion version) => _version = version;

    /// <summary>The file of a suite.</summary>
    /// <param name="name">The suite.</param>
    public EmittedFile Write(TableContract table, string name)
    {
        var suite = new JsonObject
        {
            [_version.Name] = name,
            ["expectations"] = new JsonArray([.. Expectations(table)]),
        };
        _version.AddRest(suite, new JsonObject { ["dataset"] = table.Dataset.Id });
        return new EmittedFile($"expectations/{name}.json", GxMerge.Text(GxMerge.Marked(suite)), GxMerge.Of);
    }

    private IEnumerable<JsonNode> Expectations(TableContract table)
    {
        if (table.Columns.Count > 0)
            yield return Expectation("expect_table_columns_to_match_set", ("column_set", Texts(table.Columns.Select(column => column.Name))), ("exact_match", table.IsWhole));
        if (table.Key.Count > 1)
            yield return Expectation("expect_compound_columns_to_be_unique", ("column_list", Texts(table.Key)));
        foreach (var column in table.Columns)
        {
            foreach (var (type, arguments) in Of(column, table.Key))
                yield return Expectation(type, [("column", column.Name), .. arguments]);
        }
    }

    private static IEnumerable<(string Type, (string Name, JsonNode? Value)[] Arguments)> Of(ContractColumn column, IReadOnlyList<string> key)
    {
        if (column.Nullable == false)
            yield return ("expect_column_values_to_not_be_null", []);
        if (key is [var only] && string.Equals(only, column.Name, StringComparison.OrdinalIgnoreCase))
            yield return ("expect_column_values_to_be_unique", []);
        var limits = column.Limits;
        if (limits.Accepted.Count > 0)
            yield return ("expect_column_values_to_be_in_set", [("value_set", Texts(limits.Accepted))]);
        var longest = limits.MaxLength ?? LengthOf(column);
        if (longest is not null || limits.MinLength is > 0)
            yield return ("expect_column_value_lengths_to_be_between", Present(("min_value", limits.MinLength is > 0 ? limits.MinLength : null), ("max_value", longest)));
        if (Number(limits.Min) is var min && Number(limits.Max) is var max && (min ?? max) is not null)
            yield return ("expect_column_values_to_be_between", Present(("min_value", min), ("max_value", max), ("strict_min", limits.MinExclusive && min is not null ? true : null), ("strict_max", limits.MaxExclusive && max is not null ? true : null)));
        if (limits.Pattern is { } pattern)
            yield return ("expect_column_values_to_match_regex", [("regex", pattern)]);
    }

    private JsonObject Expectation(string type, params (string Name, JsonNode? Value)[] arguments)
    {
        var kwargs = new JsonObject();
        foreach (var (name, value) in arguments)
            kwargs[name] = value;
        return new JsonObject { [_version.Type] = type, ["kwargs"] = kwargs, ["meta"] = new JsonObject() };
    }

    // char(n) is filled with blanks, and bytes are no letters: only what varies says how long a text may be.
    private static int? LengthOf(ContractColumn column) =>
        ColumnType.Parse(column.Type) is { Kind: TypeKind.Text, Sizes: [var length and > 0] } && column.Type!.TrimStart().StartsWith("char(", StringComparison.OrdinalIgnoreCase) == false ? length : null;

    private static JsonValue? Number(string? text)
    {
        try
        {
            return text is null ? null : JsonNode.Parse(text) is JsonValue value && value.GetValueKind() == System.Text.Json.JsonValueKind.Number ? value : null;
        }
        catch (System.Text.Json.JsonException)
        {
            return null;
        }
    }

    private static (string Name, JsonNode? Value)[] Present(params (string Name, JsonNode? Value)[] arguments) => [.. arguments.Where(argument => argument.Value is not null)];

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);
}
