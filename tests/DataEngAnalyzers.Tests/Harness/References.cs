using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using DataEngAnalyzers.Tests.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DataEngAnalyzers.Tests.Harness;

/// <summary>What code under test compiles against: the framework and the real packages that this project restored.</summary>
internal static class References
{
    public static readonly ImmutableArray<MetadataReference> All = Libraries.All;

    /// <summary>Hosts and test frameworks that this project does not reference itself, and stubs of those that no feed has.</summary>
    public static readonly ImmutableArray<MetadataReference> Hosts = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "hosts"), "*.dll")
        .Select(path => (MetadataReference)MetadataReference.CreateFromFile(path))
        .Append(Stub("HostStubs", HostStubs.Source))
        .ToImmutableArray();

    /// <summary>A library of which only stubs are at hand, under the assembly name of the real one.</summary>
    public static MetadataReference Stub(string assembly, string source)
    {
        var compilation = CSharpCompilation.Create(assembly, [CSharpSyntaxTree.ParseText(source)], All, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        Xunit.Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return MetadataReference.CreateFromImage(image.ToArray());
    }
}
