using System;
using System.Collections.Generic;

namespace DataEngAnalyzers.Pipeline;

/// <summary>A format with numbered places, such as <c>SELECT {0} FROM {1}</c>, and what is put into them.</summary>
internal static class CompositeFormat
{
    /// <param name="format">The format.</param>
    /// <param name="values">What its numbers mean; <see langword="null"/> where the code does not show it.</param>
    /// <param name="read">Reads one of them as text.</param>
    /// <param name="unknown">Stands for what cannot be read.</param>
    public static TextRun Fill(TextRun format, IReadOnlyList<Value>? values, Func<Value, TextRun> read, TextRun unknown) => format.Select(letters =>
    {
        var text = letters.Value;
        var run = TextRun.Empty;
        var from = 0;
        for (var at = text.IndexOfAny(['{', '}']); at >= 0; at = text.IndexOfAny(['{', '}'], from))
        {
            run = run.Add(letters.Slice(from, at - from));
            if (at + 1 < text.Length && text[at + 1] == text[at])
            {
                run = run.Add(letters.Slice(at, 1));
                from = at + 2;
                continue;
            }

            var end = text.IndexOf('}', at);
            if (end < 0 || text[at] == '}')
                return unknown;

            run = run.Add(ValueAt(text.Substring(at + 1, end - at - 1), values, read, unknown));
            from = end + 1;
        }

        return run.Add(letters.Slice(from, text.Length - from));
    });

    // Alignment and format decide how a value looks: then it is a hole.
    private static TextRun ValueAt(string place, IReadOnlyList<Value>? values, Func<Value, TextRun> read, TextRun unknown)
    {
        var number = place.Split(',', ':')[0];
        if (values is null || !int.TryParse(number, out var index) || index < 0 || index >= values.Count)
            return unknown;
        return number.Length == place.Length ? read(values[index]) : TextRun.Hole(values[index]);
    }
}
