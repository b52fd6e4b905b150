using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DataEngAnalyzers.Knowledge;
using DataEngAnalyzers.Pipeline;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DataEngAnalyzers.Catalog;

/// <summary>The entities of a compilation's contexts: their tables as properties, fluent calls on model builders, attributes and conventions.</summary>
internal sealed class EntityModel
{
    private readonly PipelineContext _context;
    private readonly FluentModel _fluent;
    private readonly Dictionary<string, INamedTypeSymbol> _types = new(StringComparer.Ordinal);
    private readonly Lazy<ILookup<string, INamedTypeSymbol>> _byTable;

    private EntityModel(PipelineContext context)
    {
        _context = context;
        _fluent = new FluentModel(context);
        _byTable = new Lazy<ILookup<string, INamedTypeSymbol>>(
            () => _types.Values.ToLookup(entity => new Dataset(DatasetKind.Table, context.Entities.TableOf(entity)).LastPart, StringComparer.OrdinalIgnoreCase));
    }

    public static EntityModel Of(PipelineContext context)
    {
        var model = new EntityModel(context);
        if (!context.Apis.OfRole(ApiRole.Key).Any(api => api.SymbolName.Kind == 'M') && !context.Apis.OfRole(ApiRole.Table).Any())
            return model;

        foreach (var tree in context.Compilation.SyntaxTrees.Where(tree => !ModelSnapshots.IsIn(tree, context)))
        {
            foreach (var node in tree.GetRoot().DescendantNodes())
            {
                if (node is PropertyDeclarationSyntax { Type: GenericNameSyntax or NullableTypeSyntax { ElementType: GenericNameSyntax } } property)
                    model.AddSet(property);
                else if (node is InvocationExpressionSyntax call)
                    model._fluent.Add(call);
            }
        }

        model.FindTypes();
        return model;
    }

    /// <summary>What is said about one entity; <see langword="null"/> when nothing is.</summary>
    public EntityFacts? Of(INamedTypeSymbol entity) => _fluent.Find(entity);

    /// <summary>The schema of tables for which the context of an entity names none.</summary>
    public string? DefaultSchemaOf(INamedTypeSymbol entity) => Of(entity)?.Context is { } context
        ? _fluent.DefaultSchemas.TryGetValue(context, out var schema) ? schema : null
        : _fluent.DefaultSchemas.Count == 1 && Of(entity) is not null ? _fluent.DefaultSchemas.Values.Single() : null;

    /// <summary>The entities that stand for a table.</summary>
    public IEnumerable<INamedTypeSymbol> EntitiesOf(Dataset table) =>
        _byTable.Value[table.LastPart].Where(entity => table.Matches(new Dataset(DatasetKind.Table, _context.Entities.TableOf(entity))));

    /// <summary>The tables that the model maps to a dataset's name.</summary>
    public IEnumerable<CatalogTable> Tables(Dataset table) => EntitiesOf(table).Select(entity => EntityTable.Of(entity, Of(entity)!, _context) with
    {
        Name = TableName.Quoted(SchemaOf(entity), new Dataset(DatasetKind.Table, _context.Entities.TableOf(entity)).LastPart, _context.DefaultDialect),
    });

    /// <summary>The table that one entity stands for; <see langword="null"/> when the model does not know it.</summary>
    public CatalogTable? TableOf(INamedTypeSymbol entity) => Of(entity) is { } facts ? EntityTable.Of(entity, facts, _context) : null;

    public bool HasAlternateKey(INamedTypeSymbol entity) => Of(entity) is { AlternateKeys.Count: > 0 } || EntityAttributes.UniqueIndexes(entity, _context).Any();

    /// <summary>True when another entity derives from this one: its columns stand in the same table.</summary>
    public bool IsBase(INamedTypeSymbol entity) => _types.Values.Any(other => SymbolEqualityComparer.Default.Equals(other.BaseType, entity));

    private string? SchemaOf(INamedTypeSymbol entity)
    {
        var name = _context.Entities.TableOf(entity);
        var dot = name.LastIndexOf('.');
        return dot < 0 ? null : name.Substring(0, dot);
    }

    private void AddSet(PropertyDeclarationSyntax declaration)
    {
        if (_context.ModelFor(declaration.SyntaxTree).GetDeclaredSymbol(declaration) is not IPropertySymbol property || _context.Entities.RowTypeOfTable(property.Type) is not INamedTypeSymbol entity)
            return;

        var facts = _fluent.FactsOf(entity);
        facts.Set ??= property.Name;
        facts.Context ??= property.ContainingType;
        facts.Where ??= declaration.Identifier.GetLocation();
        _types[FluentModel.NameOf(entity)] = entity;
    }

    // Fluent calls name entities that no property of a context stands for.
    private void FindTypes()
    {
        foreach (var name in _fluent.Facts.Keys.Where(name => !_types.ContainsKey(name)).ToList())
        {
            if (_context.Compilation.GetTypeByMetadataName(name) is { } type)
                _types.Add(name, type);
        }
    }
}
