using System.Collections.Generic;
using DataEngAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DataEngAnalyzers.CodeFixes.Reliability;

/// <summary>Runs two writes that belong together in one transaction of their connection or context.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(OneTransactionFix))]
public sealed class OneTransactionFix() : DataEngFix("DEA1014")
{
    /// <inheritdoc/>
    protected override IEnumerable<PlannedFix> Plan(Diagnostic diagnostic, FixScene scene)
    {
        if (!diagnostic.Properties.TryGetValue(PropertyKeys.Fix + "session", out var session) || session is null or ""
            || diagnostic.AdditionalLocations is not [var first, var second, ..] || first.SourceTree != scene.Root.SyntaxTree || second.SourceTree != scene.Root.SyntaxTree
            || TransactionAround.Both(scene.NodeAt(first), scene.NodeAt(second), session, scene) is not { } changes)
            yield break;

        yield return new PlannedFix(nameof(OneTransactionFix), "Write both in one transaction, so that a crash leaves neither", changes);
    }
}
