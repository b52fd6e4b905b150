using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DataEngAnalyzers.CodeFixes;

/// <summary>A statement that is put behind a later one of its list, with the comments above and behind it.</summary>
internal static class MovedStatement
{
    /// <returns>The changes; <see langword="null"/> where the statement shares its lines, or code between the two may leave.</returns>
    public static IEnumerable<TextChange>? Behind(StatementSyntax statement, StatementSyntax last, FixScene scene)
    {
        if (StatementList.Around(statement) is not { } list || !list.Contains(last))
            return null;

        var crossed = list.Between(statement, last).Where(other => other != statement).ToList();
        if (crossed.Any(Leaves) || Changes(crossed, NamesIn(statement)))
            return null;
        if (LinesOf(statement, scene) is not { } lines)
            return null;

        var line = scene.Text.Lines.GetLineFromPosition(last.Span.End);
        var text = scene.Text.ToString(lines).TrimEnd('\r', '\n');
        return last.FullSpan.End < line.End
            ? null
            : [new TextChange(lines, string.Empty), new TextChange(new TextSpan(line.End, 0), scene.NewLine + text)];
    }

    // From the comment directly above it to the end of its last line.
    private static TextSpan? LinesOf(StatementSyntax statement, FixScene scene)
    {
        var lines = scene.Text.Lines;
        var first = lines.GetLineFromPosition(statement.SpanStart);
        var last = lines.GetLineFromPosition(statement.Span.End);
        if (first.Start + scene.IndentationAt(statement.SpanStart).Length != statement.SpanStart || statement.FullSpan.End < last.End)
            return null;

        while (first.LineNumber > 0 && lines[first.LineNumber - 1] is var above && above.ToString().TrimStart().StartsWith("//", System.StringComparison.Ordinal))
            first = above;
        return TextSpan.FromBounds(first.Start, last.EndIncludingLineBreak);
    }

    // command.CommandText = …: what the statement uses means something else behind it.
    private static bool Changes(IEnumerable<StatementSyntax> crossed, HashSet<string> names) => crossed
        .SelectMany(statement => statement.DescendantNodes())
        .Select(node => node switch
        {
            AssignmentExpressionSyntax { Left: var target } => target,
            ArgumentSyntax { RefKindKeyword.RawKind: not 0, Expression: var target } => target,
            PrefixUnaryExpressionSyntax { Operand: var target } => target,
            PostfixUnaryExpressionSyntax { Operand: var target } => target,
            _ => null,
        })
        .Any(target => target?.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().FirstOrDefault() is { } root && names.Contains(root.Identifier.ValueText));

    private static HashSet<string> NamesIn(StatementSyntax statement) =>
        [.. statement.DescendantNodes().OfType<IdentifierNameSyntax>().Select(name => name.Identifier.ValueText)];

    private static bool Leaves(StatementSyntax statement) => statement
        .DescendantNodesAndSelf(node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
        .Any(node => node is ReturnStatementSyntax or BreakStatementSyntax or ContinueStatementSyntax or GotoStatementSyntax or YieldStatementSyntax);
}
