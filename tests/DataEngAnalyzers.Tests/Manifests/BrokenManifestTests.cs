using System.Linq;
using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Manifests;

public sealed class BrokenManifestTests
{
    [Fact]
    public async Task A_broken_file_is_reported_on_its_own_line()
    {
        var found = await Analysis.RunWithFilesAsync("class C { }", (FactsFile.Path, FactsFile.Of("file | 1 | models/sources.yml | dbt", "problem | 1 | 4 | 7 | the list of tables ends here")));

        var diagnostic = Assert.Single(found);
        Assert.Equal("DEA0004", diagnostic.Id);
        Assert.Equal(("models/sources.yml", 3, 6), (diagnostic.Location.GetLineSpan().Path, diagnostic.Location.GetLineSpan().StartLinePosition.Line, diagnostic.Location.GetLineSpan().StartLinePosition.Character));
        Assert.Contains("the list of tables ends here", diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture), System.StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_facts_file_nothing_is_reported() => Assert.Empty(await Analysis.RunWithFilesAsync("class C { }", ("models/sources.yml", "sources: [")));
}
