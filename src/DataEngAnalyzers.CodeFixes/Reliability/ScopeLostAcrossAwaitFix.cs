using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DataEngAnalyzers.CodeFixes.Reliability;

/// <summary>Makes an ambient transaction follow the flow of an async method.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ScopeLostAcrossAwaitFix))]
public sealed class ScopeLostAcrossAwaitFix : DataEngFix
{
    private const string Option = "TransactionScopeAsyncFlowOption";

    /// <summary>Mends DEA1016.</summary>
    public ScopeLostAcrossAwaitFix()
        : base("DEA1016")
    {
    }

    /// <inheritdoc/>
    protected override IEnumerable<PlannedFix> Plan(Diagnostic diagnostic, FixScene scene)
    {
        if (scene.NodeAt(diagnostic).FirstAncestorOrSelf<BaseObjectCreationExpressionSyntax>() is not { } creation
            || scene.Model.GetSymbolInfo(creation, scene.Cancellation).Symbol is not IMethodSymbol constructor
            || scene.Model.Compilation.GetTypeByMetadataName("System.Transactions." + Option) is not { } option)
            yield break;

        var enabled = option.ToMinimalDisplayString(scene.Model, creation.SpanStart) + ".Enabled";
        if (Change(creation, constructor, enabled) is { } change)
            yield return new PlannedFix(nameof(ScopeLostAcrossAwaitFix), "Let the transaction flow across await", ImmutableArray.Create(change));
    }

    private static TextChange? Change(BaseObjectCreationExpressionSyntax creation, IMethodSymbol constructor, string enabled)
    {
        if (creation.ArgumentList is not { } list)
            return new TextChange(new TextSpan(creation.Span.End, 0), "(" + enabled + ")");

        var flow = constructor.Parameters.FirstOrDefault(parameter => parameter.Type.Name == Option);
        if (flow is not null)
        {
            var given = list.Arguments.FirstOrDefault(argument => argument.NameColon?.Name.Identifier.ValueText == flow.Name) ?? list.Arguments[flow.Ordinal];
            return new TextChange(given.Expression.Span, enabled);
        }

        var flowing = constructor.ContainingType.InstanceConstructors.FirstOrDefault(other => Continues(other, constructor));
        if (flowing is null)
            return null;

        var isNamed = list.Arguments.Any(argument => argument.NameColon is not null);
        var added = isNamed ? flowing.Parameters[flowing.Parameters.Length - 1].Name + ": " + enabled : enabled;
        return new TextChange(new TextSpan(list.CloseParenToken.SpanStart, 0), list.Arguments.Count == 0 ? added : ", " + added);
    }

    // The overload with the same parameters and the flow option behind them.
    private static bool Continues(IMethodSymbol other, IMethodSymbol constructor) =>
        other.Parameters.Length == constructor.Parameters.Length + 1
        && other.Parameters[other.Parameters.Length - 1].Type.Name == Option
        && constructor.Parameters.Zip(other.Parameters, (one, two) => SymbolEqualityComparer.Default.Equals(one.Type, two.Type)).All(same => same);
}
