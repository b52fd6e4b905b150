using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DataEngAnalyzers.Rules;
using DataEngAnalyzers.Rules.Schema;
using DataEngAnalyzers.Sql;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DataEngAnalyzers.CodeFixes.Schema;

/// <summary>Calls a column in a statement what a revision has renamed it to; what the statement puts out keeps its name.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UseNewNameFix))]
public sealed class UseNewNameFix() : DataEngFix("DEA3023")
{
    /// <inheritdoc/>
    protected override IEnumerable<PlannedFix> Plan(Diagnostic diagnostic, FixScene scene)
    {
        if (Fact(diagnostic, RevisedAwayUsed.NameForFix) is not { } name)
            yield break;

        var sites = ManifestFixFacts.Entries(Fact(diagnostic, RevisedAwayUsed.SitesForFix)).Select(SiteOf).ToList();
        if (sites.Count == 0 || sites.Any(site => site is null))
            yield break;

        foreach (var site in scene.Sites)
        {
            if (site.Operation is not { Text: { } text } operation || operation.Clause(sites[0]!.Value.Span) != diagnostic.Location)
                continue;
            var edits = sites.Select(edit => new SqlEdit(edit!.Value.Span, edit.Value.IsOutput ? $"{name} AS {text.Text.Slice(edit.Value.Span)}" : name));
            if (LiteralEdits.Of(text, edits, scene) is { } changes)
                yield return new PlannedFix(nameof(UseNewNameFix), $"Use the column's new name, '{name}'", changes);
            yield break;
        }
    }

    private static (SqlSpan Span, bool IsOutput)? SiteOf(string entry) =>
        entry.Split(':') is { Length: >= 2 } parts && parts[0] is var start && parts[1] is var length
        && int.TryParse(start, NumberStyles.None, CultureInfo.InvariantCulture, out var from)
        && int.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out var letters)
            ? (new SqlSpan(from, letters), parts.Length > 2)
            : null;

    private static string? Fact(Diagnostic diagnostic, string key) => diagnostic.Properties.TryGetValue(PropertyKeys.Fix + key, out var value) ? value : null;
}
