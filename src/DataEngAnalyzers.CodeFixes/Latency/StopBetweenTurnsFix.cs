using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DataEngAnalyzers.Rules;
using DataEngAnalyzers.Rules.Latency;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DataEngAnalyzers.CodeFixes.Latency;

/// <summary>Lets a loop end between two turns when the host stops.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(StopBetweenTurnsFix))]
public sealed class StopBetweenTurnsFix() : DataEngFix("DEA6009")
{
    /// <inheritdoc/>
    protected override IEnumerable<PlannedFix> Plan(Diagnostic diagnostic, FixScene scene)
    {
        if (!diagnostic.Properties.TryGetValue(PropertyKeys.Fix + StopUnheard.SignalForFix, out var signal) || diagnostic.AdditionalLocations is not [var keyword, ..] || keyword.SourceTree != scene.Root.SyntaxTree)
            yield break;

        // Only the entry itself knows the token.
        var entry = scene.NodeAt(diagnostic).FirstAncestorOrSelf<MethodDeclarationSyntax>();
        if (scene.NodeAt(keyword).AncestorsAndSelf().OfType<StatementSyntax>().FirstOrDefault() is not { } loop
            || loop.FirstAncestorOrSelf<MethodDeclarationSyntax>() != entry
            || BodyOf(loop) is not BlockSyntax { Statements: [var first, ..] } body)
            yield break;

        var check = $"{signal}.ThrowIfCancellationRequested();";
        var change = new TextChange(new TextSpan(body.OpenBraceToken.Span.End, 0), scene.NewLine + scene.IndentationAt(first.SpanStart) + check);
        yield return new PlannedFix(nameof(StopBetweenTurnsFix), "Stop between two turns when the host asks for it", ImmutableArray.Create(change));
    }

    private static StatementSyntax? BodyOf(StatementSyntax loop) => loop switch
    {
        CommonForEachStatementSyntax each => each.Statement,
        WhileStatementSyntax @while => @while.Statement,
        DoStatementSyntax @do => @do.Statement,
        ForStatementSyntax @for => @for.Statement,
        _ => null,
    };
}
