using System;
using System.Collections.Generic;
using System.Globalization;

namespace DataEngAnalyzers.Manifests;

/// <summary>Named values that come with a fact: <c>freshness=yes;adapter=postgres</c>.</summary>
internal sealed class ManifestValues
{
    public static readonly ManifestValues None = new(new Dictionary<string, string>());

    private readonly Dictionary<string, string> _values;

    private ManifestValues(Dictionary<string, string> values) => _values = values;

    /// <summary>The value of a key; <see langword="null"/> when the fact does not say.</summary>
    public string? this[string key] => _values.TryGetValue(key, out var value) && value.Length > 0 ? value : null;

    /// <summary>True for <c>yes</c>.</summary>
    public bool Is(string key) => Is(key, "yes");

    public bool Is(string key, string value) => string.Equals(this[key], value, StringComparison.OrdinalIgnoreCase);

    /// <summary>A number; <see langword="null"/> when the fact gives none.</summary>
    public int? Number(string key) => int.TryParse(this[key], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Splits at <c>;</c> and at the first <c>=</c> of each part; a backslash takes the next character as it is.</summary>
    public static ManifestValues Of(string text)
    {
        if (text.Length == 0)
            return None;

        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var part = new System.Text.StringBuilder();
        string? key = null;
        for (var at = 0; at <= text.Length; at++)
        {
            if (at == text.Length || text[at] == ';')
            {
                if (key is { Length: > 0 })
                    values[key] = part.ToString();
                key = null;
                part.Clear();
            }
            else if (text[at] == '=' && key is null)
            {
                key = part.ToString().Trim();
                part.Clear();
            }
            else
            {
                if (text[at] == '\\' && at + 1 < text.Length)
                    at++;
                part.Append(text[at]);
            }
        }

        return new ManifestValues(values);
    }
}
