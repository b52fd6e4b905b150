using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DataEngAnalyzers.CodeFixes.Cost;

/// <summary>Reads entities without watching them: <c>table.ToList()</c> becomes <c>table.AsNoTracking().ToList()</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NoTrackingFix))]
public sealed class NoTrackingFix() : DataEngFix("DEA8008")
{
    /// <inheritdoc/>
    protected override IEnumerable<PlannedFix> Plan(Diagnostic diagnostic, FixScene scene)
    {
        if (scene.NodeAt(diagnostic).FirstAncestorOrSelf<MemberAccessExpressionSyntax>() is not { Parent: InvocationExpressionSyntax, Expression: var query } reader)
            yield break;

        // A chain that has a line for each call stays one.
        var before = TextSpan.FromBounds(query.Span.End, reader.OperatorToken.SpanStart);
        var space = scene.Text.ToString(before) is var between && string.IsNullOrWhiteSpace(between) ? between : string.Empty;
        yield return new PlannedFix(nameof(NoTrackingFix), "Read the rows without tracking them", Usings
            .For(scene, "Microsoft.EntityFrameworkCore", "EntityFrameworkQueryableExtensions", query.SpanStart)
            .Append(new TextChange(new TextSpan(query.Span.End, 0), space + ".AsNoTracking()"))
            .ToImmutableArray());
    }
}
