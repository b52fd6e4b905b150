using System;
using System.Collections.Generic;

namespace DataEngAnalyzers.Knowledge;

/// <summary>The names that may touch data in one file.</summary>
internal sealed class FileNames
{
    private readonly Dictionary<string, NameUse> _names;
    private readonly HashSet<string> _imports;
    private readonly HashSet<string> _conversions;
    private readonly bool _withConversions;

    public FileNames(Dictionary<string, NameUse> names, HashSet<string> imports, HashSet<string> conversions, bool withConversions = false)
    {
        _names = names;
        _imports = imports;
        _conversions = conversions;
        _withConversions = withConversions;
    }

    /// <summary>The same for a type that turns text into rows: there the names of conversions count, too.</summary>
    public FileNames WithConversions => new(_names, _imports, _conversions, withConversions: true);

    /// <summary>True when a member of this name, or a <c>new</c> of a type of this name, may touch data. One hash probe for all other names.</summary>
    public bool IsData(string name) =>
        (_names.TryGetValue(name, out var use) && (!use.IsCommon || use.Namespaces.Overlaps(_imports)))
        || (_withConversions && _conversions.Contains(name));
}

/// <summary>How a name counts: everywhere, or only where one of the namespaces is imported.</summary>
internal sealed class NameUse(bool isCommon)
{
    public bool IsCommon { get; } = isCommon;

    public HashSet<string> Namespaces { get; } = new(StringComparer.Ordinal);
}
