using System;

namespace DataEngAnalyzers.Pipeline;

/// <summary>Names with <c>*</c> at the start, at the end or both; case does not count.</summary>
internal static class Wildcard
{
    public static bool Matches(string pattern, string name)
    {
        var word = pattern.Trim('*');
        var open = pattern.StartsWith("*", StringComparison.Ordinal);
        var more = pattern.EndsWith("*", StringComparison.Ordinal);
        return (open, more) switch
        {
            (true, true) => name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0,
            (true, false) => name.EndsWith(word, StringComparison.OrdinalIgnoreCase),
            (false, true) => name.StartsWith(word, StringComparison.OrdinalIgnoreCase),
            _ => string.Equals(name, word, StringComparison.OrdinalIgnoreCase),
        };
    }
}
