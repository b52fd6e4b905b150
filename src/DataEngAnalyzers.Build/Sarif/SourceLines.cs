using System;
using System.Collections.Generic;
using System.IO;

namespace DataEngAnalyzers.Build.Sarif;

/// <summary>Lines of source files, each file read once.</summary>
internal sealed class SourceLines
{
    private const int Context = 1;
    private const int MostLines = 12;
    private const int MostCharacters = 240;

    /// <summary>Where the sources are not at hand.</summary>
    public static readonly SourceLines None = new(_ => null);

    private readonly Dictionary<string, string[]?> _files = new(StringComparer.Ordinal);
    private readonly Func<string, string[]?> _read;

    /// <param name="read">Lines of a file; <see langword="null"/> when it cannot be read.</param>
    public SourceLines(Func<string, string[]?> read) => _read = read;

    public static string[]? ReadFile(string path)
    {
        try
        {
            return File.ReadAllLines(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>The lines of a place, one more on either side; one that it has stays.</summary>
    public Excerpt? Around(SarifPlace place)
    {
        if (place.Excerpt is not null)
            return place.Excerpt;
        if (!_files.TryGetValue(place.File, out var lines))
            _files[place.File] = lines = _read(place.File);
        if (lines is null || place.Line > lines.Length)
            return null;

        var first = Math.Max(1, place.Line - Context);
        var last = Math.Min(lines.Length, Math.Min(place.EndLine + Context, first + MostLines - 1));
        var shown = new string[last - first + 1];
        for (var index = 0; index < shown.Length; index++)
            shown[index] = Shown(lines[first - 1 + index]);
        return new Excerpt(first, string.Join("\n", shown));
    }

    private static string Shown(string line) => line.Length <= MostCharacters ? line : line.Substring(0, MostCharacters) + "…";
}
