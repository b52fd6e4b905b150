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
        if (AttributeOf(entity, ApiRole.Key, "primary") is { } listed)
            return Properties(entity, Strings(listed));

        var marked = Members(entity).Where(property => AttributeOf(property, ApiRole.Key, "primary") is not null).ToImmutableArray();
        return !marked.IsEmpty ? marked : Properties(entity, ImmutableArray.Create("Id")) is { IsEmpty: false } id ? id : Properties(entity, ImmutableArray.Create(entity.Name + "Id"));
    }

    /// <summary>The column of a property: its attribute's, a fluent call's, else the property's name.</summary>
    public string ColumnOf(INamedTypeSymbol entity, string property) =>
        _context.Catalog.Model.Of(entity)?.Columns.TryGetValue(property, out var column) == true ? column
        : Properties(entity, ImmutableArray.Create(property)) is [var member] && AttributeOf(member, ApiRole.Column, kind: null) is { } mapping && Strings(mapping) is [var named, ..] ? named
        : property;

    private string FindTable(ITypeSymbol entity)
    {
        if (entity is INamedTypeSymbol named && _context.Catalog.Model.Of(named) is { Table: { } fluent })
            return fluent;

        for (var type = entity; type is not null; type = type.BaseType)
        {
            if (AttributeOf(type, ApiRole.TableName, kind: null) is { } mapping && Strings(mapping) is [var name, ..])
                return mapping.NamedArguments.FirstOrDefault(argument => argument.Key == "Schema").Value.Value is string schema ? schema + "." + name : name;
        }

        return entity is INamedTypeSymbol set && _context.Catalog.Model.Of(set) is { Set: { } property } ? property : entity.Name;
    }

    private AttributeData? AttributeOf(ISymbol symbol, ApiRole role, string? kind) => symbol.GetAttributes().FirstOrDefault(attribute =>
        attribute.AttributeClass is { } type && _context.Apis.FindAll(type).Any(api => api.Role == role && (kind is null || api.Is("kind", kind))));

    private static ImmutableArray<string> Strings(AttributeData attribute) => attribute.ConstructorArguments
        .SelectMany(argument => argument.Kind == TypedConstantKind.Array ? argument.Values.AsEnumerable() : [argument])
        .Select(argument => argument.Kind == TypedConstantKind.Array ? null : argument.Value as string)
        .OfType<string>()
        .ToImmutableArray();

    // All of them or none: half a key is no key.
    private static ImmutableArray<IPropertySymbol> Properties(INamedTypeSymbol entity, ImmutableArray<string> names)
    {
        var found = names.Select(name => Members(entity).FirstOrDefault(property => string.Equals(property.Name, name, StringComparison.OrdinalIgnoreCase))).OfType<IPropertySymbol>().ToImmutableArray();
        return found.Length == names.Length ? found : ImmutableArray<IPropertySymbol>.Empty;
    }

    private static IEnumerable<IPropertySymbol> Members(INamedTypeSymbol entity)
    {
        for (var type = entity; type is not null; type = type.BaseType)
        {
            foreach (var property in type.GetMembers().OfType<IPropertySymbol>())
                yield return property;
        }
    }
}
