using System;
using System.Linq;
using DataEngAnalyzers.CodeFixes;
using DataEngAnalyzers.FixTrial;
using DataEngAnalyzers.Proof.Proofs;
using Xunit;

namespace DataEngAnalyzers.Proof;

/// <summary>The pages say what is proven, and nothing else.</summary>
public sealed class PagesTests
{
    private const string Reliability = "DEA1";
    private const string Rewrite = "Run 'dotnet run --project tests/DataEngAnalyzers.Proof'; stale: ";

    [Fact]
    public void Each_claim_has_its_line_on_a_page()
    {
        var lacking = AllClaims.All.Where(claim => Pages.LineOf(claim) is null).Select(claim => $"{claim} on {claim.Scenario.Engine}").ToList();
        Assert.True(lacking.Count == 0, Rewrite + string.Join(", ", lacking));
    }

    [Fact]
    public void Every_page_is_up_to_date()
    {
        var lines = AllClaims.All.Select(claim => (claim, Pages.LineOf(claim) ?? string.Empty)).ToList();
        var stale = Pages.With(lines).Where(file => !file.IsUpToDate(Pages.Root)).Select(file => file.Path).ToList();
        Assert.True(stale.Count == 0, Rewrite + string.Join(", ", stale));
    }

    [Fact]
    public void Nothing_that_is_proven_is_listed_as_unproven() =>
        Assert.DoesNotContain(AllClaims.All.OfType<Proof>(), proof => proof.HasFix && NotProven.All.ContainsKey(proof.Rule));

    [Fact]
    public void Every_fix_that_changes_what_a_run_leaves_is_proven()
    {
        var changing = Offer.Providers
            .SelectMany(fix => fix.FixableDiagnosticIds.Where(rule => fix.GetFixAllProvider() is FixAllOnRequest || rule.StartsWith(Reliability, StringComparison.Ordinal)))
            .Distinct();
        var proven = AllClaims.All.OfType<Proof>().Where(proof => proof.HasFix).Select(proof => proof.Rule);
        var lacking = changing.Except(proven).Except(NotProven.All.Keys).ToList();
        Assert.True(lacking.Count == 0, "CONTRIBUTING.md says how to prove a fix; not proven: " + string.Join(", ", lacking));
    }
}
