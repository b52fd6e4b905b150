using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using DataEngAnalyzers.Build.Manifests;
using DataEngAnalyzers.Build.Manifests.Facts;

namespace DataEngAnalyzers.Build.Tests.Manifests;

/// <summary>Facts as the lines of the facts file, with bars for tabs and without the places that a test does not ask for.</summary>
internal static class FactLines
{
    public static ManifestInput Input(string path, string tool, string text, string payload = "") =>
        new(path, tool, () => new MemoryStream(Encoding.UTF8.GetBytes(text)), payload);

    public static string[] Of(params IEnumerable<FileFacts> files) =>
        [.. FactsWriter.Write(files).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Replace('\t', '|'))];

    /// <summary>The lines of some kinds.</summary>
    public static string[] Of(FileFacts file, params string[] kinds) => Of([file], kinds);

    public static string[] Of(IEnumerable<FileFacts> files, params string[] kinds) =>
        [.. Of(files).Where(line => kinds.Contains(line.Split('|')[0]))];

    /// <summary>The checks of a file: kind, columns and arguments.</summary>
    public static string[] Checks(FileFacts file) =>
        [.. Of(file, "check").Select(line => string.Join('|', line.Split('|').Skip(4)))];
}
