using System;
using System.IO;

namespace DataEngAnalyzers.Proof;

/// <summary>The programs of the folder <c>Cases</c>.</summary>
internal static class Cases
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Cases");

    /// <summary>The reader of the file, which every project has.</summary>
    public static string SalesFile { get; } = File.ReadAllText(Path.Combine(Folder, "SalesFile.cs"));

    /// <summary>The first file of some names that is there.</summary>
    public static string Read(string folder, params string[] names)
    {
        var found = Array.Find(Array.ConvertAll(names, name => Path.Combine(Folder, folder, name)), File.Exists);
        return found is null ? throw new FileNotFoundException($"'{folder}' has no '{string.Join("' or '", names)}'") : File.ReadAllText(found);
    }
}
