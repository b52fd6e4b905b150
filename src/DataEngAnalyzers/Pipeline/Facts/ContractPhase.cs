using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DataEngAnalyzers.Pipeline;

/// <summary>
/// The author's word that a destructive change is the last step of an expand and contract change: <c>[ContractPhase("reason")]</c> on the
/// migration, or a comment <c>dataeng: contract-phase: reason</c> at the operation. Without a reason it does not count.
/// </summary>
internal static class ContractPhase
{
    private const string Mark = "dataeng: contract-phase:";

    public static bool IsDeclared(DataOperation operation) =>
        Attributes.HasAround(operation.Member, Attributes.ContractPhase)
        || Comments(operation.Call.Operation.Syntax).Any(IsDeclared)
        || operation.Text is { Text.Text: var sql } && IsDeclared(sql);

    private static IEnumerable<string> Comments(SyntaxNode call)
    {
        var statement = call.FirstAncestorOrSelf<StatementSyntax>() ?? call;
        return statement.DescendantTrivia().Where(trivia => !trivia.IsDirective).Select(trivia => trivia.ToString());
    }

    /// <summary>True when a comment, or SQL with a comment in it, gives the reason.</summary>
    public static bool IsDeclared(string comment)
    {
        var at = comment.IndexOf(Mark, StringComparison.OrdinalIgnoreCase);
        return at >= 0 && comment.Substring(at + Mark.Length).Trim().Length > 0;
    }
}
