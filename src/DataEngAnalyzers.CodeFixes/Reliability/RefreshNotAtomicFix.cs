using System.Collections.Generic;
using DataEngAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DataEngAnalyzers.CodeFixes.Reliability;

/// <summary>Runs the delete and the load behind it in one transaction of their connection or context.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RefreshNotAtomicFix))]
public sealed class RefreshNotAtomicFix : DataEngFix
{
    /// <summary>Mends DEA1010.</summary>
    public RefreshNotAtomicFix()
        : base("DEA1010")
    {
    }

    /// <inheritdoc/>
    protected override IEnumerable<PlannedFix> Plan(Diagnostic diagnostic, FixScene scene)
    {
        if (!diagnostic.Properties.TryGetValue(PropertyKeys.Fix + "session", out var session) || session is null or ""
            || diagnostic.AdditionalLocations is not [var cleared, var arrived] || cleared.SourceTree != scene.Root.SyntaxTree || arrived.SourceTree != scene.Root.SyntaxTree
            || TransactionAround.Both(scene.NodeAt(cleared), scene.NodeAt(arrived), session, scene) is not { } changes)
            yield break;

        yield return new PlannedFix(nameof(RefreshNotAtomicFix), "Delete and load in one transaction, so that a failed load keeps the old rows", changes);
    }
}
