using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace DataEngAnalyzers.Findings;

/// <summary>Prints findings for a reader: by severity, then by place.</summary>
internal static class Listing
{
    private static readonly string[] Order = ["Critical", "High", "Medium", "Low", "Health"];

    /// <param name="folder">Paths are shown from here.</param>
    public static void Print(IReadOnlyList<Finding> findings, string folder, TextWriter output)
    {
        foreach (var severity in Order)
        {
            var group = findings.Where(finding => finding.Severity == severity).ToList();
            if (group.Count == 0)
                continue;

            output.WriteLine($"{severity} ({group.Count})");
            foreach (var finding in group.OrderBy(finding => finding.File, StringComparer.Ordinal).ThenBy(finding => finding.Line))
                Print(finding, folder, output);
            output.WriteLine();
        }

        output.WriteLine(findings.Count == 1 ? "1 finding" : $"{findings.Count} findings");
    }

    private static void Print(Finding finding, string folder, TextWriter output)
    {
        var place = finding.Line == 0 ? "the project" : $"{Shown(finding.File, folder)}:{finding.Line}";
        output.WriteLine($"  {finding.Rule}  {place}");
        output.WriteLine($"    {finding.Message}");
        if (finding.Evidence is { } evidence)
            output.WriteLine($"    evidence: {evidence}");
        if (finding.Remediation is { } remediation)
            output.WriteLine($"    remedy:   {remediation}");
    }

    private static string Shown(string file, string folder) =>
        Path.GetRelativePath(folder, file).Replace('\\', '/');
}
