using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DataEngAnalyzers.Pipeline;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DataEngAnalyzers.CodeFixes.Reliability;

/// <summary>Takes the automatic offset store out of the settings and stores the offset behind the last write.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(StoreOffsetFix))]
public sealed class StoreOffsetFix() : DataEngFix("DEA1004")
{
    /// <inheritdoc/>
    protected override IEnumerable<PlannedFix> Plan(Diagnostic diagnostic, FixScene scene)
    {
        if (scene.Sites.Select(site => site.Stage).Distinct().SelectMany(stage => stage.OffsetsStoredOnDelivery()).FirstOrDefault(offset => IsAt(offset, diagnostic)) is not { } found
            || found.Settings.Operation.Syntax is not BaseObjectCreationExpressionSyntax creation || creation.SyntaxTree != scene.Root.SyntaxTree)
            yield break;

        // Where the code commits by itself, the timer must not; else the timer commits what the code has stored.
        var changes = found.Commit is not null
            ? Set(creation, found.Settings.Api["autocommit"]!, scene) is { } off ? ImmutableArray.Create(off) : null
            : Set(creation, found.Settings.Api["autostore"]!, scene) is { } manual && Store(found, scene) is { } store ? ImmutableArray.Create(manual, store) : (ImmutableArray<TextChange>?)null;
        if (changes is { } all)
            yield return new PlannedFix(nameof(StoreOffsetFix), "Store the offset after the rows: a message in work is delivered again", all);
    }

    private static bool IsAt(StoredOffset offset, Diagnostic diagnostic) =>
        offset.Settings.NameLocation == diagnostic.Location || offset.Read.Location == diagnostic.Location;

    private static TextChange? Set(BaseObjectCreationExpressionSyntax creation, string property, FixScene scene)
    {
        if (creation.Initializer is not { Expressions: [.., var last] expressions })
            return null;
        if (expressions.OfType<AssignmentExpressionSyntax>().FirstOrDefault(set => set.Left.ToString() == property) is { Right: var value })
            return new TextChange(value.Span, "false");

        var setting = property + " = false";
        var isOnOwnLine = scene.Text.Lines.GetLineFromPosition(last.SpanStart).Start + scene.IndentationAt(last.SpanStart).Length == last.SpanStart;
        var separator = isOnOwnLine ? "," + scene.NewLine + scene.IndentationAt(last.SpanStart) : ", ";
        return new TextChange(new TextSpan(last.Span.End, 0), separator + setting);
    }

    // var result = consumer.Consume(ct); … consumer.StoreOffset(result);
    private static TextChange? Store(StoredOffset found, FixScene scene)
    {
        if (found.Read.Call.Receiver?.Operation.Syntax is not IdentifierNameSyntax consumer
            || consumer.SyntaxTree != scene.Root.SyntaxTree
            || Values.KeeperOf(found.Read.Call.Operation) is not ILocalSymbol result
            || found.Read.Call.Operation.Syntax.FirstAncestorOrSelf<LocalDeclarationStatementSyntax>() is not { } declaration
            || found.Last.SyntaxIn(found.Read.Call.Frame)?.AncestorsAndSelf().OfType<StatementSyntax>().FirstOrDefault(statement => statement.Parent == declaration.Parent) is not { } last
            || last is TryStatementSyntax || !scene.Model.AnalyzeControlFlow(last)!.EndPointIsReachable)
            return null;

        return StatementList.InsertAfter(last, $"{consumer}.StoreOffset({result.Name});", scene);
    }
}
