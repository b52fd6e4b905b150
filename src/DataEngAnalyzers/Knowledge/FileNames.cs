using System;
using System.Collections.Generic;

namespace DataEngAnalyzers.Knowledge;

/// <summary>The names that may touch data in one file.</summary>
internal sealed class FileNames
{
    private readonly Dictionary<string, NameUse> _names;
    private readonly HashSet<string> _imports;
    private readonly HashSet<string> _conversions;
    private readonly HashSet<int> _hashes;
    private readonly bool _withConversions;

    public FileNames(Dictionary<string, NameUse> names, HashSet<int> hashes, HashSet<string> imports, HashSet<string> conversions, bool withConversions = false)
    {
        _names = names;
        _hashes = hashes;
        _imports = imports;
        _conversions = conversions;
        _withConversions = withConversions;
    }

    /// <summary>The same for a type that turns text into rows: there the names of conversions count, too.</summary>
    public FileNames WithConversions => new(_names, _hashes, _imports, _conversions, withConversions: true);

    /// <summary>True when a word of the text is such a name, in code or not: one look at each character, without any syntax.</summary>
    public bool OccurIn(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (!IsWord(text[at]))
                continue;

            var start = at;
            var hash = WordHash.Start;
            for (; at < text.Length && IsWord(text[at]); at++)
                hash = WordHash.Next(hash, text[at]);
            if (_hashes.Contains(hash) && IsData(text.Substring(start, at - start)))
                return true;
        }

        return false;
    }

    /// <summary>True when a member of this name, or a <c>new</c> of a type of this name, may touch data. One hash probe for all other names.</summary>
    public bool IsData(string name) =>
        (_names.TryGetValue(name, out var use) && (!use.IsCommon || use.Namespaces.Overlaps(_imports)))
        || (_withConversions && _conversions.Contains(name));

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

/// <summary>How a name counts: everywhere, or only where one of the namespaces is imported.</summary>
internal sealed class NameUse(bool isCommon)
{
    public bool IsCommon { get; } = isCommon;

    public HashSet<string> Namespaces { get; } = new(StringComparer.Ordinal);
}
