using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text;
using DataEngAnalyzers.Sql;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DataEngAnalyzers.Catalog;

/// <summary>The texts of a file by their syntax alone: literals, interpolated strings, and concatenations of them.</summary>
internal static class CodeTexts
{
    /// <summary>Each text once, in source order, with holes for what is no literal.</summary>
    /// <param name="root">The file.</param>
    /// <param name="isWanted">Looks at the letters of the whole text.</param>
    public static IEnumerable<(SyntaxNode Node, SqlText Text)> In(SyntaxNode root, Func<string, bool> isWanted)
    {
        var texts = root.DescendantNodes()
            .OfType<ExpressionSyntax>()
            .Where(expression => expression is InterpolatedStringExpressionSyntax || expression.IsKind(SyntaxKind.StringLiteralExpression))
            .Select(Whole)
            .Distinct();
        foreach (var node in texts)
        {
            var text = Read(node);
            if (isWanted(text.Text))
                yield return (node, text);
        }
    }

    // The whole concatenation that a text is part of.
    private static ExpressionSyntax Whole(ExpressionSyntax text)
    {
        while (text.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } or ParenthesizedExpressionSyntax)
            text = (ExpressionSyntax)text.Parent;
        return text;
    }

    private static SqlText Read(ExpressionSyntax whole)
    {
        var letters = new StringBuilder();
        var holes = ImmutableArray.CreateBuilder<SqlHole>();
        foreach (var part in Parts(whole))
        {
            if (part is LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression, Token.ValueText: var literal })
                letters.Append(literal);
            else if (part is InterpolatedStringTextSyntax { TextToken.ValueText: var stretch })
                letters.Append(stretch);
            else
                AddHole(part);
        }

        return new SqlText(letters.ToString(), holes.ToImmutable());

        void AddHole(SyntaxNode part)
        {
            holes.Add(new SqlHole(letters.Length, part.ToString()));
            letters.Append(SqlText.HoleMark);
        }
    }

    // The operands from left to right, without recursion: concatenations of many lines lean to the left.
    private static IEnumerable<SyntaxNode> Parts(ExpressionSyntax whole)
    {
        var open = new Stack<SyntaxNode>();
        open.Push(whole);
        while (open.Count > 0)
        {
            switch (open.Pop())
            {
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum:
                    open.Push(sum.Right);
                    open.Push(sum.Left);
                    break;
                case ParenthesizedExpressionSyntax { Expression: var inner }:
                    open.Push(inner);
                    break;
                case InterpolationSyntax { AlignmentClause: null, FormatClause: null, Expression: LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } inner }:
                    open.Push(inner);
                    break;
                case InterpolatedStringExpressionSyntax { Contents: var contents }:
                    foreach (var content in contents.Reverse())
                        open.Push(content);
                    break;
                case var part:
                    yield return part;
                    break;
            }
        }
    }
}
