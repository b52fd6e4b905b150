using System.Threading.Tasks;
using Xunit;

namespace DataEngAnalyzers.Package.Tests.Sample;

/// <summary>The harm is real: what the findings say about a second run is what happens.</summary>
[Collection(RepositoryBuilds.Name)]
public sealed class SecondRunTests
{
    [Fact]
    public async Task The_sound_load_ends_the_same_when_it_runs_twice()
    {
        using var warehouse = new Warehouse();
        using var log = await SampleProject.Sound.BuildAsync();

        await SampleProject.Sound.RunIntoAsync(warehouse.Folder);
        var first = warehouse.Contents();
        await SampleProject.Sound.RunIntoAsync(warehouse.Folder);
        var second = warehouse.Contents();

        Assert.NotEmpty(first["fact_sales"]);
        Assert.NotEmpty(first["rejected_row"]);
        Assert.Equal(first, second);
    }

    [Fact]
    public async Task The_flawed_load_duplicates_rows_when_it_runs_twice()
    {
        using var warehouse = new Warehouse();
        using var log = await SampleProject.Flawed.BuildAsync();

        await SampleProject.Flawed.RunIntoAsync(warehouse.Folder);
        var first = warehouse.Contents();
        await SampleProject.Flawed.RunIntoAsync(warehouse.Folder);
        var second = warehouse.Contents();

        foreach (var appended in new[] { "dim_customer", "order_lines", "fact_returns", "daily_sales.csv", "return_reasons.csv" })
            Assert.Equal(2 * first[appended].Length, second[appended].Length);
        Assert.True(second["fact_sales"].Length > 2 * first["fact_sales"].Length, "duplicated customers multiply the sales of a rerun");
        Assert.Empty(second["load_watermark"]);
    }
}
