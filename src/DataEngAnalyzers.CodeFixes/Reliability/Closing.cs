using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DataEngAnalyzers.CodeFixes.Reliability;

/// <summary>Puts a statement where a writer is closed: behind its <c>using</c> statement, or behind one made of its declaration.</summary>
internal static class Closing
{
    private const string Indentation = "    ";

    /// <returns>The changes; <see langword="null"/> where the writer is closed out of sight.</returns>
    public static ImmutableArray<TextChange>? After(StatementSyntax statement, SyntaxNode creation, string last, FixScene scene)
    {
        if (creation.Ancestors().OfType<UsingStatementSyntax>().FirstOrDefault(scope => scope.Declaration?.Span.Contains(creation.Span) == true || scope.Expression?.Span.Contains(creation.Span) == true) is { } scope)
        {
            while (scope.Parent is UsingStatementSyntax outer)
                scope = outer;
            return scope.Parent is BlockSyntax
                ? ImmutableArray.Create(new TextChange(new TextSpan(scope.Span.End, 0), scene.NewLine + scene.IndentationAt(scope.SpanStart) + last))
                : null;
        }

        return statement is LocalDeclarationStatementSyntax { UsingKeyword.Span.IsEmpty: false, Parent: BlockSyntax block } declaration ? Enclose(declaration, block, last, scene) : null;
    }

    // using var a = …; using var b = …; rest  →  using (var a = …) using (var b = …) { rest } last
    private static ImmutableArray<TextChange>? Enclose(LocalDeclarationStatementSyntax first, BlockSyntax block, string last, FixScene scene)
    {
        var rest = block.Statements.SkipWhile(statement => statement != first).ToList();
        var scopes = rest.TakeWhile(statement => statement is LocalDeclarationStatementSyntax { UsingKeyword.Span.IsEmpty: false }).Cast<LocalDeclarationStatementSyntax>().ToList();
        var inner = rest.Skip(scopes.Count).ToList();
        if (inner.Count == 0 || inner.Any(Leaves) || inner.Any(HoldsFixedLines))
            return null;

        var changes = ImmutableArray.CreateBuilder<TextChange>();
        foreach (var scope in scopes)
        {
            changes.Add(new TextChange(new TextSpan(scope.Declaration.SpanStart, 0), "("));
            changes.Add(new TextChange(scope.SemicolonToken.Span, ")"));
        }

        var indentation = scene.IndentationAt(first.SpanStart);
        var opening = scopes[scopes.Count - 1].SemicolonToken.Span.End;
        changes.Add(new TextChange(new TextSpan(opening, 0), scene.NewLine + indentation + "{"));
        changes.AddRange(Indent(inner[0].SpanStart, inner[inner.Count - 1].Span.End, opening, scene));
        changes.Add(new TextChange(new TextSpan(EndOf(inner[inner.Count - 1], scene), 0), scene.NewLine + indentation + "}" + scene.NewLine + scene.NewLine + indentation + last));
        return changes.ToImmutable();
    }

    // Behind the comment that a statement shares its line with.
    private static int EndOf(StatementSyntax statement, FixScene scene)
    {
        var line = scene.Text.Lines.GetLineFromPosition(statement.Span.End);
        return statement.FullSpan.End >= line.End ? line.End : statement.Span.End;
    }

    private static IEnumerable<TextChange> Indent(int start, int end, int opening, FixScene scene)
    {
        var from = scene.Text.Lines.GetLineFromPosition(opening).LineNumber + 1;
        var to = scene.Text.Lines.GetLineFromPosition(end).LineNumber;
        var isLeading = true;
        for (var number = from; number <= to; number++)
        {
            var line = scene.Text.Lines[number];
            var isBlank = string.IsNullOrWhiteSpace(line.ToString());
            if (isLeading && isBlank && line.End < start)
                yield return new TextChange(line.SpanIncludingLineBreak, string.Empty);
            else if (!isBlank)
                yield return new TextChange(new TextSpan(line.Start, 0), Indentation);
            isLeading &= isBlank;
        }
    }

    // A return in between would leave before the file is in place.
    private static bool Leaves(StatementSyntax statement) => statement.DescendantNodesAndSelf(node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
        .Any(node => node is ReturnStatementSyntax or YieldStatementSyntax or LocalFunctionStatementSyntax or GotoStatementSyntax or LabeledStatementSyntax);

    // Lines inside a literal other than a raw one would change with their indentation.
    private static bool HoldsFixedLines(StatementSyntax statement) => statement.DescendantTokens()
        .Any(token => token.Kind() is SyntaxKind.StringLiteralToken or SyntaxKind.InterpolatedStringTextToken && token.Text.Contains("\n") && !IsRaw(token));

    private static bool IsRaw(SyntaxToken token) =>
        token.Parent?.FirstAncestorOrSelf<InterpolatedStringExpressionSyntax>()?.StringStartToken.IsKind(SyntaxKind.InterpolatedMultiLineRawStringStartToken) == true;
}
