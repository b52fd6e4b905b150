using System.Linq;
using System.Threading.Tasks;
using DataEngAnalyzers.Rules;
using Xunit;

namespace DataEngAnalyzers.Package.Tests.Sample;

/// <summary>What real builds report: on the sample what a list says, on ordinary code nothing.</summary>
[Collection(RepositoryBuilds.Name)]
public sealed class FindingsTests
{
    [Fact]
    public async Task The_flawed_sample_shows_every_expected_finding_and_nothing_else()
    {
        using var log = await SampleProject.Flawed.BuildAsync();

        Assert.Equal(SampleProject.Flawed.Expected, log.Findings);
    }

    [Fact]
    public async Task The_sample_that_lives_with_other_tools_shows_where_they_disagree_and_nothing_else()
    {
        using var log = await SampleProject.Interop.BuildAsync();

        Assert.Equal(SampleProject.Interop.Expected, log.Findings);
    }

    [Fact]
    public void Every_rule_that_runs_by_default_has_a_violation_in_a_sample() => Assert.Empty(
        AllRules.All.Where(rule => rule.Severity != Severity.Low).Select(rule => rule.Id).Except(SampleProject.Flawed.Expected.Concat(SampleProject.Interop.Expected).Select(line => line.Split(' ')[1])));

    [Fact]
    public async Task The_sound_sample_shows_nothing()
    {
        using var log = await SampleProject.Sound.BuildAsync();

        Assert.Contains("DEA1001", log.Rules);
        Assert.Empty(log.Findings);
    }

    [Theory]
    [InlineData("WebShop")]
    [InlineData("Game")]
    public async Task Ordinary_code_stays_quiet_with_every_rule_on(string name)
    {
        var project = new SampleProject("tests", "DataEngAnalyzers.Package.Tests", "Quiet", name);

        using var log = await project.BuildAsync();

        Assert.Contains("DEA1001", log.Rules);
        Assert.Empty(log.Findings);
    }
}
