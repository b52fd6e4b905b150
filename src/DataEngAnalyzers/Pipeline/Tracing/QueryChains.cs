using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>Reads a deferred query as the chain of calls it is made of: <c>sales.Where(…).OrderBy(…).Take(100)</c>.</summary>
internal static class QueryChains
{
    private const int MostCalls = 32;

    /// <summary>The calls on the way from a query back to its table, the last first; those of a method that is not LINQ's end the chain.</summary>
    public static IEnumerable<IInvocationOperation> Calls(Value query, Values values)
    {
        for (var step = 0; step < MostCalls; step++)
        {
            var made = values.Resolve(query);
            if (made.Operation is not IInvocationOperation { Arguments: { Length: > 0 } arguments } call || !IsOfLinq(call.TargetMethod))
                yield break;

            yield return call;
            query = made.At(arguments[0].Value);
        }
    }

    /// <summary>Where the query takes or skips a number of rows that nothing has ordered; <see langword="null"/> when something may have.</summary>
    public static Location? UnorderedTake(Value query, Values values)
    {
        Location? taken = null;
        var start = query;
        foreach (var call in Calls(query, values))
        {
            if (call.TargetMethod.Name.IndexOf("Order", StringComparison.Ordinal) >= 0)
                return null;
            if (call.TargetMethod.Name is "Take" or "Skip")
                taken = Call.PlaceOf(call.Syntax);
            start = query.At(call.Arguments[0].Value);
        }

        return IsTable(values.Resolve(start).Operation) ? taken : null;
    }

    // A query that somebody handed in may be ordered.
    private static bool IsTable(IOperation start) =>
        start is IPropertyReferenceOperation or IFieldReferenceOperation or IInvocationOperation { TargetMethod.IsExtensionMethod: false };

    private static bool IsOfLinq(IMethodSymbol method) =>
        method.ContainingType is { Name: "Queryable" or "EntityFrameworkQueryableExtensions" };
}
