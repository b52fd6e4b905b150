using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace DataEngAnalyzers.Knowledge;

/// <summary>The words of a file, as hashes, read off its text without any syntax: what a file cannot name it cannot use.</summary>
internal sealed class FileWords
{
    private readonly HashSet<int> _hashes;

    private FileWords(HashSet<int> hashes) => _hashes = hashes;

    public IEnumerable<int> Hashes => _hashes;

    public bool Contains(int hash) => _hashes.Contains(hash);

    /// <summary>One look at each character.</summary>
    public static FileWords Of(string text)
    {
        var hashes = new HashSet<int>();
        for (var at = 0; at < text.Length; at++)
        {
            if (!IsWord(text[at]))
                continue;

            var hash = WordHash.Start;
            for (; at < text.Length && IsWord(text[at]); at++)
                hash = WordHash.Next(hash, text[at]);
            hashes.Add(hash);
        }

        return new FileWords(hashes);
    }

    private static bool IsWord(char letter) => letter is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' or '_' or > '\x7f';
}

/// <summary>A hash of a word that can be taken while reading it, letter by letter.</summary>
internal static class WordHash
{
    public const int Start = 17;

    public static int Next(int hash, char letter) => unchecked((hash * 31) + letter);

    public static int Of(string word)
    {
        var hash = Start;
        foreach (var letter in word)
            hash = Next(hash, letter);
        return hash;
    }
}

/// <summary>Words by their hashes; two words of one hash are both kept.</summary>
internal sealed class WordTable
{
    private readonly Dictionary<int, ImmutableArray<string>> _words;

    public WordTable(IEnumerable<string> words) =>
        _words = words.GroupBy(WordHash.Of).ToDictionary(same => same.Key, same => same.ToImmutableArray());

    /// <summary>The words that a hash may stand for; empty for every other word of a language.</summary>
    public ImmutableArray<string> Of(int hash) => _words.TryGetValue(hash, out var found) ? found : ImmutableArray<string>.Empty;
}
