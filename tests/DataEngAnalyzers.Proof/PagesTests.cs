using System.Linq;
using DataEngAnalyzers.Proof.Proofs;
using Xunit;

namespace DataEngAnalyzers.Proof;

/// <summary>The pages say what is proven, and nothing else.</summary>
public sealed class PagesTests
{
    private const string Rewrite = "Run 'dotnet run --project tests/DataEngAnalyzers.Proof'; stale: ";

    [Fact]
    public void Each_page_has_a_line_for_each_proof_of_its_rule()
    {
        var lacking = AllProofs.All.Where(proof => Pages.LineOf(proof) is null).Select(proof => $"{proof} on {proof.Scenario.Engine}").ToList();
        Assert.True(lacking.Count == 0, Rewrite + string.Join(", ", lacking));
    }

    [Fact]
    public void Every_page_is_up_to_date()
    {
        var lines = AllProofs.All.Select(proof => (proof, Pages.LineOf(proof) ?? string.Empty)).ToList();
        var stale = Pages.With(lines).Where(file => !file.IsUpToDate(Pages.Root)).Select(file => file.Path).ToList();
        Assert.True(stale.Count == 0, Rewrite + string.Join(", ", stale));
    }
}
