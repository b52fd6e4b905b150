using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>A loop over data in a job whose host says when to stop, and nobody listens.</summary>
/// <param name="Operation">What moves data in the loop.</param>
/// <param name="Loop">The outermost loop around it.</param>
/// <param name="Signal">How the job could ask: <c>stoppingToken</c>, <c>context.CancellationToken</c>.</param>
internal sealed record UnheardStop(DataOperation Operation, Loop Loop, string Signal);

/// <summary>Finds entry points that are handed a signal to stop and never look at it.</summary>
internal static class StopSignals
{
    private const string Token = nameof(System.Threading.CancellationToken);

    public static UnheardStop? StopNobodyHears(this Stage stage)
    {
        var root = stage.Run.Root;
        if (stage.Run.IsCutOff || !stage.Context.Hosts.IsEntry(root.Method) || SignalOf(root.Method) is not { } signal || StopsOtherwise(root.Method.ContainingType))
            return null;
        if (stage.Run.Operations.Select(operation => operation.Call.Frame.Body).Append(root.Body).Distinct().SelectMany(body => body.Descendants()).Any(part => Hears(part, signal.Parameter)))
            return null;

        return stage.Operations
            .Where(operation => stage.Moves(operation) && operation.ChangesData)
            .Select(operation => OutermostLong(operation.Around.Loop) is { } loop ? new UnheardStop(operation, loop, signal.Name) : null)
            .FirstOrDefault(found => found is not null);
    }

    private static (IParameterSymbol Parameter, string Name)? SignalOf(IMethodSymbol entry)
    {
        if (entry.Parameters.FirstOrDefault(parameter => parameter.Type.Name == Token) is { } token)
            return (token, token.Name);
        return entry.Parameters.FirstOrDefault(parameter => parameter.Type.GetMembers(Token).OfType<IPropertySymbol>().Any(property => property.Type.Name == Token)) is { } context
            ? (context, context.Name + "." + Token)
            : null;
    }

    // The token itself, or the one of a job's context; who hands the context on may let others look.
    private static bool Hears(IOperation part, IParameterSymbol parameter) =>
        part is IParameterReferenceOperation { Parameter: var used } && SymbolEqualityComparer.Default.Equals(used, parameter)
        && (parameter.Type.Name == Token || part.Parent is IArgumentOperation or IPropertyReferenceOperation { Property.Name: Token });

    // A source of its own, or what the host calls at the end.
    private static bool StopsOtherwise(INamedTypeSymbol type) =>
        type.GetMembers().Any(member => member is IFieldSymbol { Type.Name: "CancellationTokenSource" or Token } or IMethodSymbol { Name: "StopAsync" or "Interrupt" or "Dispose" });

    private static Loop? OutermostLong(Loop? loop)
    {
        Loop? found = null;
        for (; loop is not null; loop = loop.Outer)
            found = loop.Over is LoopOver.Rows or LoopOver.Batches or LoopOver.Time ? loop : found;
        return found;
    }
}
