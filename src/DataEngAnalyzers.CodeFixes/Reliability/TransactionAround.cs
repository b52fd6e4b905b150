using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DataEngAnalyzers.CodeFixes.Reliability;

/// <summary>Begins a transaction before some code and commits it behind.</summary>
internal static class TransactionAround
{
    /// <summary>The changes that run everything from one call to another in one transaction of a connection; <see langword="null"/> where that cannot be.</summary>
    public static ImmutableArray<TextChange>? Both(SyntaxNode first, SyntaxNode last, string session, FixScene scene)
    {
        if (RefreshRegion.Around(first, last, session) is not { } region || RefreshSession.Find(session, region.First, scene) is not { } owner)
            return null;

        var name = Surrounding.FreeName("transaction", region.First, scene);
        if (Finish.Behind([region.Last], _ => true, scene) is not { } finish || owner.Enlist(region, name, scene) is not { } changes)
            return null;

        var (begin, commit) = Lines(owner, name, region.First, scene);
        return changes.Insert(0, StatementList.InsertBefore(region.First, begin, scene)).AddRange(finish.Insert(commit, scene));
    }

    /// <summary>The changes that close a stream inside a transaction and commit it then; <see langword="null"/> where the stream is closed out of sight.</summary>
    public static ImmutableArray<TextChange>? Stream(SyntaxNode creation, string session, FixScene scene)
    {
        if (creation.FirstAncestorOrSelf<StatementSyntax>() is not { } statement || RefreshSession.Find(session, statement, scene) is not { } owner)
            return null;

        var (begin, commit) = Lines(owner, Surrounding.FreeName("transaction", statement, scene), statement, scene);
        return Closing.After(statement, creation, commit, scene)?.Insert(0, StatementList.InsertBefore(statement, begin, scene));
    }

    private static (string Begin, string Commit) Lines(RefreshSession owner, string name, StatementSyntax place, FixScene scene)
    {
        var begin = owner.Begin(name, place, scene);
        return (begin.Code, (begin.IsAsync ? $"await {name}.CommitAsync({Surrounding.Token(scene, place.SpanStart)})" : $"{name}.Commit()") + ";");
    }
}
