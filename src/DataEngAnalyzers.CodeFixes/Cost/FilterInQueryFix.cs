using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DataEngAnalyzers.CodeFixes.Cost;

/// <summary>Puts a filter before the call that reads: <c>table.ToList().Where(…)</c> becomes <c>table.Where(…).ToList()</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(FilterInQueryFix))]
public sealed class FilterInQueryFix() : DataEngFix("DEA8002")
{
    /// <inheritdoc/>
    protected override IEnumerable<PlannedFix> Plan(Diagnostic diagnostic, FixScene scene)
    {
        if (scene.NodeAt(diagnostic).FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Where", Expression: var rows } } filter
            || ReaderIn(rows) is not { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ToList" or "ToListAsync" or "ToArray" or "ToArrayAsync", Expression: var query } }
            || filter.ContainsDirectives)
            yield break;

        // From the line break before the dot to the end of the arguments.
        var moved = TextSpan.FromBounds(rows.Span.End, filter.Span.End);
        yield return new PlannedFix(nameof(FilterInQueryFix), "Let the database filter the rows", ImmutableArray.Create(
            new TextChange(new TextSpan(query.Span.End, 0), scene.Text.ToString(moved)),
            new TextChange(moved, string.Empty)));
    }

    // query.ToList(), (await query.ToListAsync(…))
    private static InvocationExpressionSyntax? ReaderIn(ExpressionSyntax rows) => rows switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait", Expression: var inner } } => ReaderIn(inner),
        InvocationExpressionSyntax reader => reader,
        ParenthesizedExpressionSyntax { Expression: AwaitExpressionSyntax { Expression: var awaited } } => ReaderIn(awaited),
        _ => null,
    };
}
