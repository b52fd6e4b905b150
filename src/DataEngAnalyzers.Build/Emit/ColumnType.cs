using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;

namespace DataEngAnalyzers.Build.Emit;

/// <summary>What values a column's type holds, whatever an engine calls it.</summary>
internal enum TypeKind
{
    Unknown,
    SmallInt,
    Int,
    BigInt,
    Decimal,
    Real,
    Double,
    Boolean,
    Text,
    Date,
    Timestamp,
    TimestampTz,
    Time,
    Interval,
    Binary,
    Json,
    Uuid,
}

/// <summary>A column's type taken apart.</summary>
/// <param name="Sizes">Length, or precision and scale, as far as they are written.</param>
internal sealed record ColumnType(TypeKind Kind, IReadOnlyList<int> Sizes)
{
    private const int LongestType = 200;

    private static readonly Regex Form = new(@"^\s*(?<name>[A-Za-z_][A-Za-z0-9_]*(?:\s+[A-Za-z]+)*?)\s*(?:\(\s*(?<size>\d+)\s*(?:,\s*(?<scale>\d+)\s*)?\)|\(\s*max\s*\))?(?<tail>(?:\s+[A-Za-z]+)*)\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Dictionary<string, TypeKind> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["tinyint"] = TypeKind.SmallInt, ["smallint"] = TypeKind.SmallInt, ["int2"] = TypeKind.SmallInt,
        ["int"] = TypeKind.Int, ["integer"] = TypeKind.Int, ["int4"] = TypeKind.Int, ["serial"] = TypeKind.Int, ["mediumint"] = TypeKind.Int,
        ["bigint"] = TypeKind.BigInt, ["int8"] = TypeKind.BigInt, ["bigserial"] = TypeKind.BigInt, ["int64"] = TypeKind.BigInt,
        ["decimal"] = TypeKind.Decimal, ["numeric"] = TypeKind.Decimal, ["money"] = TypeKind.Decimal,
        ["real"] = TypeKind.Real, ["float4"] = TypeKind.Real,
        ["double"] = TypeKind.Double, ["double precision"] = TypeKind.Double, ["float8"] = TypeKind.Double, ["float"] = TypeKind.Double, ["float64"] = TypeKind.Double,
        ["boolean"] = TypeKind.Boolean, ["bool"] = TypeKind.Boolean, ["bit"] = TypeKind.Boolean,
        ["string"] = TypeKind.Text, ["text"] = TypeKind.Text, ["varchar"] = TypeKind.Text, ["nvarchar"] = TypeKind.Text, ["character varying"] = TypeKind.Text,
        ["char"] = TypeKind.Text, ["nchar"] = TypeKind.Text, ["character"] = TypeKind.Text, ["varchar2"] = TypeKind.Text, ["nvarchar2"] = TypeKind.Text, ["longtext"] = TypeKind.Text, ["ntext"] = TypeKind.Text,
        ["date"] = TypeKind.Date, ["dateonly"] = TypeKind.Date,
        ["datetime"] = TypeKind.Timestamp, ["datetime2"] = TypeKind.Timestamp, ["smalldatetime"] = TypeKind.Timestamp, ["timestamp"] = TypeKind.Timestamp, ["timestamp without time zone"] = TypeKind.Timestamp, ["timestamp_ntz"] = TypeKind.Timestamp,
        ["datetimeoffset"] = TypeKind.TimestampTz, ["timestamptz"] = TypeKind.TimestampTz, ["timestamp with time zone"] = TypeKind.TimestampTz, ["timestamp_tz"] = TypeKind.TimestampTz, ["timestamp_ltz"] = TypeKind.TimestampTz,
        ["time"] = TypeKind.Time, ["timeonly"] = TypeKind.Time, ["time without time zone"] = TypeKind.Time,
        ["interval"] = TypeKind.Interval, ["timespan"] = TypeKind.Interval,
        ["bytea"] = TypeKind.Binary, ["blob"] = TypeKind.Binary, ["varbinary"] = TypeKind.Binary, ["binary"] = TypeKind.Binary, ["image"] = TypeKind.Binary,
        ["json"] = TypeKind.Json, ["jsonb"] = TypeKind.Json,
        ["uuid"] = TypeKind.Uuid, ["uniqueidentifier"] = TypeKind.Uuid, ["guid"] = TypeKind.Uuid,
    };

