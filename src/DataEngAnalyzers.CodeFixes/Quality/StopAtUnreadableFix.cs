using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DataEngAnalyzers.CodeFixes.Quality;

/// <summary>Throws when text of a dataset cannot be read.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(StopAtUnreadableFix))]
public sealed class StopAtUnreadableFix() : DataEngFix("DEA2005")
{
    /// <inheritdoc/>
    protected override IEnumerable<PlannedFix> Plan(Diagnostic diagnostic, FixScene scene)
    {
        if (scene.NodeAt(diagnostic).FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { ArgumentList.Arguments: [var subject, ..] } call
            || call.FirstAncestorOrSelf<ExpressionStatementSyntax>() is not { } statement
            || !IsPlain(subject.Expression)
            || scene.Model.GetTypeInfo(subject.Expression, scene.Cancellation).Type?.SpecialType != SpecialType.System_String)
            yield break;

        var indent = scene.NewLine + scene.IndentationAt(statement.SpanStart) + "    ";
        var failure = $"throw new {scene.NameAt("System.FormatException", statement.SpanStart)}(\"Cannot read '\" + {subject.Expression.ToString()} + \"'\");";
        yield return new PlannedFix(nameof(StopAtUnreadableFix), "Stop at text that cannot be read, instead of storing a default", ImmutableArray.Create(
            new TextChange(TextSpan.FromBounds(statement.SpanStart, call.SpanStart), "if (!"),
            new TextChange(statement.SemicolonToken.Span, ")" + indent + failure)));
    }

    // Names and places, which may be written twice: they read the same value again.
    private static bool IsPlain(ExpressionSyntax text) => text.DescendantNodesAndSelf().All(part =>
        part is NameSyntax or LiteralExpressionSyntax or ElementAccessExpressionSyntax or BracketedArgumentListSyntax or ArgumentSyntax or ThisExpressionSyntax
        || part is MemberAccessExpressionSyntax { RawKind: (int)SyntaxKind.SimpleMemberAccessExpression });
}
