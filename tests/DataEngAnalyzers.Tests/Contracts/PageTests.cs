using System;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Contracts;

/// <summary>A page says what is true: its sections are there, its violation fires, its fixed code is quiet, and both compile.</summary>
public sealed class PageTests
{
    private static readonly string[] Sections =
        ["## What it finds", "## On the second run", "## Violation", "## Fixed", "## When it stays silent", "## Options", "## Related rules"];

    public static TheoryData<string> Ids => RuleContractTests.Ids;

    [Theory, MemberData(nameof(Ids))]
    public void The_page_has_its_title_and_all_sections(string id)
    {
        var lines = new RulePage(id).Text.Split('\n');
        Assert.Equal($"# {id}: {RulePage.RuleOf(id).Descriptor.Title.ToString(CultureInfo.InvariantCulture)}", lines[0].TrimEnd());
        Assert.Equal(Sections, lines.Select(line => line.TrimEnd()).Where(line => line.StartsWith("## ", StringComparison.Ordinal)));
    }

    [Theory, MemberData(nameof(Ids))]
    public async Task The_violation_fires_and_the_fixed_code_is_quiet(string id)
    {
        var page = new RulePage(id);
        Assert.True(await page.FiresInAsync(page.Violation));
        Assert.False(await page.FiresInFixedAsync());
    }
}
