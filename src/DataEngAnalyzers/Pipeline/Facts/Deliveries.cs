using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DataEngAnalyzers.Pipeline;

/// <summary>Messages that a producer only takes into its buffer, and of which nobody learns whether they arrived.</summary>
internal static class Deliveries
{
    /// <summary>
    /// The sends that nothing waits for: no callback hears of the outcome, and the type that makes the producer never flushes it. A
    /// producer that was handed in may be flushed by its owner.
    /// </summary>
    public static IEnumerable<DataOperation> UnobservedDeliveries(this Stage stage) => stage.Writes.Where(write =>
        write.Api["flush"] is { } flush
        && write.Call["callback"] is null or { Operation.ConstantValue: { HasValue: true, Value: null } }
        && MakerOf(write, stage.Context.Values) is not null
        && !IsCalled(flush, write.Member.ContainingType));

    /// <summary>What makes the producer of a write; <see langword="null"/> where it was handed in.</summary>
    public static IOperation? MakerOf(DataOperation write, Values values) =>
        write.Call.Receiver is { } producer ? Creations.Behind(producer, values)?.Operation : null;

    private static bool IsCalled(string method, INamedTypeSymbol type) => type.DeclaringSyntaxReferences
        .SelectMany(declaration => declaration.GetSyntax().DescendantNodes())
        .Any(node => node is SimpleNameSyntax { Identifier.ValueText: var name } && name == method);
}
