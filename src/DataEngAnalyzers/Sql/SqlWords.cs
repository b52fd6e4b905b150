using System;

namespace DataEngAnalyzers.Sql;

/// <summary>Compares identifiers the way databases do unless told otherwise.</summary>
internal static class SqlWords
{
    public static bool Same(string first, string second) => string.Equals(first, second, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the text holds the word as a whole, in either case.</summary>
    public static bool Mentions(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + word.Length;
            if ((at == 0 || !IsWord(text[at - 1])) && (end == text.Length || !IsWord(text[end])))
                return true;
        }

        return false;
    }

    /// <summary>Whether the text at <paramref name="start"/> goes on with an ASCII <paramref name="word"/>, in either case; the text must be long enough.</summary>
    public static bool Spells(string text, int start, string word)
    {
        for (var i = 0; i < word.Length; i++)
        {
            // Both cases of a letter differ in bit 5 alone.
            int actual = text[start + i], expected = word[i];
            if (actual != expected && ((actual ^ expected) != 0x20 || (uint)((actual | 0x20) - 'a') > 'z' - 'a'))
                return false;
        }

        return true;
    }

    private static bool IsWord(char letter) => char.IsLetterOrDigit(letter) || letter == '_';
}
