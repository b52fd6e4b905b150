using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DataEngAnalyzers.CodeFixes.Reliability;

/// <summary>Keeps a resilience handler from repeating requests that change something.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SafeMethodsOnlyFix))]
public sealed class SafeMethodsOnlyFix() : DataEngFix("DEA1002")
{
    private const string Namespace = "Microsoft.Extensions.Http.Resilience";
    private const string Type = "HttpRetryStrategyOptionsExtensions";
    private const string Method = "DisableForUnsafeHttpMethods";
    private const string Setting = ".Retry." + Method + "()";

    /// <inheritdoc/>
    protected override IEnumerable<PlannedFix> Plan(Diagnostic diagnostic, FixScene scene)
    {
        if (!scene.SitesAt(diagnostic).Any(site => site.Operation.Api["options"] is not null) || scene.NodeAt(diagnostic).FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { } call)
            yield break;
        if (!IsReady(scene.Model.Compilation))
            yield break;

        if (ChangeOf(call, scene) is { } change)
        {
            var changes = Usings.For(scene, Namespace, Type, call.SpanStart).Append(change).ToImmutableArray();
            yield return new PlannedFix(nameof(SafeMethodsOnlyFix), "Repeat no POST, PATCH, PUT or DELETE: a request that fails is not sent again", changes);
        }
    }

    // Older versions lack it, or compile it only where the user has agreed to an experiment.
    private static bool IsReady(Compilation compilation) =>
        compilation.GetTypeByMetadataName($"{Namespace}.{Type}")?.GetMembers(Method).FirstOrDefault() is { } method
        && !method.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "ExperimentalAttribute");

    private static TextChange? ChangeOf(InvocationExpressionSyntax call, FixScene scene) => call.ArgumentList.Arguments switch
    {
        [] => new TextChange(new TextSpan(call.ArgumentList.OpenParenToken.Span.End, 0), "options => options" + Setting),
        [{ Expression: LambdaExpressionSyntax { Block: { } block } lambda }] when ParameterOf(lambda) is { } name => IntoBlock(block, name, scene),
        [{ Expression: LambdaExpressionSyntax { ExpressionBody: { } body } lambda }] when ParameterOf(lambda) is { } name =>
            new TextChange(body.Span, $"{{ {name}{Setting}; {body}; }}"),
        _ => null,
    };

    private static TextChange? IntoBlock(BlockSyntax block, string name, FixScene scene) => block.Statements is [var first, ..]
        ? new TextChange(new TextSpan(first.SpanStart, 0), $"{name}{Setting};" + (IsOnOwnLine(first, scene) ? scene.NewLine + scene.IndentationAt(first.SpanStart) : " "))
        : null;

    private static bool IsOnOwnLine(SyntaxNode statement, FixScene scene)
    {
        var line = scene.Text.Lines.GetLineFromPosition(statement.SpanStart);
        return string.IsNullOrWhiteSpace(scene.Text.ToString(TextSpan.FromBounds(line.Start, statement.SpanStart)));
    }

    private static string? ParameterOf(LambdaExpressionSyntax lambda) => lambda switch
    {
        SimpleLambdaExpressionSyntax { Parameter.Identifier.ValueText: var name } => name,
        ParenthesizedLambdaExpressionSyntax { ParameterList.Parameters: [{ Identifier.ValueText: var name }] } => name,
        _ => null,
    };
}
