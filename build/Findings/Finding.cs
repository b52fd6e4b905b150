namespace DataEngAnalyzers.Findings;

/// <summary>One finding of this package in a compiler's log.</summary>
/// <param name="File">The full path.</param>
/// <param name="Line">From 1; 0 when the finding concerns no file.</param>
/// <param name="Severity">Critical, High, Medium, Low; "Health" for what the package says of itself.</param>
internal sealed record Finding(string Rule, string Severity, string File, int Line, string Message, string? Evidence, string? Remediation);
