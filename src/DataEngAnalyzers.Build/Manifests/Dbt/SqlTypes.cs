using System;
using System.Collections.Generic;
using DataEngAnalyzers.Build.Manifests.Facts;

namespace DataEngAnalyzers.Build.Manifests.Dbt;

/// <summary>What the column types of dbt's warehouses hold.</summary>
internal static class SqlTypes
{
    private static readonly Dictionary<string, TypeFamily> Families = Read(
        (TypeFamily.Int, "tinyint smallint mediumint int integer bigint byteint hugeint int1 int2 int4 int8 int16 int32 int64 serial bigserial smallserial long short"),
        (TypeFamily.Decimal, "decimal dec numeric number bignumeric bigdecimal money smallmoney"),
        (TypeFamily.Float, "float real double float4 float8 float32 float64 binary_float binary_double"),
        (TypeFamily.String, "char character varchar varchar2 nchar nvarchar nvarchar2 bpchar string text ntext tinytext mediumtext longtext clob nclob citext name"),
        (TypeFamily.Bool, "bool boolean bit"),
        (TypeFamily.Date, "date date32"),
        (TypeFamily.Timestamp, "timestamp timestamp_ntz timestampntz datetime datetime2 smalldatetime datetime64"),
        (TypeFamily.TimestampTz, "timestamptz timestamp_tz timestamp_ltz timestampltz datetimeoffset"),
        (TypeFamily.Time, "time timetz"),
        (TypeFamily.Json, "json jsonb variant object super"),
        (TypeFamily.Binary, "binary varbinary bytea bytes blob tinyblob mediumblob longblob image raw"),
        (TypeFamily.Uuid, "uuid uniqueidentifier"),
        (TypeFamily.Array, "array list"));

    /// <param name="type">As written: with its arguments and in any case.</param>
    /// <param name="adapter">dbt's adapter; empty when unknown.</param>
    public static TypeFamily FamilyOf(string type, string adapter = "")
    {
        var text = type.Trim().ToLowerInvariant();
        if (text.EndsWith("[]", StringComparison.Ordinal))
            return TypeFamily.Array;
        var end = text.IndexOfAny(['(', '<', ' ']);
        var word = end < 0 ? text : text.Substring(0, end);
        if (!Families.TryGetValue(word, out var family))
            return TypeFamily.Unknown;
        var hasZone = text.IndexOf("with time zone", StringComparison.Ordinal) >= 0 || text.IndexOf("with local time zone", StringComparison.Ordinal) >= 0;

        // In BigQuery and Databricks a timestamp is a moment, in all others a clock's reading.
        return family == TypeFamily.Timestamp && (hasZone || (word == "timestamp" && adapter is "bigquery" or "databricks" or "spark")) ? TypeFamily.TimestampTz : family;
    }

    private static Dictionary<string, TypeFamily> Read(params (TypeFamily Family, string Words)[] rows)
    {
        var families = new Dictionary<string, TypeFamily>(StringComparer.Ordinal);
        foreach (var (family, words) in rows)
        {
            foreach (var word in words.Split(' '))
                families.Add(word, family);
        }

        return families;
    }
}
