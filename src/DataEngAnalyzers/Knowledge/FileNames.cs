using System;
using System.Collections.Generic;

namespace DataEngAnalyzers.Knowledge;

/// <summary>The names that may touch data in one file.</summary>
internal sealed class FileNames
{
    private readonly NameLists _lists;
    private readonly HashSet<string> _imports;
    private readonly bool _withConversions;

    public FileNames(NameLists lists, HashSet<string> imports, bool withConversions = false)
    {
        _lists = lists;
        _imports = imports;
        _withConversions = withConversions;
    }

    /// <summary>The same for a type that turns text into rows: there the names of conversions count, too.</summary>
    public FileNames WithConversions => new(_lists, _imports, withConversions: true);

    /// <summary>True when a word of the file is such a name, in code or not.</summary>
    public bool OccurIn(FileWords words)
    {
        foreach (var hash in words.Hashes)
        {
            foreach (var name in _lists.ByHash.Of(hash))
            {
                if (IsData(name))
                    return true;
            }
        }

        return false;
    }

    /// <summary>True when a member of this name, or a <c>new</c> of a type of this name, may touch data. One hash probe for all other names.</summary>
    public bool IsData(string name) =>
        (_lists.Data.TryGetValue(name, out var use) && (!use.IsCommon || use.Namespaces.Overlaps(_imports)))
        || (_withConversions && _lists.Conversions.Contains(name));

    /// <summary>True when a member of this name moves nothing itself, but may decide what a movement means: commits, checks, retries, records.</summary>
    public bool IsContext(string name) => _lists.Contexts.Contains(name);
}

/// <summary>The names of one compilation's models, by what they do.</summary>
internal sealed class NameLists
{
    public NameLists(Dictionary<string, NameUse> data, HashSet<string> conversions, HashSet<string> contexts)
    {
        Data = data;
        Conversions = conversions;
        Contexts = contexts;
        ByHash = new WordTable(data.Keys);
    }

    public Dictionary<string, NameUse> Data { get; }

    public HashSet<string> Conversions { get; }

    public HashSet<string> Contexts { get; }

    public WordTable ByHash { get; }
}

/// <summary>How a name counts: everywhere, or only where one of the namespaces is imported.</summary>
internal sealed class NameUse(bool isCommon)
{
    public bool IsCommon { get; } = isCommon;

    public HashSet<string> Namespaces { get; } = new(StringComparer.Ordinal);
}
