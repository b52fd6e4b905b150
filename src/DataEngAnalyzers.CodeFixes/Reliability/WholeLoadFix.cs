using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DataEngAnalyzers.Pipeline;
using DataEngAnalyzers.Rules;
using DataEngAnalyzers.Rules.Reliability;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DataEngAnalyzers.CodeFixes.Reliability;

/// <summary>Runs a load in a transaction, so that a failed one leaves nothing behind.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(WholeLoadFix))]
public sealed class WholeLoadFix() : DataEngFix("DEA1008", "DEA1009")
{
    private const string Title = "Load in one transaction, so that a failed load leaves no rows behind";

    /// <inheritdoc/>
    protected override IEnumerable<PlannedFix> Plan(Diagnostic diagnostic, FixScene scene)
    {
        if (!diagnostic.Properties.TryGetValue(PropertyKeys.Fix + CopyKeptInPart.SessionForFix, out var session) || session is null or "")
            yield break;

        var changes = diagnostic.Id == "DEA1008"
            ? scene.NodeAt(diagnostic).FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } open ? TransactionAround.Stream(open, session, scene) : null
            : InBatches(diagnostic, session, scene);
        if (changes is { } all)
            yield return new PlannedFix(nameof(WholeLoadFix) + diagnostic.Id, Title, all);
    }

    private static ImmutableArray<TextChange>? InBatches(Diagnostic diagnostic, string session, FixScene scene) => scene.SitesAt(diagnostic)
        .SelectMany(site => site.Stage.BatchesCommittedAlone().Where(load => load.Load == site.Operation))
        .Select(load => load.Start.Operation.Syntax)
        .Where(creation => creation.SyntaxTree == scene.Root.SyntaxTree)
        .Select(creation => TransactionAround.Both(creation, scene.NodeAt(diagnostic), session, scene))
        .FirstOrDefault();
}
