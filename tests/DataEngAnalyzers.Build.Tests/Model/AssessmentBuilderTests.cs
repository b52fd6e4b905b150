using System.Linq;
using DataEngAnalyzers.Build.Model;
using DataEngAnalyzers.Build.Sarif;
using Xunit;

namespace DataEngAnalyzers.Build.Tests.Model;

public sealed class AssessmentBuilderTests
{
    [Theory]
    [InlineData(null, "noGate", 0)]
    [InlineData("none", "noGate", 0)]
    [InlineData("critical", "failed", 1)]
    [InlineData("High", "failed", 2)]
    public void The_verdict_is_the_gates(string? failOn, string result, int blocking)
    {
        var verdict = Build(new LogText().Finding().Finding(severity: "High", line: 20).Finding(severity: "Medium", line: 30).Collect(failOn: failOn)).Verdict;

        Assert.Equal((result, blocking), (verdict.Result, verdict.Blocking));
        Assert.Equal(new Counts(1, 1, 1, 0), verdict.Counts);
    }

    [Fact]
    public void Each_project_has_its_own_gate()
    {
        var assessment = Build(
            new LogText().Finding(severity: "Medium").Collect("Strict", failOn: "Medium"),
            new LogText().Finding(severity: "Medium", file: "Other.cs").Collect("Lax", failOn: "Critical"));

        Assert.Equal(("failed", 1, Severity.Medium), (assessment.Verdict.Result, assessment.Verdict.Blocking, assessment.Verdict.FailOn));
    }

    [Fact]
    public void The_worst_comes_first()
    {
        var findings = Build(new LogText().Finding(severity: "Low").Finding(severity: "Critical", line: 20).Finding(severity: "High", line: 1).Collect()).Findings;

        Assert.Equal([Severity.Critical, Severity.High, Severity.Low], findings.Select(finding => finding.Severity));
    }

    [Fact]
    public void A_finding_of_two_frameworks_and_two_projects_is_one()
    {
        var log = new LogText().Finding();

        var finding = Assert.Single(Build(log.Collect("A", framework: "net8.0"), log.Collect("A", framework: "net10.0"), log.Collect("B")).Findings);

        Assert.Equal(["A", "B"], finding.Projects);
    }

    [Fact]
    public void A_suppressed_finding_is_only_counted()
    {
        var assessment = Build(new LogText().Finding(suppressed: true).Collect(failOn: "Low"));

        Assert.Empty(assessment.Findings);
        Assert.Equal((1, "passed"), (assessment.Verdict.Suppressed, assessment.Verdict.Result));
    }

    [Fact]
    public void Ids_are_the_fingerprints_and_told_apart_where_they_are_the_same() => Assert.Equal(
        ["00000000000000a1", "00000000000000a1-2"],
        Build(new LogText().Finding(line: 20).Finding(line: 10).Collect()).Findings.Select(finding => finding.Id));

    [Fact]
    public void Each_clause_of_the_evidence_has_its_place()
    {
        var finding = Build(new LogText().Finding(evidence: "read here; written here", sites: [("A.cs", 1), ("B.cs", 2)]).Collect()).Findings[0];

        Assert.Equal([("read here", "A.cs"), ("written here", "B.cs")], finding.Evidence.Select(evidence => (evidence.What, evidence.Place!.File)));
    }

    [Fact]
    public void Evidence_with_more_clauses_than_places_keeps_both_apart()
    {
        var finding = Build(new LogText().Finding(evidence: "a; b; c", sites: [("A.cs", 1)]).Collect()).Findings[0];

        Assert.Equal([("a; b; c", null), (null, "A.cs")], finding.Evidence.Select(evidence => (evidence.What, evidence.Place?.File)));
    }

    [Theory]
    [InlineData("https://github.com/shop/etl", "https://github.com/shop/etl/blob/c0ffee/Orders.cs#L10")]
    [InlineData("https://github.com/shop/etl.git", "https://github.com/shop/etl/blob/c0ffee/Orders.cs#L10")]
    [InlineData("https://gitlab.shop.example/etl", "https://gitlab.shop.example/etl/-/blob/c0ffee/Orders.cs#L10")]
    [InlineData("https://dev.azure.com/shop/etl/_git/etl", "https://dev.azure.com/shop/etl/_git/etl?path=/Orders.cs&version=GCc0ffee&line=10")]
    [InlineData("https://git.shop.example/etl", null)]
    [InlineData("javascript:alert(1)", null)]
    [InlineData(null, null)]
    public void A_line_has_an_address_where_the_host_is_known(string? repository, string? expected) =>
        Assert.Equal(expected, Build(new LogText().Finding().Collect(repository: repository)).Findings[0].Place!.Url);

    [Fact]
    public void Health_results_are_notes() => Assert.Equal(
        ["DEA0001: This file could not be analyzed"],
        Build(new LogText().Add("DEA0001", "A.cs", 1, "This file could not be analyzed", []).Collect()).Notes.Select(note => note.Text));

    internal static Assessment Build(params SarifRun[] runs)
    {
        var builder = new AssessmentBuilder(Namespaces.None);
        foreach (var run in runs)
            builder.Add(run);
        return builder.Build();
    }
}
