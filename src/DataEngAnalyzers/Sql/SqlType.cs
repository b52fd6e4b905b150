using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace DataEngAnalyzers.Sql;

/// <summary>What kind of values a column type holds.</summary>
internal enum SqlTypeFamily
{
    Integer,
    Decimal,
    Floating,
    Text,
    Binary,
    Boolean,
    Date,
    Time,
    DateTime,
    DateTimeOffset,
    Guid,
}

/// <summary>A column type as far as it tells which values fit: the family, and how many of them.</summary>
/// <param name="Family">The kind of values.</param>
/// <param name="Size">Bits of an integer or floating number, length of a text or of bytes, digits of a decimal; <see langword="null"/> when the engine decides.</param>
/// <param name="Scale">Digits behind the point.</param>
internal sealed record SqlType(SqlTypeFamily Family, int? Size, int Scale = 0)
{
    private const int Unlimited = int.MaxValue;

    private static readonly Dictionary<string, (SqlTypeFamily Family, int? Size)> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["tinyint"] = (SqlTypeFamily.Integer, 8), ["byte"] = (SqlTypeFamily.Integer, 8),
        ["smallint"] = (SqlTypeFamily.Integer, 16), ["int2"] = (SqlTypeFamily.Integer, 16), ["smallserial"] = (SqlTypeFamily.Integer, 16),
        ["mediumint"] = (SqlTypeFamily.Integer, 24),
        ["int"] = (SqlTypeFamily.Integer, 32), ["integer"] = (SqlTypeFamily.Integer, 32), ["int4"] = (SqlTypeFamily.Integer, 32), ["serial"] = (SqlTypeFamily.Integer, 32),
        ["bigint"] = (SqlTypeFamily.Integer, 64), ["int8"] = (SqlTypeFamily.Integer, 64), ["bigserial"] = (SqlTypeFamily.Integer, 64),
        ["decimal"] = (SqlTypeFamily.Decimal, null), ["numeric"] = (SqlTypeFamily.Decimal, null), ["number"] = (SqlTypeFamily.Decimal, null), ["money"] = (SqlTypeFamily.Decimal, null),
        ["real"] = (SqlTypeFamily.Floating, 32), ["float4"] = (SqlTypeFamily.Floating, 32),
        ["double"] = (SqlTypeFamily.Floating, 64), ["double precision"] = (SqlTypeFamily.Floating, 64), ["float8"] = (SqlTypeFamily.Floating, 64), ["float"] = (SqlTypeFamily.Floating, 64),
        ["char"] = (SqlTypeFamily.Text, null), ["nchar"] = (SqlTypeFamily.Text, null), ["character"] = (SqlTypeFamily.Text, null), ["varchar"] = (SqlTypeFamily.Text, null),
        ["nvarchar"] = (SqlTypeFamily.Text, null), ["varchar2"] = (SqlTypeFamily.Text, null), ["nvarchar2"] = (SqlTypeFamily.Text, null), ["character varying"] = (SqlTypeFamily.Text, null),
        ["ansistring"] = (SqlTypeFamily.Text, null), ["string"] = (SqlTypeFamily.Text, null),
        ["text"] = (SqlTypeFamily.Text, Unlimited), ["ntext"] = (SqlTypeFamily.Text, Unlimited), ["longtext"] = (SqlTypeFamily.Text, Unlimited), ["clob"] = (SqlTypeFamily.Text, Unlimited),
        ["nclob"] = (SqlTypeFamily.Text, Unlimited), ["citext"] = (SqlTypeFamily.Text, Unlimited),
        ["binary"] = (SqlTypeFamily.Binary, null), ["varbinary"] = (SqlTypeFamily.Binary, null), ["bytea"] = (SqlTypeFamily.Binary, Unlimited), ["blob"] = (SqlTypeFamily.Binary, Unlimited),
        ["bit"] = (SqlTypeFamily.Boolean, null), ["bool"] = (SqlTypeFamily.Boolean, null), ["boolean"] = (SqlTypeFamily.Boolean, null),
        ["date"] = (SqlTypeFamily.Date, null), ["dateonly"] = (SqlTypeFamily.Date, null), ["time"] = (SqlTypeFamily.Time, null), ["timeonly"] = (SqlTypeFamily.Time, null), ["timespan"] = (SqlTypeFamily.Time, null),
        ["datetime"] = (SqlTypeFamily.DateTime, null), ["datetime2"] = (SqlTypeFamily.DateTime, null), ["smalldatetime"] = (SqlTypeFamily.DateTime, null), ["timestamp"] = (SqlTypeFamily.DateTime, null),
        ["timestamp without time zone"] = (SqlTypeFamily.DateTime, null),
        ["datetimeoffset"] = (SqlTypeFamily.DateTimeOffset, null), ["timestamptz"] = (SqlTypeFamily.DateTimeOffset, null), ["timestamp with time zone"] = (SqlTypeFamily.DateTimeOffset, null),
        ["uniqueidentifier"] = (SqlTypeFamily.Guid, null), ["uuid"] = (SqlTypeFamily.Guid, null), ["guid"] = (SqlTypeFamily.Guid, null),
    };

    /// <summary>Reads a type as DDL writes it; <see langword="null"/> for one of which it is not known what fits.</summary>
    /// <param name="text">The type, with length or precision.</param>
    /// <param name="dialect">The engine; the same word means different things to them.</param>
    public static SqlType? Parse(string? text, SqlDialect dialect)
    {
        if (text is null)
            return null;

        var open = text.IndexOf('(');
        var close = open < 0 ? -1 : text.IndexOf(')', open);
        if (open >= 0 && close < 0)
            return null;

        var word = string.Join(" ", (open < 0 ? text : text.Substring(0, open) + text.Substring(close + 1)).Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries)).Trim('[', ']', '"', '`');
        if (!Known.TryGetValue(word, out var known) || IsOtherwise(word, dialect))
            return null;

        var sizes = open < 0 ? [] : text.Substring(open + 1, close - open - 1).Split(',').Select(Number).ToList();
        return known.Family switch
        {
            SqlTypeFamily.Decimal => sizes is [{ } digits, ..] ? new SqlType(known.Family, digits, sizes is [_, { } scale] ? scale : 0) : new SqlType(known.Family, null),
            SqlTypeFamily.Text or SqlTypeFamily.Binary => new SqlType(known.Family, sizes is [{ } length] ? length : known.Size),
            _ => new SqlType(known.Family, known.Size),
        };
    }

    /// <summary>What values lose, or why they stop the change, when a column of this type becomes one of another; <see langword="null"/> when all fit, or nobody knows.</summary>
    public string? LostIn(SqlType narrower) => (Family, narrower.Family) switch
    {
        (SqlTypeFamily.Text, SqlTypeFamily.Text) or (SqlTypeFamily.Binary, SqlTypeFamily.Binary) => Size is { } length && narrower.Size < length ? "longer values do not fit" : null,
        (SqlTypeFamily.Integer, SqlTypeFamily.Integer) => narrower.Size < Size ? "larger numbers do not fit" : null,
        (SqlTypeFamily.Decimal, SqlTypeFamily.Decimal) => LostDigits(narrower),
        (SqlTypeFamily.Floating, SqlTypeFamily.Floating) => narrower.Size < Size ? "numbers lose precision" : null,
        (SqlTypeFamily.Decimal, SqlTypeFamily.Integer) => Size is not null && Scale == 0 ? null : "fractions are cut off",
        (SqlTypeFamily.Floating, SqlTypeFamily.Integer) => "fractions are cut off",
        (SqlTypeFamily.Decimal, SqlTypeFamily.Floating) => "exact numbers become approximate",
        (SqlTypeFamily.Integer, SqlTypeFamily.Boolean) => "numbers above 1 become 1",
        (SqlTypeFamily.DateTime or SqlTypeFamily.DateTimeOffset, SqlTypeFamily.Date) => "the time of day is cut off",
        (SqlTypeFamily.DateTimeOffset, SqlTypeFamily.DateTime) => "the offset from UTC is cut off",
        (SqlTypeFamily.Text, SqlTypeFamily.Binary) => null,
        (SqlTypeFamily.Text, _) => "values that cannot be read as the new type stop it",
        _ => null,
    };

    private string? LostDigits(SqlType narrower)
    {
        if (Size is not { } digits || narrower.Size is not { } left)
            return null;
        if (left - narrower.Scale < digits - Scale)
            return "larger numbers do not fit";
        return narrower.Scale < Scale ? "digits behind the point are rounded away" : null;
    }

    // T-SQL's timestamp is a row version, and Oracle's and SQLite's words say less about what fits.
    private static bool IsOtherwise(string word, SqlDialect dialect) =>
        dialect == SqlDialect.Sqlite || (dialect == SqlDialect.TSql && string.Equals(word, "timestamp", StringComparison.OrdinalIgnoreCase));

    private static int? Number(string text) =>
        int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : string.Equals(text.Trim(), "max", StringComparison.OrdinalIgnoreCase) ? Unlimited
        : null;
}
