using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DataEngAnalyzers.CodeFixes.Reliability;

/// <summary>The place where work is finished: behind its last statement, on the path where nothing failed.</summary>
/// <param name="Statement">The last statement of the work.</param>
internal sealed record Finish(StatementSyntax Statement)
{
    /// <summary>The place behind the last of some statements that count; <see langword="null"/> where no code can follow it.</summary>
    public static Finish? Behind(IEnumerable<StatementSyntax> statements, Func<StatementSyntax, bool> counts, FixScene scene)
    {
        // A failure inside a try must not be followed by the finish behind it.
        var last = statements.LastOrDefault(counts);
        while (last is TryStatementSyntax attempt)
            last = attempt.Block.Statements.LastOrDefault(counts);

        return last is ReturnStatementSyntax || (last is not null && scene.Model.AnalyzeControlFlow(last) is { Succeeded: true, EndPointIsReachable: true })
            ? new Finish(last)
            : null;
    }

    /// <summary>The changes that put a call there; what a return still computes is computed first.</summary>
    public IEnumerable<TextChange> Insert(string call, FixScene scene)
    {
        if (Statement is not ReturnStatementSyntax { Expression: var value })
            return [StatementList.InsertAfter(Statement, call, scene)];
        if (value is null or IdentifierNameSyntax or LiteralExpressionSyntax)
            return [StatementList.InsertBefore(Statement, call, scene)];

        var result = Surrounding.FreeName("result", Statement, scene);
        var line = scene.NewLine + scene.IndentationAt(Statement.SpanStart);
        return
        [
            new TextChange(TextSpan.FromBounds(Statement.SpanStart, value.SpanStart), "var " + result + " = "),
            new TextChange(new TextSpan(Statement.Span.End, 0), line + call + line + "return " + result + ";"),
        ];
    }
}
