using System;
using System.Collections.Generic;
using System.Collections.Immutable;

namespace DataEngAnalyzers.Knowledge;

/// <summary>One row of a model file: what one API (all overloads, or one) means to data. Immutable.</summary>
internal class ApiModel
{
    private readonly ImmutableArray<KeyValuePair<string, string>> _values;

    public ApiModel(SymbolName symbol, ApiRole role, ApiLibrary library, ImmutableArray<KeyValuePair<string, string>> values)
    {
        SymbolName = symbol;
        Role = role;
        LibraryInfo = library;
        _values = values;
    }

    /// <summary>The documentation-comment id of the row.</summary>
    public string Id => SymbolName.Id;

    public ApiRole Role { get; }

    /// <summary>Name of the library the row belongs to.</summary>
    public string Library => LibraryInfo.Name;

    public ApiLibrary LibraryInfo { get; }

    public SymbolName SymbolName { get; }

    /// <summary>The keys of the row and their values, in the order they were written.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Values => _values;

    /// <summary>
    /// The value of <paramref name="key"/> as written, which may be several references parted by <c>|</c>; null when the row does not have it.
    /// </summary>
    public string? this[string key]
    {
        get
        {
            foreach (var value in _values)
            {
                if (string.Equals(value.Key, key, StringComparison.Ordinal))
                    return value.Value;
            }

            return null;
        }
    }

    public bool Is(string key, string value) => string.Equals(this[key], value, StringComparison.Ordinal);

    /// <summary>True when <paramref name="key"/> refers to <paramref name="name"/>, alone or as one of several parted by <c>|</c>.</summary>
    public bool Names(string key, string name) => this[key] is { } value && Array.IndexOf(value.Split('|'), name) >= 0;

    public override string ToString() => $"{Id} {Role}";
}
