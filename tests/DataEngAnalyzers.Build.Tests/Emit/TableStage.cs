using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;

namespace DataEngAnalyzers.Build.Tests.Emit;

/// <summary>Facts of a stage that writes a table which the code declares.</summary>
internal static class TableStage
{
    /// <summary>A stage that writes one table.</summary>
    /// <param name="table">As its namespace names it.</param>
    /// <param name="declared">Columns of its declaration; with none, nothing declares it.</param>
    /// <param name="written">Columns that the stage writes.</param>
    public static JsonObject Of(
        string table,
        JsonObject[] declared,
        string[]? key = null,
        string ns = Facts.Warehouse,
        string name = "Shop.Orders.Load",
        string host = "scheduled",
        string mode = "upsert",
        bool isPrimary = true,
        bool isPartial = false,
        params JsonObject[] written) => new()
    {
        ["name"] = name,
        ["project"] = "Shop",
        ["host"] = host,
        ["outputs"] = new JsonArray(new JsonObject
        {
            ["dataset"] = Facts.Dataset(table, ns),
            ["mode"] = mode,
            ["key"] = Texts(key),
            ["columns"] = new JsonArray([.. written]),
        }),
        ["tables"] = new JsonArray(declared.Length == 0 ? [] : [new JsonObject
        {
            ["dataset"] = Facts.Dataset(table, ns),
            ["key"] = Texts(key),
            ["primary"] = isPrimary,
            ["partial"] = isPartial,
            ["columns"] = new JsonArray([.. declared]),
        }]),
    };

    /// <summary>A declared column.</summary>
    public static JsonObject Column(string name, string? type = null, bool? nullable = null, string from = "EF model", params (string Key, JsonNode Value)[] limits)
    {
        var column = new JsonObject { ["name"] = name, ["type"] = type, ["nullable"] = nullable, ["from"] = from };
        foreach (var (limit, value) in limits)
            column[limit] = value;
        return column;
    }

    /// <summary>A column in which the stage writes the time.</summary>
    public static JsonObject Clock(string name, string clock = "utc") => new() { ["name"] = name, ["values"] = new JsonArray("clock"), ["clock"] = clock };

    /// <summary>Orders, with something of everything.</summary>
    public static JsonObject Orders(params JsonObject[] more) => Of(
        "public.orders",
        [
            Column("id", "bigint", false),
            Column("status", "string(20)", false, limits: [("accepted", new JsonArray("new", "paid")), ("maxLength", 20)]),
            Column("amount", "numeric(18,2)", true, limits: [("min", "0"), ("max", "99999.99")]),
            Column("email", "string", limits: [("pattern", "^[^@]+@[^@]+$")]),
            Column("loaded_at", "datetimeoffset", false),
            .. more,
        ],
        ["id"],
        written: [new JsonObject { ["name"] = "id" }, Clock("loaded_at")]);

    private static JsonArray Texts(IEnumerable<string>? texts) => new([.. (texts ?? []).Select(text => JsonValue.Create(text))]);
}
