using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DataEngAnalyzers.Proof.Running;

/// <summary>Puts a call of <see cref="Crash.Point"/> before, between and behind the statements of every block.</summary>
internal sealed class CrashPoints : CSharpSyntaxRewriter
{
    private static readonly StatementSyntax Point = SyntaxFactory.ParseStatement($"global::{typeof(Crash).FullName}.{nameof(Crash.Point)}();\n");

    public static SyntaxTree In(SyntaxTree tree) => tree.WithRootAndOptions(new CrashPoints().Visit(tree.GetRoot())!, tree.Options);

    public override SyntaxNode? VisitBlock(BlockSyntax node)
    {
        var visited = (BlockSyntax)base.VisitBlock(node)!;
        return visited.WithStatements(SyntaxFactory.List(Spaced(visited.Statements)));
    }

    // The only statement of a loop or condition becomes a block.
    public override SyntaxNode? Visit(SyntaxNode? node)
    {
        var visited = base.Visit(node);
        var isOnly = node?.Parent is ForEachStatementSyntax or ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax or IfStatementSyntax or ElseClauseSyntax or UsingStatementSyntax;
        return isOnly && visited is StatementSyntax statement and not BlockSyntax ? SyntaxFactory.Block(Spaced([statement])) : visited;
    }

    private static IEnumerable<StatementSyntax> Spaced(IEnumerable<StatementSyntax> statements)
    {
        StatementSyntax? last = null;
        foreach (var statement in statements)
        {
            if (statement is not LocalFunctionStatementSyntax)
                yield return Point;
            yield return last = statement;
        }

        if (last is not (ReturnStatementSyntax or ThrowStatementSyntax or BreakStatementSyntax or ContinueStatementSyntax or YieldStatementSyntax or LocalFunctionStatementSyntax))
            yield return Point;
    }
}
