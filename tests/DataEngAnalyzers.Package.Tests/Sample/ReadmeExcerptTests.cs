using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using DataEngAnalyzers.Findings;
using Xunit;

namespace DataEngAnalyzers.Package.Tests.Sample;

/// <summary>The findings that the README shows are those of a real build.</summary>
[Collection(RepositoryBuilds.Name)]
public sealed class ReadmeExcerptTests
{
    [Fact]
    public async Task Every_line_of_the_excerpt_is_a_line_of_the_listing()
    {
        using var built = await SampleProject.Flawed.BuildAsync();
        var log = File.ReadAllText(Path.Combine(SampleProject.Flawed.Folder, "obj", "findings.sarif"));
        using var listing = new StringWriter { NewLine = "\n" };
        Listing.Print(Findings.SarifLog.Read(log), RepositoryFolder.Root, listing);

        var excerpt = RepositoryFolder.Read("README.md").Split("```\n")
            .First(block => block.StartsWith("Critical\n", StringComparison.Ordinal))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Skip(1);
        Assert.Empty(excerpt.Except(listing.ToString().Split('\n')));
    }
}
