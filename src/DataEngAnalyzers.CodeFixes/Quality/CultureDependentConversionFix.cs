using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DataEngAnalyzers.Pipeline;
using DataEngAnalyzers.Rules;
using DataEngAnalyzers.Rules.Quality;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace DataEngAnalyzers.CodeFixes.Quality;

/// <summary>Gives a conversion of data the invariant culture; a date that had no pattern is written as ISO 8601.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CultureDependentConversionFix))]
public sealed class CultureDependentConversionFix : DataEngFix
{
    private const string Key = "DEA2004.Invariant";

    /// <summary>Fixes DEA2004.</summary>
    public CultureDependentConversionFix()
        : base("DEA2004")
    {
    }

    /// <inheritdoc/>
    protected override bool ChangesData => true;

    /// <inheritdoc/>
    protected override IEnumerable<PlannedFix> Plan(Diagnostic diagnostic, FixScene scene)
    {
        if (!diagnostic.Properties.TryGetValue(PropertyKeys.Fix + CultureDependentConversion.FormForFix, out var text) || !Enum.TryParse<ConversionForm>(text, out var form))
            yield break;

        var node = scene.NodeAt(diagnostic);
        var changes = form switch
        {
            ConversionForm.Hole => OfHole(node as ExpressionSyntax, scene),
            ConversionForm.Operand => OfOperand(node as ExpressionSyntax, scene),
            ConversionForm.Handle => OfHandle(node, scene),
            _ => OfCall(node.FirstAncestorOrSelf<InvocationExpressionSyntax>(), scene),
        };
        if (changes.Count > 0)
            yield return new PlannedFix(Key, "Convert the same on every machine (invariant culture)", Usings.For(scene, "System.Globalization", "CultureInfo", node.SpanStart).Concat(changes).ToImmutableArray());
    }

    private static List<TextChange> OfHole(ExpressionSyntax? value, FixScene scene)
    {
        if (value?.Parent is not InterpolationSyntax hole || InvariantText.Of(value, hole.FormatClause?.FormatStringToken.ValueText, scene) is not { } written)
            return [];

        var change = new TextChange(value.Span, written);
        return hole.FormatClause is { } format ? [change, new TextChange(format.Span, string.Empty)] : [change];
    }

    private static List<TextChange> OfOperand(ExpressionSyntax? value, FixScene scene) =>
        value is not null && InvariantText.Of(value, pattern: null, scene) is { } written ? [new TextChange(value.Span, written)] : [];

    private static List<TextChange> OfHandle(SyntaxNode name, FixScene scene)
    {
        if (name.FirstAncestorOrSelf<AssignmentExpressionSyntax>() is { Left: var target } assignment && target.Span.Contains(name.Span))
            return [new TextChange(assignment.Right.Span, InvariantText.Culture)];

        var creation = name.FirstAncestorOrSelf<BaseObjectCreationExpressionSyntax>();
        return creation is not null && scene.Model.GetOperation(creation, scene.Cancellation) is IObjectCreationOperation made
            ? ReplaceCulture(made.Arguments)
            : [];
    }

    private static List<TextChange> OfCall(InvocationExpressionSyntax? call, FixScene scene)
    {
        if (call is null || scene.Model.GetOperation(call, scene.Cancellation) is not IInvocationOperation invocation)
            return [];
        if (ReplaceCulture(invocation.Arguments) is { Count: > 0 } replaced)
            return replaced;
        if (call.ArgumentList.Arguments.Any(argument => argument.NameColon is not null))
            return [];
        return InvariantText.IsPlainDate(invocation)
            ? [new TextChange(call.ArgumentList.Span, $"({InvariantText.IsoPattern(invocation.Instance!.Type!)}, {InvariantText.Culture})")]
            : CultureOverload.Changes(call.ArgumentList, invocation.TargetMethod);
    }

    private static List<TextChange> ReplaceCulture(ImmutableArray<IArgumentOperation> arguments) => arguments
        .Where(argument => argument.ArgumentKind == ArgumentKind.Explicit && CultureOverload.TakesCulture(argument.Parameter!))
        .Select(argument => new TextChange(argument.Value.Syntax.Span, InvariantText.Culture))
        .ToList();
}
