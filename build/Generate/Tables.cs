using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using DataEngAnalyzers.Rules;

namespace DataEngAnalyzers.Generate;

/// <summary>The Markdown tables that are made from rules.</summary>
internal static class Tables
{
    /// <summary>One row a rule, Critical first.</summary>
    public static string Catalogue(IEnumerable<RuleFacts> rules)
    {
        var table = new StringBuilder("| rule | severity | what is wrong | fix |\n|---|---|---|---|\n");
        foreach (var rule in rules.OrderByDescending(rule => rule.Severity).ThenBy(rule => rule.Id, System.StringComparer.Ordinal))
        {
            var fix = rule.NoFix is null ? "yes" : "";
            table.Append(CultureInfo.InvariantCulture, $"| [{rule.Id}]({rule.Page}) | {rule.Severity} | {Cell(rule.Title)} | {fix} |\n");
        }

        return table.ToString();
    }

    /// <summary>What a page says of its rule before its own words.</summary>
    public static string Facts(RuleFacts rule) => $"""
        | rule | {rule.Id} |
        |---|---|
        | severity | {Meaning(rule.Severity)} |
        | area | {rule.Area} |
        | default | {(rule.Level != Levels.Off ? rule.Level : rule.Severity is null ? "off" : "off; a suggestion with `DataEngMode` `All`")} |
        | quick fix | {Fix(rule)} |

        """.ReplaceLineEndings("\n");

    private static string Fix(RuleFacts rule) => rule switch
    {
        { Severity: null } => "no",
        { NoFix: { } reason } => "no: " + Cell(reason),
        _ => "yes",
    };

    private static string Meaning(Severity? severity) => severity switch
    {
        Severity.Critical => "Critical: data is lost, duplicated or corrupted in production",
        Severity.High => "High: reliability is at serious risk",
        Severity.Medium => "Medium: a quality, cost or maintainability concern",
        Severity.Low => "Low: an improvement with no immediate risk",
        _ => "none: it concerns the analysis, not the data",
    };

    private static string Cell(string text) => text.Replace("|", "\\|", System.StringComparison.Ordinal);
}
