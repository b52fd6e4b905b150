using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;

namespace DataEngAnalyzers.Tests.Harness;

/// <summary>Files of this repository, found from the place of this source file.</summary>
internal static class Repository
{
    public static readonly string Root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "..", "..", ".."));

    public static string Rules => Path.Combine(Root, "src", "DataEngAnalyzers", "Rules");

    /// <summary>The C# files below a folder, build output left out.</summary>
    public static IEnumerable<string> SourcesBelow(params string[] parts) => Directory
        .EnumerateFiles(Path.Combine([Root, .. parts]), "*.cs", SearchOption.AllDirectories)
        .Where(path => !path.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
        .Order(StringComparer.Ordinal);

    private static string Here([CallerFilePath] string path = "") => path;
}
