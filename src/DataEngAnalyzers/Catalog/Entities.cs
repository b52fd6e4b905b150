using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DataEngAnalyzers.Knowledge;
using DataEngAnalyzers.Pipeline;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Catalog;

/// <summary>How entity types map to tables, columns and keys: by attributes, by fluent calls, by the names that conventions look for.</summary>
internal sealed class Entities
{
    private readonly PipelineContext _context;
    private readonly ConcurrentDictionary<ITypeSymbol, string> _tables = new(SymbolEqualityComparer.Default);

    public Entities(PipelineContext context) => _context = context;

    /// <summary>The table name of an entity type: a fluent call's, its mapping attribute's, the name of the context's property, else the type's.</summary>
    public string TableOf(ITypeSymbol entity) => _tables.GetOrAdd(entity, FindTable);

    /// <summary>The row type when a type stands for a table (<c>DbSet&lt;T&gt;</c>, <c>ITable&lt;T&gt;</c>); else <see langword="null"/>.</summary>
    public ITypeSymbol? RowTypeOfTable(ITypeSymbol? type) =>
        type is INamedTypeSymbol { TypeArguments: [var row] } named && _context.Apis.FindAll(named).Any(api => api.Role == ApiRole.Table) ? row : null;

    /// <summary>The properties of an entity's primary key, in order; empty when none is known.</summary>
    public ImmutableArray<IPropertySymbol> KeyOf(INamedTypeSymbol entity)
    {
        if (_context.Catalog.Model.Of(entity)?.Key is { IsEmpty: false } declared)
            return Properties(entity, declared);
        if (EntityAttributes.Find(entity, ApiRole.Key, _context, "primary") is { } listed)
            return Properties(entity, EntityAttributes.Strings(listed.Attribute));

        var marked = Members(entity).Where(property => EntityAttributes.Find(property, ApiRole.Key, _context, "primary") is not null).ToImmutableArray();
        return !marked.IsEmpty ? marked : Properties(entity, ImmutableArray.Create("Id")) is { IsEmpty: false } id ? id : Properties(entity, ImmutableArray.Create(entity.Name + "Id"));
    }

    /// <summary>The column of a property: a fluent call's, its attribute's, else the property's name.</summary>
    public string ColumnOf(INamedTypeSymbol entity, string property)
    {
        if (_context.Catalog.Model.Of(entity)?.Find(property)?.Column is { } column)
            return column;
        return Properties(entity, ImmutableArray.Create(property)) is [var member] && EntityAttributes.Find(member, ApiRole.Column, _context) is { Row: var row } mapping && EntityAttributes.Value(mapping.Attribute, row["name"]) is string named
            ? named
            : property;
    }

    /// <summary>The properties of a type, its own first.</summary>
    public static IEnumerable<IPropertySymbol> Members(INamedTypeSymbol entity)
    {
        for (var type = entity; type is not null; type = type.BaseType)
        {
            foreach (var property in type.GetMembers().OfType<IPropertySymbol>())
                yield return property;
        }
    }

    private string FindTable(ITypeSymbol entity)
    {
        var facts = entity is INamedTypeSymbol named ? _context.Catalog.Model.Of(named) : null;
        if (facts?.Table is { } fluent)
            return InSchema(facts.Schema ?? DefaultSchemaOf(entity), fluent);

        for (var type = entity; type is not null; type = type.BaseType)
        {
            if (EntityAttributes.Find(type, ApiRole.TableName, _context) is { } mapping && EntityAttributes.Strings(mapping.Attribute) is [var name, ..])
                return InSchema(EntityAttributes.Value(mapping.Attribute, "Schema") as string ?? DefaultSchemaOf(entity), name);
        }

        return InSchema(DefaultSchemaOf(entity), facts?.Set ?? entity.Name);
    }

    private string? DefaultSchemaOf(ITypeSymbol entity) => entity is INamedTypeSymbol named ? _context.Catalog.Model.DefaultSchemaOf(named) : null;

    private static string InSchema(string? schema, string table) => schema is null ? table : schema + "." + table;

    // All of them or none: half a key is no key.
    private static ImmutableArray<IPropertySymbol> Properties(INamedTypeSymbol entity, ImmutableArray<string> names)
    {
        var found = names.Select(name => Members(entity).FirstOrDefault(property => string.Equals(property.Name, name, StringComparison.OrdinalIgnoreCase))).OfType<IPropertySymbol>().ToImmutableArray();
        return found.Length == names.Length ? found : ImmutableArray<IPropertySymbol>.Empty;
    }
}
