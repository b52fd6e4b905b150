using System;
using System.IO;

namespace DataEngAnalyzers.Generate;

/// <summary>The part of a Markdown file, between two comments, that is generated; the rest is written by hand.</summary>
internal static class MarkedSection
{
    /// <summary>The file with <paramref name="content"/> as its section <paramref name="name"/>.</summary>
    public static GeneratedFile Fill(string root, string path, string name, string content)
    {
        var begin = $"<!-- {name} -->\n";
        var end = $"<!-- /{name} -->";
        var text = Read(root, path);

        var start = text.IndexOf(begin, StringComparison.Ordinal);
        var stop = text.IndexOf(end, Math.Max(start, 0), StringComparison.Ordinal);
        if (start < 0 || stop < 0)
            throw new GenerateException($"'{path}' lacks the lines '{begin.TrimEnd()}' and '{end}', between which its {name} goes");

        return new GeneratedFile(path, text[..(start + begin.Length)] + content + text[stop..]);
    }

    private static string Read(string root, string path)
    {
        var full = Path.Combine(root, path);
        return File.Exists(full)
            ? File.ReadAllText(full).ReplaceLineEndings("\n")
            : throw new GenerateException($"'{path}' does not exist: write it by hand first");
    }
}
