using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Pipeline;

/// <summary>How columns are matched by their position.</summary>
internal enum PositionalKind
{
    /// <summary>A bulk copier without column mappings.</summary>
    BulkCopy,

    /// <summary>INSERT without a column list.</summary>
    Insert,

    /// <summary>COPY without a column list.</summary>
    Copy,

    /// <summary>A column read by its number from <c>SELECT *</c>.</summary>
    Ordinal,

    /// <summary>A CSV field read by its number although the file has a header.</summary>
    IndexedCsv,
}

/// <summary>A place where a moved, added or dropped column silently puts values into the wrong one.</summary>
/// <param name="Kind">How columns are matched.</param>
/// <param name="Operation">The operation that matches them.</param>
/// <param name="Where">The clause or call a reader must look at.</param>
internal sealed record PositionalUse(PositionalKind Kind, DataOperation Operation, Location Where)
{
    /// <summary>The dataset whose columns are matched.</summary>
    public Dataset? Dataset { get; init; }

    /// <summary>Column names that the code itself gives, in order; empty when it gives none.</summary>
    public ImmutableArray<string> Columns { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>Where a column list would go; <see langword="null"/> when that place is not in one literal.</summary>
    public Location? ListPoint { get; init; }
}
