namespace DataEngAnalyzers.Build.Manifests.Facts;

/// <summary>What kind of values a column holds, whatever the tool calls its type.</summary>
internal enum TypeFamily
{
    Unknown,
    Int,
    Decimal,
    Float,
    String,
    Bool,
    Date,
    Timestamp,
    TimestampTz,
    Time,
    Json,
    Binary,
    Uuid,
    Array,
}
