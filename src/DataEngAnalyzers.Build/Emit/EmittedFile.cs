using System;

namespace DataEngAnalyzers.Build.Emit;

/// <summary>A file for another tool.</summary>
/// <param name="Path">From the folder of the tool's project, with <c>/</c>.</param>
/// <param name="Text">As it is when nothing is there yet.</param>
/// <param name="Merge">Brings the file that is there up to date.</param>
internal sealed record EmittedFile(string Path, string Text, Func<string, string, Merged> Merge);
