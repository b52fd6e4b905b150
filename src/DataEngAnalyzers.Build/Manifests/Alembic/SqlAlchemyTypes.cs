using System;
using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Build.Manifests.Facts;
using DataEngAnalyzers.Build.Manifests.Python;

namespace DataEngAnalyzers.Build.Manifests.Alembic;

/// <summary>What the types of SQLAlchemy and its dialects hold.</summary>
internal static class SqlAlchemyTypes
{
    private static readonly Dictionary<string, TypeFamily> Families = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Integer"] = TypeFamily.Int, ["INT"] = TypeFamily.Int, ["SmallInteger"] = TypeFamily.Int, ["SMALLINT"] = TypeFamily.Int,
        ["BigInteger"] = TypeFamily.Int, ["BIGINT"] = TypeFamily.Int, ["TINYINT"] = TypeFamily.Int, ["MEDIUMINT"] = TypeFamily.Int,
        ["Numeric"] = TypeFamily.Decimal, ["DECIMAL"] = TypeFamily.Decimal, ["NUMBER"] = TypeFamily.Decimal, ["MONEY"] = TypeFamily.Decimal,
        ["Float"] = TypeFamily.Float, ["Double"] = TypeFamily.Float, ["DOUBLE_PRECISION"] = TypeFamily.Float, ["REAL"] = TypeFamily.Float,
        ["String"] = TypeFamily.String, ["Text"] = TypeFamily.String, ["Unicode"] = TypeFamily.String, ["UnicodeText"] = TypeFamily.String,
        ["CHAR"] = TypeFamily.String, ["VARCHAR"] = TypeFamily.String, ["NVARCHAR"] = TypeFamily.String, ["NCHAR"] = TypeFamily.String,
        ["LONGTEXT"] = TypeFamily.String, ["MEDIUMTEXT"] = TypeFamily.String, ["CLOB"] = TypeFamily.String, ["CITEXT"] = TypeFamily.String,
        ["AutoString"] = TypeFamily.String, ["Enum"] = TypeFamily.String,
        ["Boolean"] = TypeFamily.Bool, ["BIT"] = TypeFamily.Bool,
        ["Date"] = TypeFamily.Date, ["DateTime"] = TypeFamily.Timestamp, ["TIMESTAMP"] = TypeFamily.Timestamp, ["DATETIME2"] = TypeFamily.Timestamp,
        ["DATETIMEOFFSET"] = TypeFamily.TimestampTz, ["Time"] = TypeFamily.Time,
        ["JSON"] = TypeFamily.Json, ["JSONB"] = TypeFamily.Json,
        ["LargeBinary"] = TypeFamily.Binary, ["BYTEA"] = TypeFamily.Binary, ["BLOB"] = TypeFamily.Binary, ["VARBINARY"] = TypeFamily.Binary, ["BINARY"] = TypeFamily.Binary,
        ["Uuid"] = TypeFamily.Uuid, ["UNIQUEIDENTIFIER"] = TypeFamily.Uuid,
        ["ARRAY"] = TypeFamily.Array,
    };

    /// <param name="type">A type, or a call that makes one.</param>
    public static TypeFamily FamilyOf(PythonExpression? type)
    {
        if (NameOf(type) is not { } name || !Families.TryGetValue(name, out var family))
            return TypeFamily.Unknown;
        return family == TypeFamily.Timestamp && (type as PythonCall)?.Argument("timezone")?.Flag == true ? TypeFamily.TimestampTz : family;
    }

    /// <summary>How many characters a text may have; empty when nobody said.</summary>
    public static string MaxLengthOf(PythonExpression? type) =>
        FamilyOf(type) == TypeFamily.String && NameOf(type) != "Enum" && (type as PythonCall)?.Argument("length", 0) is PythonNumber length ? length.Value : string.Empty;

    /// <summary>The values of an enumeration that lists them.</summary>
    public static IReadOnlyList<string> AcceptedBy(PythonExpression? type) =>
        string.Equals(NameOf(type), "Enum", StringComparison.OrdinalIgnoreCase) && type is PythonCall { Positional: var values } && values.All(value => value.Text is not null)
            ? [.. values.Select(value => value.Text!)]
            : [];

    private static string? NameOf(PythonExpression? type) => type switch
    {
        PythonCall call => call.Target.Last,
        PythonName name => name.Last,
        _ => null,
    };
}
