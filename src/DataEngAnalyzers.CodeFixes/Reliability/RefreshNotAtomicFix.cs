using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
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
            || RefreshRegion.Around(scene.Root.FindNode(cleared.SourceSpan), scene.Root.FindNode(arrived.SourceSpan), session) is not { } region
            || RefreshSession.Find(session, region.First, scene) is not { } owner)
            yield break;

        var name = Surrounding.FreeName("transaction", region.First, scene);
        if (Finish.Behind([region.Last], _ => true, scene) is not { } finish || owner.Enlist(region, name, scene) is not { } changes)
            yield break;

        var begin = owner.Begin(name, region.First, scene);
        var commit = (begin.IsAsync ? $"await {name}.CommitAsync({Surrounding.Token(scene, region.First.SpanStart)})" : $"{name}.Commit()") + ";";
        yield return new PlannedFix(
            nameof(RefreshNotAtomicFix),
            "Delete and load in one transaction, so that a failed load keeps the old rows",
            changes.Insert(0, StatementList.InsertBefore(region.First, begin.Code, scene)).AddRange(finish.Insert(commit, scene)));
    }
}
