using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DataEngAnalyzers.CodeFixes.Reliability;

/// <summary>Awaits what was dropped; a loop over an async delegate becomes one that awaits it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AwaitFix))]
public sealed class AwaitFix() : DataEngFix("DEA1029")
{
    /// <inheritdoc/>
    protected override IEnumerable<PlannedFix> Plan(Diagnostic diagnostic, FixScene scene)
    {
        if (scene.NodeAt(diagnostic).FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } call
            && call.FirstAncestorOrSelf<ExpressionStatementSyntax>() is { } statement
            && Surrounding.IsAsync(statement)
            && Changes(call, statement, scene) is { } changes)
            yield return new PlannedFix(nameof(AwaitFix), "Await the work, so that its errors reach the load", changes);
    }

    private static ImmutableArray<TextChange>? Changes(InvocationExpressionSyntax call, ExpressionStatementSyntax statement, FixScene scene)
    {
        if (scene.Model.GetSymbolInfo(call, scene.Cancellation).Symbol is not IMethodSymbol method)
            return null;
        if (method is { Name: "ForEach", ContainingType.Name: "Parallel", Parameters.Length: 2 })
            return InParallel(call, method, statement);
        if (method is { Name: "ForEach", ContainingType: { Name: "List", ContainingNamespace.Name: "Generic" } })
            return OneByOne(call, statement);
        return method.ReturnType.Name is "Task" or "ValueTask" && TaskOf(statement) == call && !HandsOverAsyncVoid(call, scene) ? Awaited(statement) : null;
    }

    // What the statement drops; one that is awaited already drops nothing.
    private static ExpressionSyntax TaskOf(ExpressionStatementSyntax statement)
    {
        var task = statement.Expression is AssignmentExpressionSyntax { Right: var assigned } ? assigned : statement.Expression;
        while (true)
        {
            switch (task)
            {
                case ParenthesizedExpressionSyntax { Expression: var inner }:
                    task = inner;
                    continue;
                case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait", Expression: var inner } }:
                    task = inner;
                    continue;
                default:
                    return task;
            }
        }
    }

    // Subscribe(async row => …) with an Action: whoever awaits the call does not await the delegate.
    private static bool HandsOverAsyncVoid(InvocationExpressionSyntax call, FixScene scene) => call.ArgumentList.Arguments.Any(argument =>
        argument.Expression is AnonymousFunctionExpressionSyntax lambda && scene.Model.GetSymbolInfo(lambda, scene.Cancellation).Symbol is IMethodSymbol { IsAsync: true, ReturnsVoid: true });

    // _ = WriteAsync(); WriteAsync();
    private static ImmutableArray<TextChange> Awaited(ExpressionStatementSyntax statement) => ImmutableArray.Create(
        statement.Expression is AssignmentExpressionSyntax { Right: var task }
            ? new TextChange(TextSpan.FromBounds(statement.SpanStart, task.SpanStart), "await ")
            : new TextChange(new TextSpan(statement.SpanStart, 0), "await "));

    // Parallel.ForEach(rows, async row => …)  →  await Parallel.ForEachAsync(rows, async (row, _) => …)
    private static ImmutableArray<TextChange>? InParallel(InvocationExpressionSyntax call, IMethodSymbol method, ExpressionStatementSyntax statement)
    {
        if (statement.Expression != call
            || method.ContainingType.GetMembers("ForEachAsync").IsEmpty
            || call is not { Expression: MemberAccessExpressionSyntax { Name: IdentifierNameSyntax name }, ArgumentList.Arguments: [_, { Expression: var lambda }] })
            return null;

        var parameters = lambda switch
        {
            SimpleLambdaExpressionSyntax { Parameter: var parameter } => new TextChange(parameter.Span, $"({parameter}, _)"),
            ParenthesizedLambdaExpressionSyntax { ParameterList: { Parameters: [{ Type: null } parameter] } list } => new TextChange(list.Span, $"({parameter}, _)"),
            _ => default,
        };
        return parameters.NewText is null
            ? null
            : ImmutableArray.Create(new TextChange(new TextSpan(statement.SpanStart, 0), "await "), new TextChange(name.Span, "ForEachAsync"), parameters);
    }

    // rows.ForEach(async row => …);  →  foreach (var row in rows) …
    private static ImmutableArray<TextChange>? OneByOne(InvocationExpressionSyntax call, ExpressionStatementSyntax statement)
    {
        if (statement.Expression != call
            || call is not { Expression: MemberAccessExpressionSyntax { Expression: var rows }, ArgumentList.Arguments: [{ Expression: LambdaExpressionSyntax lambda }] }
            || ParameterOf(lambda) is not { } parameter
            || lambda.Body.DescendantNodesAndSelf(node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)).Any(node => node is ReturnStatementSyntax))
            return null;

        return ImmutableArray.Create(
            new TextChange(TextSpan.FromBounds(statement.SpanStart, lambda.Body.SpanStart), $"foreach (var {parameter} in {rows}) "),
            new TextChange(TextSpan.FromBounds(lambda.Body.Span.End, statement.Span.End), lambda.Body is BlockSyntax ? string.Empty : ";"));
    }

    private static string? ParameterOf(LambdaExpressionSyntax lambda) => lambda switch
    {
        SimpleLambdaExpressionSyntax { Parameter.Identifier.ValueText: var name } => name,
        ParenthesizedLambdaExpressionSyntax { ParameterList.Parameters: [{ Identifier.ValueText: var name }] } => name,
        _ => null,
    };
}
