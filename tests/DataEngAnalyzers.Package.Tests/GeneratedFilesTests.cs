using System.Linq;
using DataEngAnalyzers.Generate;
using Xunit;

namespace DataEngAnalyzers.Package.Tests;

/// <summary>What is made from the rules is checked in as it is made.</summary>
public sealed class GeneratedFilesTests
{
    [Fact]
    public void Every_generated_file_is_up_to_date()
    {
        var stale = GeneratedFiles.Of(RepositoryFolder.Root)
            .Where(file => !file.IsUpToDate(RepositoryFolder.Root))
            .Select(file => file.Path)
            .ToList();

        Assert.True(stale.Count == 0, "Run 'dotnet run --project build/Generate'; stale: " + string.Join(", ", stale));
    }
}
