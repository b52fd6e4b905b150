using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DataEngAnalyzers.Pipeline;
using DataEngAnalyzers.Sql;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DataEngAnalyzers.CodeFixes.Quality;

/// <summary>Lets a read wait for the rows that others are changing: the hint goes, the isolation level becomes READ COMMITTED.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReadCommittedFix))]
public sealed class ReadCommittedFix() : DataEngFix("DEA2028")
{
    private const string Uncommitted = "UNCOMMITTED";

    /// <inheritdoc/>
    protected override IEnumerable<PlannedFix> Plan(Diagnostic diagnostic, FixScene scene)
    {
        if ((InCode(diagnostic, scene) ?? InText(diagnostic, scene)) is { IsEmpty: false } changes)
            yield return new PlannedFix(nameof(ReadCommittedFix), "Load committed rows only (the read waits for writers)", changes);
    }

    private static ImmutableArray<TextChange>? InCode(Diagnostic diagnostic, FixScene scene) => scene.NodeAt(diagnostic) switch
    {
        MemberAccessExpressionSyntax { Name: IdentifierNameSyntax level } => ImmutableArray.Create(new TextChange(level.Span, "ReadCommitted")),
        _ => null,
    };

    // All hints of the statement at once: one that stays behind would be the next finding.
    private static ImmutableArray<TextChange>? InText(Diagnostic diagnostic, FixScene scene)
    {
        foreach (var operation in scene.Sites.Select(site => site.Operation))
        {
            if (operation is not { Statement: { } statement, Text: { } text })
                continue;
            if (statement.DirtyReads is [var first, ..] hints && operation.Clause(first.Span) == diagnostic.Location)
                return LiteralEdits.Of(text, hints.Select(hint => new SqlEdit(hint.Removable, string.Empty)), scene);
            if (statement.Kind == SqlStatementKind.Set && operation.Clause(statement.Span) == diagnostic.Location && text.Text.Text.IndexOf(Uncommitted, statement.Span.Start, statement.Span.Length, StringComparison.OrdinalIgnoreCase) is var at and >= 0)
                return LiteralEdits.Of(text, [new SqlEdit(new SqlSpan(at, Uncommitted.Length), "COMMITTED")], scene);
        }

        return null;
    }
}
