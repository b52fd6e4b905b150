using System.Linq;
using DataEngAnalyzers.Build.Manifests.Samples;
using Xunit;

namespace DataEngAnalyzers.Build.Tests.Manifests;

public sealed class SampleReaderTests
{
    [Fact]
    public void A_sample_is_its_values_with_their_kinds() =>
        Assert.Equal(
            [
                "sample|1|Shop.Order", "value|1|1|1||object", "value|1|1|9|/id|number", "value|1|2|8|/a~1b|string", "value|1|3|10|/lines|array",
                "value|1|3|11|/lines/0|object", "value|1|3|18|/lines/0/ok|bool", "value|1|3|26|/lines/1|null",
            ],
            FactLines.Of(SampleReader.Read("o.json", "{ \"id\": 1,\n\"a/b\": \"x\",\n\"lines\": [{\"ok\": true }, null] }", "Shop.Order"), "sample", "value"));

    [Fact]
    public void A_large_sample_is_told_in_part()
    {
        var text = "[" + string.Join(",", Enumerable.Repeat("""{ "a": 1, "b": 2 }""", 50_000)) + "]";

        Assert.Equal(1 + (3 * 1_000), SampleReader.Read("o.json", text, "T").Samples[0].Values.Count);
    }

    [Fact]
    public void A_broken_sample_is_a_problem() =>
        Assert.Equal(2, Assert.Single(SampleReader.Read("o.json", "{\n]", "T").Problems).Spot.Line);
}
