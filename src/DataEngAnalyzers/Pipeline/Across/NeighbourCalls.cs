using System;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Linq;
using DataEngAnalyzers.Knowledge;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Pipeline;

/// <summary>What a call into another project does to data.</summary>
internal sealed class NeighbourCalls
{
    private readonly PipelineContext _context;
    private readonly Neighbours _neighbours;
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<ApiModel>> _rows = new(SymbolEqualityComparer.Default);

    public NeighbourCalls(PipelineContext context, Neighbours neighbours)
    {
        _context = context;
        _neighbours = neighbours;
    }

    /// <summary>The rows of the one method that a call runs; none where several can run, or nothing is known of it.</summary>
    public ImmutableArray<ApiModel> RowsOf(ISymbol symbol) => _neighbours.IsEmpty || symbol is not IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.ReducedExtension } method
        ? ImmutableArray<ApiModel>.Empty
        : _rows.GetOrAdd((method.ReducedFrom ?? method).OriginalDefinition, definition => Find((IMethodSymbol)definition));

    private ImmutableArray<ApiModel> Find(IMethodSymbol method)
    {
        if (method.GetDocumentationCommentId() is not { } id)
            return ImmutableArray<ApiModel>.Empty;

        var found = _neighbours.Below(id).ToList();
        if (!method.IsAbstract && IsForeign(method) && _neighbours.Of(method.ContainingAssembly.Name, id) is { } own)
            found.Add(own);
        if (found.Count > 1 && _context.Dispatch.RegisteredFor(method.ContainingType.Name) is { Count: > 0 } registered)
            found = found.Where(summary => SummaryLibrary.NameOf(summary.Id) is { TypeName: var type } && registered.Contains(type)).ToList();
        return found is [var only] && !HasOwnBody(method) ? ImmutableArray<ApiModel>.CastUp(only.Rows) : ImmutableArray<ApiModel>.Empty;
    }

    private bool IsForeign(IMethodSymbol method) => !SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, _context.Compilation.Assembly);

    private bool HasOwnBody(IMethodSymbol method) =>
        _context.Dispatch.TargetsOf(method, self: null).Any(target => !IsForeign(target));
}
