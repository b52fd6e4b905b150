using System.Collections.Immutable;

namespace DataEngAnalyzers.Pipeline;

/// <summary>What a method does to data, for the projects that call it. Plain data: holds no symbol.</summary>
/// <param name="Id">Its documentation-comment id.</param>
/// <param name="Contracts">Ids of the interface members that it implements and of the methods that it overrides.</param>
/// <param name="Rows">Its operations, in order.</param>
internal sealed record MethodSummary(string Id, ImmutableArray<string> Contracts, ImmutableArray<SummaryRow> Rows)
{
    /// <summary>What it makes members of, where it is a constructor or a getter.</summary>
    public ImmutableArray<MemberFlow> Flows { get; init; } = ImmutableArray<MemberFlow>.Empty;
}
