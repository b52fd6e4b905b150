using System;
using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>The calls of known APIs anywhere in a compilation: what one file says once holds for the code of others.</summary>
internal static class KnownCalls
{
    private const string Subscribing = "add_";

    /// <summary>The calls, creations and subscriptions of the APIs of a role that match, file by file.</summary>
    public static IEnumerable<Call> Of(PipelineContext context, ApiRole role, Func<ApiModel, bool> matches)
    {
        var names = new HashSet<string>(context.Apis.OfRole(role).Where(api => api.SymbolName.Kind == 'M' && matches(api)).Select(WordOf));
        foreach (var tree in context.Compilation.SyntaxTrees.Where(tree => names.Any(name => context.Sketches.Of(tree).Words.Contains(WordHash.Of(name)))))
        {
            foreach (var node in tree.GetRoot().DescendantNodes().Where(node => IsNamed(node, names)))
            {
                if (context.ModelFor(tree).GetOperation(node) is { } operation
                    && context.Apis.FindAll(SymbolOf(operation)).FirstOrDefault(api => api.Role == role && matches(api)) is { } api
                    && FrameAround(operation) is { } frame)
                    yield return new Call(operation, api, frame);
            }
        }
    }

    /// <summary>The name that a call is written with; <see langword="null"/> where it calls what an expression gives.</summary>
    public static SimpleNameSyntax? NameIn(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax { Name: var name } => name,
        MemberBindingExpressionSyntax { Name: var name } => name,
        var expression => expression as SimpleNameSyntax,
    };

    /// <summary>The body that holds an operation, as the start of what is followed from there; <see langword="null"/> outside of members.</summary>
    public static Frame? FrameAround(IOperation operation)
    {
        var body = operation;
        while (body.Parent is { } parent)
            body = parent;
        var method = operation.SemanticModel?.GetEnclosingSymbol(operation.Syntax.SpanStart);
        while (method is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction or MethodKind.LocalFunction })
            method = method.ContainingSymbol;
        return method is IMethodSymbol owner ? new Frame(owner, body) : null;
    }

    // Code subscribes to an event by its own name.
    private static string WordOf(ApiModel api) => api.SymbolName.NameInSource is var name && name.StartsWith(Subscribing, StringComparison.Ordinal) ? name.Substring(Subscribing.Length) : name;

    private static ISymbol? SymbolOf(IOperation operation) =>
        operation is IEventAssignmentOperation { Adds: true, EventReference: IEventReferenceOperation { Event.AddMethod: { } add } } ? add : Values.SymbolOf(operation);

    private static bool IsNamed(SyntaxNode node, HashSet<string> names) => node switch
    {
        InvocationExpressionSyntax call => NameIn(call) is { Identifier.ValueText: var name } && names.Contains(name),
        ObjectCreationExpressionSyntax { Type: var type } => type.DescendantTokens().Any(token => names.Contains(token.ValueText)),
        ImplicitObjectCreationExpressionSyntax => true,
        AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.AddAssignmentExpression, Left: var left } => left.DescendantTokens().Any(token => names.Contains(token.ValueText)),
        _ => false,
    };
}
