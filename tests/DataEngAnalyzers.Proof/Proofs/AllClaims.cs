using System.Collections.Immutable;

namespace DataEngAnalyzers.Proof.Proofs;

/// <summary>Everything that is shown.</summary>
internal static class AllClaims
{
    public static ImmutableArray<Claim> All { get; } = [.. Upserts.All, .. Transactions.All, .. Progress.All, .. Values.All, .. Traps.All];
}
