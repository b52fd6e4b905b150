using System.Collections.Generic;
using System.Collections.Immutable;
using DataEngAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DataEngAnalyzers.CodeFixes.Reliability;

/// <summary>Attaches a command to the transaction that is pending on its connection.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(EnlistFix))]
public sealed class EnlistFix : DataEngFix
{
    /// <summary>Mends DEA1015 where a command is left out.</summary>
    public EnlistFix()
        : base("DEA1015")
    {
    }

    /// <inheritdoc/>
    protected override IEnumerable<PlannedFix> Plan(Diagnostic diagnostic, FixScene scene)
    {
        if (!diagnostic.Properties.TryGetValue(PropertyKeys.Fix + "transaction", out var transaction) || transaction is null or "")
            yield break;

        var node = scene.NodeAt(diagnostic);
        var expression = (ExpressionSyntax?)node.FirstAncestorOrSelf<BaseObjectCreationExpressionSyntax>(creation => creation is ImplicitObjectCreationExpressionSyntax || creation is ObjectCreationExpressionSyntax { Type: var type } && type.Span.Contains(node.Span))
            ?? node.FirstAncestorOrSelf<InvocationExpressionSyntax>();
        if (expression is not null && Enlisting.Into(expression, transaction, scene) is { } changes)
            yield return new PlannedFix(nameof(EnlistFix), "Run the command inside the pending transaction", changes.ToImmutableArray());
    }
}
