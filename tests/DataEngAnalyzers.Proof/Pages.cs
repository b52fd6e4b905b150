using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using DataEngAnalyzers.Generate;
using DataEngAnalyzers.Proof.Proofs;

namespace DataEngAnalyzers.Proof;

/// <summary>The measurements where people read them: in the pages of the rules, and all of them on one page.</summary>
internal static class Pages
{
    private const string Proven = "proof";
    private const string Trapped = "traps";
    private const string Unmeasured = "unmeasured";
    private const string Overview = "tests/DataEngAnalyzers.Proof/PROOF.md";

    private static readonly Dictionary<string, string> PathOf = RuleFacts.All().ToDictionary(rule => rule.Id, rule => rule.Page);

    public static string Root { get; } = Repository.Root(AppContext.BaseDirectory);

    /// <summary>The line that its page has for a claim; <see langword="null"/> where it has none.</summary>
    public static string? LineOf(Claim claim)
    {
        var section = claim is Proof { Rule: var rule } ? MarkedSection.Read(Root, PathOf[rule], Proven) : MarkedSection.Read(Root, Overview, Trapped);
        return Array.Find(section.Split('\n'), line => line.StartsWith(claim.Beginning, StringComparison.Ordinal)) is { } found ? found + '\n' : null;
    }

    /// <summary>The pages with these lines, and the page that shows all.</summary>
    public static IEnumerable<GeneratedFile> With(IReadOnlyList<(Claim Claim, string Line)> lines)
    {
        var proofs = lines.Where(line => line.Claim is Proof).OrderBy(line => line.Claim.Scenario.Folder, StringComparer.Ordinal).ToList();
        foreach (var rule in proofs.GroupBy(line => line.Claim.Scenario.Folder))
            yield return MarkedSection.Fill(Root, PathOf[rule.Key], Proven, Proof.Head + string.Concat(rule.Select(line => line.Line)));

        var text = MarkedSection.Fill(Root, Overview, Proven, WithRule(Proof.Head, proofs)).Text;
        text = MarkedSection.In(text, Overview, Unmeasured, NotProven.Table);
        yield return new GeneratedFile(Overview, MarkedSection.In(text, Overview, Trapped, Trap.Head + string.Concat(lines.Where(line => line.Claim is Trap).Select(line => line.Line))));
    }

    private static string WithRule(string head, IEnumerable<(Claim Claim, string Line)> lines) =>
        "| rule " + head.Replace("\n|-", "\n|---|-", StringComparison.Ordinal) + string.Concat(lines.Select(line => $"| {line.Claim.Scenario.Folder} {line.Line}"));
}
