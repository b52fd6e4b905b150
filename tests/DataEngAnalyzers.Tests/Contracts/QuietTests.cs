using System.IO;
using System.Linq;
using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Contracts;

/// <summary>Code that moves no data hears nothing, with all rules on: our own source is such code.</summary>
public sealed class QuietTests
{
    [Theory]
    [InlineData("src", "DataEngAnalyzers")]
    [InlineData("src", "DataEngAnalyzers.CodeFixes")]
    [InlineData("build", "")]
    public async Task Our_own_source_hears_nothing(params string[] folder)
    {
        var trees = Repository.SourcesBelow(folder).Select(path => Analysis.ParseFile(path, File.ReadAllText(path)));
        Assert.Empty(await Analysis.RunAsync(trees));
    }
}
