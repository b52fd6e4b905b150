using System;
using System.IO;
using DataEngAnalyzers.Generate;

namespace DataEngAnalyzers.Package.Tests;

/// <summary>The checked-out repository these tests were built in.</summary>
internal static class RepositoryFolder
{
    public static string Root { get; } = Repository.Root(AppContext.BaseDirectory);

    /// <summary>The pages of the rules, beside the rules.</summary>
    public static string[] Pages() =>
        Directory.GetFiles(Path.Combine(Root, "src", "DataEngAnalyzers", "Rules"), "DEA*.md", SearchOption.AllDirectories);

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path)).ReplaceLineEndings("\n");
}
