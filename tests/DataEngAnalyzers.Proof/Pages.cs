using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using DataEngAnalyzers.Generate;

namespace DataEngAnalyzers.Proof;

/// <summary>The measurements where people read them: in the pages of the rules, and all of them on one page.</summary>
internal static class Pages
{
    private const string Section = "proof";
    private const string Overview = "tests/DataEngAnalyzers.Proof/PROOF.md";

    public static string Root { get; } = Repository.Root(AppContext.BaseDirectory);

    private static readonly Dictionary<string, string> PathOf = RuleFacts.All().ToDictionary(rule => rule.Id, rule => rule.Page);

    /// <summary>The line that a page has for a proof; <see langword="null"/> where it has none.</summary>
    public static string? LineOf(Proof proof) => LinesIn(proof.Rule).FirstOrDefault(line => line.StartsWith(ProofLine.BeginningOf(proof), StringComparison.Ordinal));

    /// <summary>All lines of the page of a rule.</summary>
    public static IReadOnlyList<string> LinesIn(string rule) => [.. MarkedSection.Read(Root, PathOf[rule], Section).Split('\n').Skip(2).Where(line => line.Length > 0).Select(line => line + '\n')];

    /// <summary>The pages with these lines, and the page that shows all.</summary>
    public static IEnumerable<GeneratedFile> With(IReadOnlyList<(Proof Proof, string Line)> lines)
    {
        foreach (var rule in lines.GroupBy(line => line.Proof.Rule))
            yield return MarkedSection.Fill(Root, PathOf[rule.Key], Section, ProofLine.Head + string.Concat(rule.Select(line => line.Line)));

        yield return MarkedSection.Fill(Root, Overview, Section, "| rule " + ProofLine.Head.Replace("\n|", "\n|---|", StringComparison.Ordinal).TrimEnd('\n') + "\n"
            + string.Concat(lines.OrderBy(line => line.Proof.Rule, StringComparer.Ordinal).Select(line => $"| {line.Proof.Rule} {line.Line}")));
    }
}
