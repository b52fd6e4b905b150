using System.Linq;
using System.Text.Json.Nodes;

namespace DataEngAnalyzers.Build.Tests;

/// <summary>Facts of made up stages, as the analyzer writes them.</summary>
internal static class Facts
{
    public const string Warehouse = "postgres://{ConnectionStrings:Dw}";

    public static JsonObject Dataset(string name, string ns = Warehouse, string kind = "table") =>
        new() { ["kind"] = kind, ["namespace"] = ns, ["name"] = name };

    /// <summary>A stage that copies columns from one dataset to another.</summary>
    public static string Copy(string from, string to, string name = "Shop.Orders.Load", string project = "Shop", string mode = "append", string window = "parameter", params string[] columns) => new JsonObject
    {
        ["name"] = name,
        ["project"] = project,
        ["host"] = "scheduled",
        ["inputs"] = new JsonArray(new JsonObject { ["dataset"] = Dataset(from), ["at"] = new JsonArray(0), ["validated"] = true, ["columns"] = Columns(columns) }),
        ["outputs"] = new JsonArray(new JsonObject
        {
            ["dataset"] = Dataset(to),
            ["at"] = new JsonArray(1),
            ["mode"] = mode,
            ["transaction"] = true,
            ["retry"] = false,
            ["validated"] = false,
            ["columns"] = new JsonArray([.. columns.Select(column => new JsonObject
            {
                ["name"] = column,
                ["type"] = "int",
                ["from"] = new JsonArray(new JsonObject { ["dataset"] = Dataset(from), ["column"] = column, ["type"] = "DIRECT", ["subtype"] = "IDENTITY", ["at"] = new JsonArray(0) }),
            })]),
        }),
        ["window"] = new JsonObject { ["kind"] = window, ["at"] = new JsonArray(0) },
    }.ToJsonString();

    private static JsonArray Columns(string[] names) => new([.. names.Select(name => new JsonObject { ["name"] = name, ["type"] = "int" })]);
}
