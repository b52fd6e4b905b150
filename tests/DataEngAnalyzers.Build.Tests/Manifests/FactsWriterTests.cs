using DataEngAnalyzers.Build.Manifests;
using DataEngAnalyzers.Build.Manifests.Facts;
using Xunit;

namespace DataEngAnalyzers.Build.Tests.Manifests;

public sealed class FactsWriterTests
{
    [Fact]
    public void Files_are_in_order_and_hostile_names_stay_on_their_line()
    {
        var later = new FileFacts("b.yml", Tools.Dbt);
        later.Datasets.Add(new DatasetFact(Spot.Start, Roles.DbtSource, string.Empty, "a\tb", "c\\d\r\ne") { Details = new Details().With("source", "x;y=z%") });
        var first = new FileFacts("a.json", Tools.GreatExpectations);
        first.Problems.Add(new Problem(new Spot(2, 3), "broken"));

        Assert.Equal(
            "dataeng-facts\t1\nfile\t1\ta.json\tgx\nfile\t2\tb.yml\tdbt\nproblem\t1\t2\t3\tbroken\n" +
            "dataset\t1\t2\t1\t1\tdbt-source\t\ta\\tb\tc\\\\d\\r\\ne\tsource=x%3By%3Dz%25\n",
            FactsWriter.Write([later, first, new FileFacts("empty.yml", Tools.Dbt)]));
    }

    [Theory]
    [InlineData("/srv/app", "/srv/app/gx/a.json", "gx/a.json")]
    [InlineData("/srv/app", "/srv/data/a.json", "../data/a.json")]
    [InlineData("/srv/app/", "/srv/app/a.json", "a.json")]
    public void Paths_start_at_the_project(string folder, string path, string expected) =>
        Assert.Equal(expected, RelativePath.Of(folder, path));

    [Theory]
    [InlineData(".", "data/a.csv", "data/a.csv")]
    [InlineData("etl", "../data/./a.csv", "data/a.csv")]
    [InlineData(".", "../a.csv", "../a.csv")]
    [InlineData("..", "../a.csv", "../../a.csv")]
    [InlineData("etl", "..", ".")]
    [InlineData("etl", "s3://bucket/a", "s3://bucket/a")]
    public void Dots_in_paths_are_resolved(string folder, string path, string expected) =>
        Assert.Equal(expected, RelativePath.Combine(folder, path));
}
