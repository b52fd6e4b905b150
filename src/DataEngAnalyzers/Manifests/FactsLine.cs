using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace DataEngAnalyzers.Manifests;

/// <summary>One line of a facts file: fields between tabs, the first one its kind. A field that is not there is empty.</summary>
internal readonly struct FactsLine
{
    private readonly string[] _fields;

    private FactsLine(string[] fields) => _fields = fields;

    public string Kind => this[0];

    public string this[int field] => field < _fields.Length ? _fields[field] : string.Empty;

    /// <summary>A field; <see langword="null"/> when it is empty.</summary>
    public string? Optional(int field) => this[field] is { Length: > 0 } text ? text : null;

    /// <summary>A number; -1 for anything else.</summary>
    public int Number(int field) => int.TryParse(this[field], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;

    /// <summary>All fields from one on.</summary>
    public IEnumerable<string> From(int field) => _fields.Skip(field);

    /// <summary>The value that a word stands for, letters compared without case and dashes; the default for a word nobody knows.</summary>
    public T Word<T>(int field, IReadOnlyDictionary<string, T> words)
        where T : struct, Enum => words.TryGetValue(this[field], out var value) ? value : default;

    /// <summary>Splits a line and takes the escapes out of its fields.</summary>
    public static FactsLine Of(string line) => new(line.Split('\t').Select(Unescaped).ToArray());

    private static string Unescaped(string field)
    {
        if (field.IndexOf('\\') < 0)
            return field;

        var text = new StringBuilder(field.Length);
        for (var at = 0; at < field.Length; at++)
        {
            if (field[at] != '\\' || at + 1 == field.Length)
            {
                text.Append(field[at]);
                continue;
            }

            at++;
            text.Append(field[at] switch { 't' => '\t', 'n' => '\n', 'r' => '\r', var other => other });
        }

        return text.ToString();
    }
}
