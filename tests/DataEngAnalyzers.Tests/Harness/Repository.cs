using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace DataEngAnalyzers.Tests.Harness;

/// <summary>Files of this repository, found from the place of the test assembly: a CI build does not keep source paths.</summary>
internal static class Repository
{
    public static readonly string Root = Above(AppContext.BaseDirectory);

    public static string Rules => Path.Combine(Root, "src", "DataEngAnalyzers", "Rules");

    /// <summary>The C# files below a folder, build output left out.</summary>
    public static IEnumerable<string> SourcesBelow(params string[] parts) => FilesBelow("*.cs", parts);

    /// <summary>The files of a kind below a folder, in order, without those of a build.</summary>
    public static IEnumerable<string> FilesBelow(string pattern, params string[] parts) => Directory
        .EnumerateFiles(Path.Combine([Root, .. parts]), pattern, SearchOption.AllDirectories)
        .Where(path => !path.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
        .Order(StringComparer.Ordinal);

    private static string Above(string folder) =>
        File.Exists(Path.Combine(folder, "DataEngAnalyzers.sln")) ? folder : Above(Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("the tests run outside the repository"));
}
