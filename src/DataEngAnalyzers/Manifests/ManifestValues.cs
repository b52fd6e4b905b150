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

    /// <summary>Splits at <c>;</c> and at the first <c>=</c> of each part; marks inside a value are written as their codes.</summary>
    public static ManifestValues Of(string text)
    {
        if (text.Length == 0)
            return None;

        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in text.Split(';'))
        {
            if (part.IndexOf('=') is var at and > 0)
                values[part.Substring(0, at)] = Decoded(part.Substring(at + 1));
        }

        return new ManifestValues(values);
    }

    /// <summary>A text in which marks stand as their codes: <c>%3B</c> for a semicolon.</summary>
    public static string Decoded(string text) => text.IndexOf('%') < 0 ? text : Uri.UnescapeDataString(text);
}
