using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using DataEngAnalyzers.Pipeline;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Catalog;

/// <summary>
/// What is known at compile time about tables and their keys. Nothing is read before the first question; then one pass over the source
/// answers all of them.
/// </summary>
internal sealed class TableCatalog
{
    private readonly PipelineContext _context;
    private readonly Lazy<EntityModel> _entities;
    private readonly Lazy<DdlTables> _ddl;

    public TableCatalog(PipelineContext context, ImmutableArray<AdditionalText> files)
    {
        _context = context;
        _entities = new Lazy<EntityModel>(() => EntityModel.Of(context), LazyThreadSafetyMode.PublicationOnly);
        _ddl = new Lazy<DdlTables>(() => DdlTables.Of(context, files), LazyThreadSafetyMode.PublicationOnly);
    }

    /// <summary>The model of the entity types, as fluent calls declare it.</summary>
    public EntityModel Model => _entities.Value;

    /// <summary>
    /// The key that recognises a row a write brings: the first known one whose columns are all among those written. The user's option
    /// comes first, then the entity model, then DDL.
    /// </summary>
    public TableKey? KeyOf(Dataset table, IEnumerable<string> columns)
    {
        var written = new HashSet<string>(columns, StringComparer.OrdinalIgnoreCase);
        return KeysOf(table).FirstOrDefault(key => key.Columns.All(written.Contains));
    }

    /// <summary>All keys known of a table.</summary>
    public IEnumerable<TableKey> KeysOf(Dataset table)
    {
        foreach (var name in new[] { table.Name, table.LastPart }.Distinct())
        {
            if (_context.Options.KeyOf(name) is { IsEmpty: false } columns)
                yield return new TableKey(columns, KeyOrigin.Option);
        }

        foreach (var key in Model.KeysOf(table))
            yield return key;
        foreach (var key in _ddl.Value.KeysOf(table))
            yield return key;
    }

    /// <summary>The columns that CREATE TABLE declares, without those whose value the database makes; empty when no DDL is in sight.</summary>
    public ImmutableArray<string> ColumnsOf(Dataset table) => _ddl.Value.ColumnsOf(table);

    /// <summary>True when something else than the primary key keeps an entity from being there twice.</summary>
    public bool HasAlternateKey(INamedTypeSymbol entity) => Model.HasAlternateKey(entity) || _ddl.Value.HasUniqueKey(new Dataset(DatasetKind.Table, _context.Entities.TableOf(entity)));
}
