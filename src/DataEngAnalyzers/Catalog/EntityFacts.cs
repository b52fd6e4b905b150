using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Catalog;

/// <summary>What the contexts of a compilation say about one entity; properties by name.</summary>
internal sealed class EntityFacts
{
    /// <summary>The table a fluent call names.</summary>
    public string? Table { get; set; }

    /// <summary>The schema a fluent call names.</summary>
    public string? Schema { get; set; }

    /// <summary>The property of a context that stands for the table.</summary>
    public string? Set { get; set; }

    /// <summary>The context that declares it.</summary>
    public INamedTypeSymbol? Context { get; set; }

    /// <summary>The first place that speaks of it.</summary>
    public Location? Where { get; set; }

    /// <summary>The primary key that a fluent call declares.</summary>
    public ImmutableArray<string> Key { get; set; } = ImmutableArray<string>.Empty;

    public List<ImmutableArray<string>> AlternateKeys { get; } = new();

    /// <summary>What fluent calls say of the properties, in the order in which they name them.</summary>
    public List<PropertyFacts> Properties { get; } = new();

    /// <summary>Properties that are kept out of the database.</summary>
    public HashSet<string> Unmapped { get; } = new(StringComparer.Ordinal);

    /// <summary>Owned types by the property that holds them; their columns stand in the same table.</summary>
    public Dictionary<string, EntityFacts> Owned { get; } = new(StringComparer.Ordinal);

    /// <summary>What is said of a property; <see langword="null"/> when nothing is.</summary>
    public PropertyFacts? Find(string property) => Properties.Find(facts => facts.Name == property);

    /// <summary>What is said of a property, ready to be added to.</summary>
    public PropertyFacts Of(string property, Location where)
    {
        if (Find(property) is not { } facts)
            Properties.Add(facts = new PropertyFacts(property, where));
        return facts;
    }

    /// <summary>What is said of the owned type behind a property.</summary>
    public EntityFacts OwnedBy(string property)
    {
        if (!Owned.TryGetValue(property, out var owned))
            Owned.Add(property, owned = new EntityFacts());
        return owned;
    }
}

/// <summary>What fluent calls say of one property.</summary>
/// <param name="name">The property.</param>
/// <param name="where">The first call that names it.</param>
internal sealed class PropertyFacts(string name, Location where)
{
    public string Name { get; } = name;

    public Location Where { get; } = where;

    public string? Column { get; set; }

    /// <summary>The type as a call spells it, without a length that another call gives.</summary>
    public string? Type { get; set; }

    /// <summary>Length, or precision and scale, in parentheses.</summary>
    public string? Size { get; set; }

    public bool? IsRequired { get; set; }

    public bool HasDefault { get; set; }

    public bool? IsGenerated { get; set; }
}
