using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DataEngAnalyzers.Pipeline;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DataEngAnalyzers.CodeFixes.Reliability;

/// <summary>Turns the creation of an item into an upsert, and lets a write that answers instead of throwing throw.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UpsertItemFix))]
public sealed class UpsertItemFix() : DataEngFix("DEA1025")
{
    private const string Check = "EnsureSuccessStatusCode";

    /// <inheritdoc/>
    protected override IEnumerable<PlannedFix> Plan(Diagnostic diagnostic, FixScene scene)
    {
        foreach (var site in scene.SitesAt(diagnostic))
        {
            var fix = site.Operation.Api.Is("outcome", "result") ? Throwing(diagnostic, scene) : Upserting(site, diagnostic, scene);
            if (fix is null)
                continue;

            yield return fix;
            yield break;
        }
    }

    // An id that is made up on each run finds no item again.
    private static PlannedFix? Upserting(Site site, Diagnostic diagnostic, FixScene scene)
    {
        const string create = "Create";
        var name = scene.Root.FindToken(diagnostic.Location.SourceSpan.Start);
        return name.ValueText.StartsWith(create, System.StringComparison.Ordinal) && !site.Stage.MakesUpId(site.Operation)
            ? Planned("Upsert: an item that is there is replaced", new TextChange(new TextSpan(name.SpanStart, create.Length), "Upsert"))
            : null;
    }

    // await container.UpsertItemStreamAsync(…); alone in its statement
    private static PlannedFix? Throwing(Diagnostic diagnostic, FixScene scene)
    {
        if (scene.NodeAt(diagnostic).FirstAncestorOrSelf<AwaitExpressionSyntax>() is not { Parent: ExpressionStatementSyntax } awaited)
            return null;
        if (scene.Model.GetTypeInfo(awaited, scene.Cancellation).Type is not { } answer || !answer.GetMembers(Check).Any())
            return null;
        return new PlannedFix(
            nameof(Throwing),
            "Throw when the write failed: the load stops there",
            ImmutableArray.Create(new TextChange(new TextSpan(awaited.SpanStart, 0), "("), new TextChange(new TextSpan(awaited.Span.End, 0), $").{Check}()")));
    }

    private static PlannedFix Planned(string title, TextChange change) => new(nameof(Upserting), title, ImmutableArray.Create(change));
}
