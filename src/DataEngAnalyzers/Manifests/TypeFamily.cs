namespace DataEngAnalyzers.Manifests;

/// <summary>What values a type holds, whatever a tool or an engine calls it.</summary>
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

    /// <summary>A point in time with its offset.</summary>
    TimestampTz,
    Time,
    Json,
    Binary,
    Uuid,
    Array,
}
