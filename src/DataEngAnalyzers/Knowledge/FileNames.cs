using System;
using System.Collections.Generic;

namespace DataEngAnalyzers.Knowledge;

/// <summary>The names that may touch data in one file.</summary>
internal sealed class FileNames
{
    private readonly Dictionary<string, NameUse> _names;
    private readonly HashSet<string> _imports;

    public FileNames(Dictionary<string, NameUse> names, HashSet<string> imports)
    {
        _names = names;
        _imports = imports;
    }

    /// <summary>True when a member of this name, or a <c>new</c> of a type of this name, may touch data. One hash probe for all other names.</summary>
    public bool IsData(string name) =>
        _names.TryGetValue(name, out var use) && (!use.IsCommon || use.Namespaces.Overlaps(_imports));
}

/// <summary>How a name counts: everywhere, or only where one of the namespaces is imported.</summary>
internal sealed class NameUse(bool isCommon)
{
    public bool IsCommon { get; } = isCommon;

    public HashSet<string> Namespaces { get; } = new(StringComparer.Ordinal);
}
