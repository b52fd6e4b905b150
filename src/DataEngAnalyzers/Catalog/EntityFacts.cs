using System;
using System.Collections.Generic;
using System.Collections.Immutable;

namespace DataEngAnalyzers.Catalog;

/// <summary>What the contexts of a compilation say about one entity; properties by name.</summary>
internal sealed class EntityFacts
{
    /// <summary>The table a fluent call names, with its schema.</summary>
    public string? Table { get; set; }

    /// <summary>The property of a context that stands for the table.</summary>
    public string? Set { get; set; }

    /// <summary>The primary key that a fluent call declares.</summary>
    public ImmutableArray<string> Key { get; set; } = ImmutableArray<string>.Empty;

    public List<ImmutableArray<string>> AlternateKeys { get; } = new();

    /// <summary>Columns by property, where a fluent call names them.</summary>
    public Dictionary<string, string> Columns { get; } = new(StringComparer.Ordinal);
}
