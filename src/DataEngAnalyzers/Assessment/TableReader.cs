using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DataEngAnalyzers.Catalog;
using DataEngAnalyzers.Pipeline;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Assessment;

/// <summary>What the catalog knows of the tables that a stage names.</summary>
internal sealed class TableReader
{
    private readonly PipelineContext _context;
    private readonly Dictionary<DatasetName, (Dataset Dataset, CatalogTable? Table)> _known = new();
    private readonly List<DatasetName> _order = new();

    public TableReader(PipelineContext context) => _context = context;

    /// <summary>The tables of which something is known, in the order in which they were named.</summary>
    public ImmutableArray<TableFacts> Known => _order.Select(FactsOf).OfType<TableFacts>().ToImmutableArray();

    /// <summary>Looks a table up.</summary>
    public void Read(DatasetName name, Dataset table)
    {
        if (_known.ContainsKey(name))
            return;
        _known.Add(name, (table, _context.Catalog.Find(table)));
        _order.Add(name);
    }

    /// <summary>The type of a column; <see langword="null"/> when nothing says.</summary>
    public string? TypeOf(DatasetName name, string column) => _known.TryGetValue(name, out var known)
        ? known.Table?.Columns.FirstOrDefault(candidate => string.Equals(candidate.Name, column, StringComparison.OrdinalIgnoreCase))?.Type
        : null;

    /// <summary>The key by which a table knows a row of these columns; empty where they hold none.</summary>
    public ImmutableArray<string> KeyOf(DatasetName name, IEnumerable<string> columns) =>
        _known.TryGetValue(name, out var known) && _context.Catalog.KeyOf(known.Dataset, columns) is { } key ? key.Columns : ImmutableArray<string>.Empty;

    private TableKey? FirstKeyOf(Dataset table) => _context.Catalog.KeysOf(table).FirstOrDefault();

    private TableFacts? FactsOf(DatasetName name)
    {
        var (dataset, table) = _known[name];
        var key = FirstKeyOf(dataset);
        if (table is null && key is null)
            return null;
        return new TableFacts(
            name,
            key?.Columns ?? ImmutableArray<string>.Empty,
            table?.Columns.Select(column => new TableColumnFacts(column.Name, column.Type, column.IsNullable, WordOf(column.Origin.Source))).ToImmutableArray() ?? ImmutableArray<TableColumnFacts>.Empty,
            table?.Origin.Where ?? key?.Origin.Where)
        {
            IsKeyPrimary = key?.IsPrimary == true,
            IsPartial = table?.IsPartial == true,
        };
    }

    private static string WordOf(FactSource source) => source switch
    {
        FactSource.EntityModel => "EF model",
        FactSource.Snapshot or FactSource.Migrations => "migration",
        FactSource.Option => "option",
        _ => "DDL",
    };
}
