using System;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Rules;

/// <summary>An identity of a finding that survives moved lines: rule, member, dataset and the text of the reported token.</summary>
internal static class Fingerprint
{
    /// <param name="rule">The id.</param>
    /// <param name="symbol">The member or script.</param>
    /// <param name="dataset">The dataset concerned.</param>
    /// <param name="location">The place.</param>
    /// <param name="message">What stands for the token where the place is in no code.</param>
    public static string Of(string rule, string symbol, string? dataset, Location location, string message)
    {
        var token = location.SourceTree?.GetText().ToString(location.SourceSpan) ?? message;
        var hash = Fnv1a(string.Join("\n", rule, symbol, dataset ?? string.Empty, token.Trim()));
        return hash.ToString("x16", CultureInfo.InvariantCulture);
    }

    // FNV-1a, 64 bit: stable over processes and runtimes, unlike string.GetHashCode.
    private static ulong Fnv1a(string text)
    {
        var hash = 14695981039346656037UL;
        foreach (var b in Encoding.UTF8.GetBytes(text))
            hash = unchecked((hash ^ b) * 1099511628211UL);
        return hash;
    }
}
