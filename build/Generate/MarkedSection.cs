using System;
using System.IO;

namespace DataEngAnalyzers.Generate;

/// <summary>The part of a Markdown file, between two comments, that is generated; the rest is written by hand.</summary>
internal static class MarkedSection
{
    /// <summary>The file with <paramref name="content"/> as its section <paramref name="name"/>.</summary>
    public static GeneratedFile Fill(string root, string path, string name, string content) =>
        new(path, In(TextOf(root, path), path, name, content));

    /// <summary>The text of a file with <paramref name="content"/> as its section <paramref name="name"/>.</summary>
    public static string In(string text, string path, string name, string content)
    {
        var (start, stop) = Find(text, path, name);
        return text[..start] + content + text[stop..];
    }

    /// <summary>What the section <paramref name="name"/> of the file holds.</summary>
    public static string Read(string root, string path, string name)
    {
        var text = TextOf(root, path);
        var (start, stop) = Find(text, path, name);
        return text[start..stop];
    }

    private static (int Start, int Stop) Find(string text, string path, string name)
    {
        var begin = $"<!-- {name} -->\n";
        var end = $"<!-- /{name} -->";
        var start = text.IndexOf(begin, StringComparison.Ordinal);
        var stop = text.IndexOf(end, Math.Max(start, 0), StringComparison.Ordinal);
        return start < 0 || stop < 0
            ? throw new GenerateException($"'{path}' lacks the lines '{begin.TrimEnd()}' and '{end}', between which its {name} goes")
            : (start + begin.Length, stop);
    }

    private static string TextOf(string root, string path)
    {
        var full = Path.Combine(root, path);
        return File.Exists(full)
            ? File.ReadAllText(full).ReplaceLineEndings("\n")
            : throw new GenerateException($"'{path}' does not exist: write it by hand first");
    }
}
