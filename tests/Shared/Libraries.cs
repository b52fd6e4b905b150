using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Tests.Shared;

/// <summary>What code under test compiles against: the framework and the real packages that the test project restored.</summary>
internal static class Libraries
{
    private static readonly string[] NotForUsers = ["DataEngAnalyzers", "Microsoft.CodeAnalysis", "Microsoft.TestPlatform", "Microsoft.VisualStudio", "testhost", "NuGet."];

    public static readonly ImmutableArray<MetadataReference> All = Paths()
        .Where(path => !NotForUsers.Any(prefix => Path.GetFileName(path).StartsWith(prefix, StringComparison.OrdinalIgnoreCase)))
        .Select(path => (MetadataReference)MetadataReference.CreateFromFile(path))
        .ToImmutableArray();

    private static string[] Paths() => ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
}
