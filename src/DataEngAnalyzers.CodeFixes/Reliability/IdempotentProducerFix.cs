using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DataEngAnalyzers.CodeFixes.Reliability;

/// <summary>Makes a producer idempotent: the broker recognises a message that is sent again.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(IdempotentProducerFix))]
public sealed class IdempotentProducerFix() : DataEngFix("DEA1005")
{
    private const string Setting = "EnableIdempotence";
    private const string InFlight = "MaxInFlight";

    /// <inheritdoc/>
    protected override IEnumerable<PlannedFix> Plan(Diagnostic diagnostic, FixScene scene)
    {
        if (scene.NodeAt(diagnostic).FirstAncestorOrSelf<BaseObjectCreationExpressionSyntax>() is not { } creation || creation.GetLocation().SourceSpan.Start > diagnostic.Location.SourceSpan.Start)
            yield break;
        if (scene.NodeAt(diagnostic).FirstAncestorOrSelf<AssignmentExpressionSyntax>() is { } inside && creation.Span.Contains(inside.Span))
            yield break;
        if (ChangeOf(creation) is { } change)
            yield return new PlannedFix(nameof(IdempotentProducerFix), "Let the broker recognise messages that are sent again", ImmutableArray.Create(change));
    }

    // More requests under way than an idempotent producer may have make the client refuse to start.
    private static TextChange? ChangeOf(BaseObjectCreationExpressionSyntax creation)
    {
        if (creation.Initializer is not { } initializer)
            return creation.ArgumentList is { } arguments ? new TextChange(new TextSpan(arguments.Span.End, 0), $" {{ {Setting} = true }}") : null;

        var set = initializer.Expressions.OfType<AssignmentExpressionSyntax>().ToList();
        if (set.Any(assignment => assignment.Left.ToString() == InFlight))
            return null;
        if (set.FirstOrDefault(assignment => assignment.Left.ToString() == Setting) is { } off)
            return off.Right.IsKind(SyntaxKind.FalseLiteralExpression) ? new TextChange(off.Right.Span, "true") : null;
        return initializer.Expressions is [.., var last]
            ? new TextChange(new TextSpan(last.Span.End, 0), $", {Setting} = true")
            : new TextChange(new TextSpan(initializer.OpenBraceToken.Span.End, 0), $" {Setting} = true");
    }
}
