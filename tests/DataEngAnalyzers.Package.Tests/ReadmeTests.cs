using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Xunit;

namespace DataEngAnalyzers.Package.Tests;

/// <summary>What the front pages promise is what is done.</summary>
public sealed partial class ReadmeTests
{
    [Theory]
    [InlineData("dotnet run --project build/Findings samples/RetailWarehouse/Flawed")]
    [InlineData("dotnet test DataEngAnalyzers.sln")]
    public void The_commands_of_the_readme_are_the_ones_that_ci_runs(string command)
    {
        Assert.Contains($"```\n{command}\n```", RepositoryFolder.Read("README.md"), StringComparison.Ordinal);
        Assert.Contains($"\n{command} || status=1\n", RepositoryFolder.Read(".ci/run"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("CONTRIBUTING.md")]
    public void Links_lead_to_files_of_the_repository(string page)
    {
        var dead = Link().Matches(RepositoryFolder.Read(page))
            .Select(match => match.Groups[1].Value)
            .Where(target => !Path.Exists(Path.Combine(RepositoryFolder.Root, target)));

        Assert.Empty(dead);
    }

    /// <summary>A Markdown link that stays in the repository.</summary>
    [GeneratedRegex(@"\]\((?!https?:)([^)#]+)\)")]
    private static partial Regex Link();
}
