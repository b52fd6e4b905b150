using System;

namespace DataEngAnalyzers.Build.Model;

/// <summary>How much a finding hurts, worst first.</summary>
internal enum Severity
{
    Critical,
    High,
    Medium,
    Low,

    /// <summary>No finding, or no gate.</summary>
    None,
}

/// <summary>Severities as settings and logs write them.</summary>
internal static class Severities
{
    public static Severity Parse(string? text) => Enum.TryParse<Severity>(text?.Trim(), ignoreCase: true, out var severity) && Enum.IsDefined(typeof(Severity), severity) ? severity : Severity.None;
}
