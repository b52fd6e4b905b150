using System;
using System.IO;
using System.Linq;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;
using Xunit;

namespace DataEngAnalyzers.Package.Tests;

/// <summary>What is in the package, to the last file.</summary>
public sealed class PackageContentTests : IDisposable
{
    private readonly Nupkg _package = new();

    public void Dispose() => _package.Dispose();

    [Fact]
    public void Holds_exactly_the_files_of_this_list()
    {
        string[] expected =
        [
            "DataEngAnalyzers.nuspec",
            "README.md",
            "icon.png",
            "analyzers/dotnet/cs/DataEngAnalyzers.dll",
            "analyzers/dotnet/cs/DataEngAnalyzers.CodeFixes.dll",
            "build/DataEngAnalyzers.Assessment.targets",
            "build/DataEngAnalyzers.Manifests.targets",
            "build/DataEngAnalyzers.props",
            "build/DataEngAnalyzers.targets",
            "build/attributes/DataEngAttributes.cs",
            "build/attributes/DataEngAttributes.Hidden.cs",
            "buildTransitive/DataEngAnalyzers.props",
            "buildTransitive/DataEngAnalyzers.targets",
            "docs/assessment.md",
            "docs/model-files.md",
            "docs/proof.md",
            .. from mode in (string[])["none", "minimum", "default", "all"]
               from failOn in (string[])["none", "low", "medium", "high", "critical"]
               select $"build/config/{mode}-{failOn}.globalconfig",
            .. from library in (string[])["DataEngAnalyzers.Build", "GraphShape", "Handlebars", "QuikGraph", "System.IO.Pipelines", "System.Text.Encodings.Web", "System.Text.Json", "YamlDotNet"]
               from framework in (string[])["net8.0", "netstandard2.0"]
               select $"tasks/{framework}/{library}.dll",
            .. from library in (string[])
               [
                   "Microsoft.Bcl.AsyncInterfaces", "Microsoft.CSharp", "System.Buffers", "System.Memory", "System.Numerics.Vectors",
                   "System.Runtime.CompilerServices.Unsafe", "System.Threading.Tasks.Extensions",
               ]
               select $"tasks/netstandard2.0/{library}.dll",
            .. from page in RepositoryFolder.Pages()
               select $"docs/{Path.GetFileName(page)}",
        ];

        Assert.Equal(expected.Order(StringComparer.Ordinal), _package.Entries);
    }

    [Fact]
    public void Says_in_its_nuspec_what_a_gallery_and_a_restore_need()
    {
        var metadata = _package.Metadata();

        Assert.Equal("DataEngAnalyzers", Value(metadata, "id"));
        Assert.Equal("true", Value(metadata, "developmentDependency"));
        Assert.Equal("MIT", Value(metadata, "license"));
        Assert.Equal("README.md", Value(metadata, "readme"));
        Assert.Equal("icon.png", Value(metadata, "icon"));
        Assert.DoesNotContain(metadata.Elements(), element => element.Name.LocalName == "dependencies");
    }

    [Theory]
    [InlineData("analyzers/dotnet/cs/DataEngAnalyzers.dll")]
    [InlineData("analyzers/dotnet/cs/DataEngAnalyzers.CodeFixes.dll")]
    public void Embeds_the_symbols_in_the_assemblies(string entry)
    {
        using var reader = new PEReader(new MemoryStream(_package.Read(entry)));

        Assert.Contains(reader.ReadDebugDirectory(), debug => debug.Type == DebugDirectoryEntryType.EmbeddedPortablePdb);
    }

    private static string Value(XElement metadata, string name) =>
        metadata.Elements().Single(element => element.Name.LocalName == name).Value;
}