    // Names of C# types that EF Core maps; no engine knows them, or not all engines mean the same by them.
    private static readonly HashSet<string> Neutral = new(["string", "boolean", "tinyint", "double", "datetime", "dateonly", "datetimeoffset", "guid", "timespan", "timeonly"], StringComparer.OrdinalIgnoreCase);

    private static readonly Dictionary<string, Dictionary<TypeKind, string>> Names = new(StringComparer.Ordinal)
    {
        ["postgres"] = new()
        {
            [TypeKind.Text] = "text", [TypeKind.Boolean] = "boolean", [TypeKind.SmallInt] = "smallint", [TypeKind.Double] = "double precision", [TypeKind.Timestamp] = "timestamp with time zone",
            [TypeKind.Date] = "date", [TypeKind.TimestampTz] = "timestamp with time zone", [TypeKind.Uuid] = "uuid", [TypeKind.Interval] = "interval", [TypeKind.Time] = "time",
        },
        ["mssql"] = new()
        {
            [TypeKind.Text] = "nvarchar(max)", [TypeKind.Boolean] = "bit", [TypeKind.SmallInt] = "tinyint", [TypeKind.Double] = "float", [TypeKind.Timestamp] = "datetime2",
            [TypeKind.Date] = "date", [TypeKind.TimestampTz] = "datetimeoffset", [TypeKind.Uuid] = "uniqueidentifier", [TypeKind.Interval] = "time", [TypeKind.Time] = "time",
        },
        ["sqlite"] = new()
        {
            [TypeKind.Text] = "TEXT", [TypeKind.Boolean] = "INTEGER", [TypeKind.SmallInt] = "INTEGER", [TypeKind.Double] = "REAL", [TypeKind.Timestamp] = "TEXT",
            [TypeKind.Date] = "TEXT", [TypeKind.TimestampTz] = "TEXT", [TypeKind.Uuid] = "TEXT", [TypeKind.Interval] = "TEXT", [TypeKind.Time] = "TEXT",
        },
    };

    private static readonly Dictionary<string, string> SizedTexts = new(StringComparer.Ordinal) { ["postgres"] = "character varying", ["mssql"] = "nvarchar", ["sqlite"] = "TEXT" };

    /// <summary>The type that a declaration writes.</summary>
    public static ColumnType Parse(string? type)
    {
        var match = MatchOf(type);
        if (!match.Success || !Kinds.TryGetValue(NameIn(match), out var kind))
            return new ColumnType(TypeKind.Unknown, []);
        return new ColumnType(kind, [.. new[] { match.Groups["size"], match.Groups["scale"] }.Where(group => group.Success).Select(group => int.TryParse(group.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var size) ? size : 0)]);
    }

    /// <summary>The type as the engine calls it; <see langword="null"/> when it is C#'s and nobody knows what the engine makes of it.</summary>
    public static string? InSql(string? type, string engine)
    {
        var match = MatchOf(type);
        if (!match.Success || !Neutral.Contains(NameIn(match)))
            return type;
        var parsed = Parse(type);
        if (parsed is { Kind: TypeKind.Text, Sizes: [var length, ..] } && SizedTexts.TryGetValue(engine, out var sized))
            return engine == "sqlite" ? sized : $"{sized}({length.ToString(CultureInfo.InvariantCulture)})";
        return Names.TryGetValue(engine, out var names) && names.TryGetValue(parsed.Kind, out var name) ? name : null;
    }

    private static Match MatchOf(string? type) => Form.Match(type is null || type.Length > LongestType ? string.Empty : type);

    private static string NameIn(Match match) => Regex.Replace((match.Groups["name"].Value + match.Groups["tail"].Value).Trim(), @"\s+", " ");
}
