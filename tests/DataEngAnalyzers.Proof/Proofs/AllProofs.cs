using System.Collections.Immutable;

namespace DataEngAnalyzers.Proof.Proofs;

/// <summary>Everything that is proven.</summary>
internal static class AllProofs
{
    public static ImmutableArray<Proof> All { get; } = [.. Upserts.All, .. Transactions.All];
}
