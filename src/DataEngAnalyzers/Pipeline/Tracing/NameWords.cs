using System;
using System.Collections.Generic;

namespace DataEngAnalyzers.Pipeline;

/// <summary>Takes names apart into their words: <c>dead_letter</c>, <c>DeadLetter</c> and <c>dead-letter</c> are the same two.</summary>
internal static class NameWords
{
    /// <summary>The words of a name in lower case.</summary>
    public static IEnumerable<string> Of(string name)
    {
        var start = 0;
        for (var i = 0; i <= name.Length; i++)
        {
            var ends = i == name.Length || !char.IsLetterOrDigit(name[i]);
            var humps = !ends && i > start && char.IsUpper(name[i]) && (char.IsLower(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            if (!ends && !humps)
                continue;
            if (i > start)
                yield return name.Substring(start, i - start).ToLowerInvariant();
            start = ends ? i + 1 : i;
        }
    }

    /// <summary>True when one of the name's words, or its plural, is among <paramref name="words"/>.</summary>
    public static bool Any(string name, ISet<string> words)
    {
        foreach (var word in Of(name))
        {
            if (words.Contains(word) || (word.EndsWith("s", StringComparison.Ordinal) && words.Contains(word.Substring(0, word.Length - 1))))
                return true;
        }

        return false;
    }
}
