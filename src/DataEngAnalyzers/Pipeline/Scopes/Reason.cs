using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Pipeline;

/// <summary>One fact that speaks for a method being pipeline code, or against it.</summary>
/// <param name="Clause">The fact, as a clause for evidence: <c>it runs on a schedule</c>.</param>
/// <param name="Where">The code that shows it.</param>
internal sealed record Reason(string Clause, Location Where)
{
    /// <summary>The type, attribute or method that shows it; <see langword="null"/> where operations do.</summary>
    public ISymbol? Symbol { get; init; }

    /// <summary>The operation that shows it.</summary>
    public DataOperation? Operation { get; init; }

    /// <summary>The clause with what shows it: <c>it runs on a schedule (Quartz.IJob)</c>.</summary>
    public override string ToString() => Symbol is null ? Clause : $"{Clause} ({NameOf(Symbol)})";

    /// <summary>All reasons as one sentence without its period.</summary>
    public static string Join(IEnumerable<Reason> reasons)
    {
        var clauses = reasons.Select(reason => reason.ToString()).ToList();
        return clauses.Count == 1 ? clauses[0] : string.Join(", ", clauses.Take(clauses.Count - 1)) + " and " + clauses[clauses.Count - 1];
    }

    private static string NameOf(ISymbol symbol) => symbol is IMethodSymbol method ? $"{method.ContainingType.Name}.{Stage.NameOf(method)}" : symbol.ToDisplayString();
}
