using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using DataEngAnalyzers.Pipeline;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Catalog;

/// <summary>
/// What is known at compile time about tables: columns, types, nullability and keys, each with its origin. Nothing is read before the first
/// question; then each source is read once.
/// </summary>
internal sealed class TableCatalog
{
    private readonly PipelineContext _context;
    private readonly Lazy<EntityModel> _entities;
    private readonly Lazy<ImmutableArray<TableBook>> _snapshots;
    private readonly Lazy<MigrationHistory> _migrations;
    private readonly Lazy<ImmutableArray<TableBook>> _scripts;
    private readonly Lazy<TableBook> _code;

    public TableCatalog(PipelineContext context, ImmutableArray<AdditionalText> files)
    {
        _context = context;
        _entities = Once(() => EntityModel.Of(context));
        _snapshots = Once(() => ModelSnapshots.Of(context));
        _migrations = Once(() => MigrationHistory.Of(context));
        _scripts = Once(() => ScriptHistory.Of(context, files));
        _code = Once(() => CodeDdl.Of(context, _migrations.Value.Trees));
    }

    /// <summary>The model of the entity types, as the contexts declare it.</summary>
    public EntityModel Model => _entities.Value;

    /// <summary>
    /// The table as the source that knows most of it declares it; <see langword="null"/> when none knows all its columns. Histories come
    /// before models: they say what the database has, not what the code expects.
    /// </summary>
    public CatalogTable? Find(Dataset table) => Histories(table).Concat(Model.Tables(table)).FirstOrDefault(found => !found.IsPartial);

    /// <summary>
    /// The key that recognises a row a write brings: the first known one whose columns are all among those written. The user's option
    /// comes first, then the entity model, then what made the table.
    /// </summary>
    public TableKey? KeyOf(Dataset table, IEnumerable<string> columns)
    {
        var written = new HashSet<string>(columns, StringComparer.OrdinalIgnoreCase);
        return KeysOf(table).FirstOrDefault(key => key.Columns.All(written.Contains));
    }

    /// <summary>All keys known of a table; those of one source with the primary key first.</summary>
    public IEnumerable<TableKey> KeysOf(Dataset table)
    {
        foreach (var name in new[] { table.Name, table.LastPart }.Distinct())
        {
            if (_context.Options.KeyOf(name) is { IsEmpty: false } columns)
                yield return new TableKey(columns, new FactOrigin(FactSource.Option, Location.None));
        }

        foreach (var key in Model.Tables(table).Concat(Histories(table)).SelectMany(known => known.Keys.OrderByDescending(key => key.IsPrimary)))
            yield return key;
    }

    /// <summary>
    /// False for a key that only an option names, where a source that knows the whole table declares no such key: the database then lets
    /// the same key in twice.
    /// </summary>
    public bool IsEnforced(TableKey key, Dataset table)
    {
        if (key.Origin.Source != FactSource.Option || Find(table) is null)
            return true;
        var columns = new HashSet<string>(key.Columns, StringComparer.OrdinalIgnoreCase);
        return Histories(table).Concat(Model.Tables(table)).SelectMany(known => known.Keys).Any(own => columns.SetEquals(own.Columns));
    }

    /// <summary>The columns of a table, without those whose value the database makes; empty when no source knows all of them.</summary>
    public ImmutableArray<string> ColumnsOf(Dataset table) => Find(table) is { } found
        ? found.Columns.Where(column => !column.IsGenerated).Select(column => column.Name).ToImmutableArray()
        : ImmutableArray<string>.Empty;

    /// <summary>A column that a step alters, as it was before; <see langword="null"/> when its history is not known.</summary>
    public CatalogColumn? Before(Location alteration) =>
        _migrations.Value.Books.Concat(_scripts.Value).Select(book => book.Before(alteration)).FirstOrDefault(column => column is not null);

    /// <summary>True when a history ends with this table, or with this column in it, whatever happened on the way.</summary>
    public bool StillHas(Dataset table, string? column) => Histories(table).Any(found =>
        found.Origin.Source != FactSource.Code && (column is null || found.IsPartial || found.Columns.Any(known => string.Equals(known.Name, column, StringComparison.OrdinalIgnoreCase))));

    /// <summary>The files of migrations in C#.</summary>
    public ISet<SyntaxTree> MigrationFiles => _migrations.Value.Trees;

    /// <summary>True when something else than the primary key keeps an entity from being there twice.</summary>
    public bool HasAlternateKey(INamedTypeSymbol entity) =>
        Model.HasAlternateKey(entity) || Histories(new Dataset(DatasetKind.Table, _context.Entities.TableOf(entity))).SelectMany(table => table.Keys).Any(key => !key.IsPrimary);

    // What became of the table in each history that knows it.
    private IEnumerable<CatalogTable> Histories(Dataset table) =>
        _snapshots.Value.Concat(_migrations.Value.Books).Concat(_scripts.Value).Append(_code.Value).Select(book => book.Find(table)).OfType<CatalogTable>();

    private static Lazy<T> Once<T>(Func<T> read) => new(read, LazyThreadSafetyMode.PublicationOnly);
}
