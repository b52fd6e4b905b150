using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DataEngAnalyzers.Pipeline;
using DataEngAnalyzers.Sql;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DataEngAnalyzers.CodeFixes;

/// <summary>Carries edits of a text over into the literals it is made of; each literal keeps its form.</summary>
internal static class LiteralEdits
{
    /// <returns>
    /// The changes; <see langword="null"/> when an edit lies outside the literals of this document, a literal cannot hold it, or it is also
    /// part of another text.
    /// </returns>
    public static ImmutableArray<TextChange>? Of(HostText text, IEnumerable<SqlEdit> edits, FixScene scene)
    {
        // A helper that other callers give other parts to is not theirs to change.
        if (text.Literals.Select(MemberAround).OfType<SyntaxNode>().Distinct().Count() > 1)
            return null;

        var changes = ImmutableArray.CreateBuilder<TextChange>();
        foreach (var edit in edits)
        {
            var replacement = edit.Replacement;
            if (text.IsShared(edit.Span) || text.Pieces(edit.Span) is not { } pieces)
                return null;

            // An edit over several literals is written into the first of them; the others lose their share.
            foreach (var piece in pieces)
            {
                if (piece.SourceTree != scene.Root.SyntaxTree || Escape(replacement, piece.SourceSpan.Start, scene.Root) is not { } escaped)
                    return null;
                changes.Add(new TextChange(piece.SourceSpan, escaped));
                replacement = string.Empty;
            }
        }

        return changes.ToImmutable();
    }

    // Constants and fields belong to everybody.
    private static SyntaxNode? MemberAround(SyntaxToken literal) => literal.Parent?.FirstAncestorOrSelf<SyntaxNode>(node =>
        node is BaseMethodDeclarationSyntax or BasePropertyDeclarationSyntax or LocalFunctionStatementSyntax or GlobalStatementSyntax or FieldDeclarationSyntax) switch
    {
        FieldDeclarationSyntax => null,
        GlobalStatementSyntax statement => statement.Parent,
        var member => member,
    };

    private static string? Escape(string text, int position, CompilationUnitSyntax root)
    {
        var token = root.FindToken(position);
        var interpolated = token.Parent?.AncestorsAndSelf().OfType<InterpolatedStringExpressionSyntax>().FirstOrDefault(literal => literal.Span.Contains(position) && !token.IsKind(SyntaxKind.StringLiteralToken));
        var opening = interpolated?.StringStartToken ?? token;
        var isRaw = opening.Kind() is SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken
            or SyntaxKind.InterpolatedSingleLineRawStringStartToken or SyntaxKind.InterpolatedMultiLineRawStringStartToken;
        if (isRaw)
            return text.Contains("\"\"\"") || (interpolated is not null && text.IndexOfAny(['{', '}']) >= 0) ? null : text;

        var isVerbatim = opening.IsKind(SyntaxKind.InterpolatedVerbatimStringStartToken) || opening.Text.StartsWith("@", System.StringComparison.Ordinal);
        var escaped = isVerbatim ? text.Replace("\"", "\"\"") : text.Replace("\\", "\\\\").Replace("\"", "\\\"");
        return interpolated is null ? escaped : escaped.Replace("{", "{{").Replace("}", "}}");
    }
}
