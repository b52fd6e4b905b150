namespace DataEngAnalyzers.Rules;

/// <summary>How much a finding hurts, on the data engineer's scale.</summary>
internal enum Severity
{
    /// <summary>An improvement with no immediate risk.</summary>
    Low,

    /// <summary>A quality, cost or maintainability concern; fix this cycle.</summary>
    Medium,

    /// <summary>Reliability is at serious risk; fix before merge.</summary>
    High,

    /// <summary>Data is lost, duplicated or corrupted in production.</summary>
    Critical,
}
