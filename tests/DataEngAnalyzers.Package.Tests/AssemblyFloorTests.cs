using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Xunit;

namespace DataEngAnalyzers.Package.Tests;

/// <summary>The shipped assemblies load in the compiler of the .NET 8 SDK, and bring nothing of their own.</summary>
public sealed class AssemblyFloorTests
{
    /// <summary>What that compiler hosts, with the versions it hosts.</summary>
    private static readonly Dictionary<string, Version> Hosted = new()
    {
        ["netstandard"] = new(2, 0, 0, 0),
        ["Microsoft.CodeAnalysis"] = new(4, 8, 0, 0),
        ["Microsoft.CodeAnalysis.CSharp"] = new(4, 8, 0, 0),
        ["Microsoft.CodeAnalysis.Workspaces"] = new(4, 8, 0, 0),
        ["Microsoft.CodeAnalysis.CSharp.Workspaces"] = new(4, 8, 0, 0),
        ["System.Collections.Immutable"] = new(7, 0, 0, 0),
        ["System.Memory"] = new(4, 0, 1, 2),
        ["System.Threading.Tasks.Extensions"] = new(4, 2, 0, 1),
        ["System.Runtime.CompilerServices.Unsafe"] = new(6, 0, 0, 0),
    };

    [Theory]
    [InlineData("DataEngAnalyzers.dll")]
    [InlineData("DataEngAnalyzers.CodeFixes.dll")]
    public void References_nothing_that_the_oldest_compiler_does_not_host(string assembly)
    {
        var unhosted = ReferencesOf(assembly).Where(reference =>
            reference.Name is not "DataEngAnalyzers"
            && !(Hosted.TryGetValue(reference.Name, out var hosted) && reference.Version <= hosted));

        Assert.Empty(unhosted);
    }

    [Fact]
    public void Keeps_the_workspace_out_of_the_analyzer_since_the_command_line_compiler_has_none() =>
        Assert.DoesNotContain(ReferencesOf("DataEngAnalyzers.dll"), reference => reference.Name.Contains("Workspaces", StringComparison.Ordinal));

    private static List<(string Name, Version Version)> ReferencesOf(string assembly)
    {
        using var package = new Nupkg();
        using var file = new PEReader(new MemoryStream(package.Read("analyzers/dotnet/cs/" + assembly)));
        var metadata = file.GetMetadataReader();
        return [.. metadata.AssemblyReferences
            .Select(metadata.GetAssemblyReference)
            .Select(reference => (metadata.GetString(reference.Name), reference.Version))];
    }
}
