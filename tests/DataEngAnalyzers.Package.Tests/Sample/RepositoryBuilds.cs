using Xunit;

namespace DataEngAnalyzers.Package.Tests.Sample;

/// <summary>Tests that build projects of the repository share output folders, so they take turns.</summary>
[CollectionDefinition(Name)]
public sealed class RepositoryBuilds
{
    public const string Name = "Builds of the repository";
}
