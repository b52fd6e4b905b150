using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DataEngAnalyzers.Pipeline;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Catalog;

/// <summary>The tables of one history, as they stand after the steps applied so far.</summary>
internal sealed class TableBook
{
    private readonly FactSource _source;
    private readonly bool _isOrdered;
    private readonly Dictionary<string, List<CatalogTable>> _tables = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<Location, CatalogColumn> _altered = new();

    /// <param name="source">Where the steps stand.</param>
    /// <param name="isOrdered">False where nobody knows which text runs first: what one of them drops or renames may be there before and after.</param>
    public TableBook(FactSource source, bool isOrdered = true)
    {
        _source = source;
        _isOrdered = isOrdered;
    }

    private IEnumerable<CatalogTable> Tables => _tables.Values.SelectMany(tables => tables);

    /// <summary>The table that a dataset names, whatever the case of its letters; <see langword="null"/> when there is none, or several.</summary>
    public CatalogTable? Find(Dataset dataset)
    {
        var meeting = Called(dataset.LastPart).Where(table => dataset.Matches(new Dataset(DatasetKind.Table, table.Name.Text))).ToList();
        return OnlyOf(meeting) ?? OnlyOf(meeting.Where(table => table.Name.Text == dataset.Name)) ?? OnlyOf(meeting.Where(table => table.Name.IsInDefaultSchema));
    }

    /// <summary>The table that a step names; <see langword="null"/> when there is none, or several in different schemas.</summary>
    private CatalogTable? Find(TableName name)
    {
        var meeting = Called(name.Name).Where(table => table.Name.Meets(name)).ToList();
        return OnlyOf(meeting) ?? meeting.FirstOrDefault(table => table.Name.Is(name)) ?? OnlyOf(meeting.Where(table => table.Name.IsInDefaultSchema));
    }

    private List<CatalogTable> Called(string name) => _tables.TryGetValue(name, out var tables) ? tables : [];

    /// <summary>The column that a step alters, as it was before.</summary>
    public CatalogColumn? Before(Location alteration) => _altered.TryGetValue(alteration, out var column) ? column : null;

    public void Apply(SchemaStep step)
    {
        if (!_isOrdered && TakesAway(step))
            return;
        if (step.Kind == SchemaStepKind.DropSchema)
            DropSchema(step.Name);
        else if (step.Kind == SchemaStepKind.DropDatabase)
            _tables.Clear();
        else if (step.Kind == SchemaStepKind.CreateTable && step.Table is { } created)
            Create(step, created);
        else if (step.Kind == SchemaStepKind.DropIndex && step.Table is null)
            DropKey(step.Constraint);
        else if (step.Table is { } name && Find(name) is { } table)
            Replace(table, After(table, step));
        else if (step is { Kind: SchemaStepKind.AddKey or SchemaStepKind.CreateIndex or SchemaStepKind.AddColumn, Table: { } unseen })
            Add(After(new CatalogTable(unseen, OriginOf(step)) { IsPartial = true }, step)!);
    }

    private FactOrigin OriginOf(SchemaStep step) => new(_source, step.Where);

    private void Create(SchemaStep step, TableName name)
    {
        if (Find(name) is { } existing && existing.Name.Is(name))
        {
            if (step.IsConditional || !_isOrdered)
                return;
            Replace(existing, null);
        }

        Add(new CatalogTable(name, OriginOf(step)) { Columns = step.Columns, Keys = step.Keys, IsPartial = step.IsPartial });
    }

    // What becomes of a table; null when it is gone.
    private CatalogTable? After(CatalogTable table, SchemaStep step) => step.Kind switch
    {
        SchemaStepKind.DropTable => null,
        SchemaStepKind.RenameTable => step.NewTable is { } renamed ? table with { Name = table.Name.RenamedTo(renamed) } : null,
        SchemaStepKind.AddColumn when step.Column is { } added => table with { Columns = Without(table, added.Name).Add(added), Keys = table.Keys.AddRange(step.Keys) },
        SchemaStepKind.AlterColumn when step.Column is { } altered => table with { Columns = table.Columns.Select(column => Same(column.Name, altered.Name) ? Altered(column, altered) : column).ToImmutableArray() },
        SchemaStepKind.DropColumn when step.Column is { } dropped => table with
        {
            Columns = Without(table, dropped.Name),
            Keys = table.Keys.RemoveAll(key => key.Columns.Any(column => Same(column, dropped.Name))),
        },
        SchemaStepKind.RenameColumn when step is { Column: { } old, Name: { } name } => Renamed(table, old.Name, name),
        SchemaStepKind.AddKey or SchemaStepKind.CreateIndex => table with { Keys = table.Keys.AddRange(step.Keys) },
        SchemaStepKind.DropKey or SchemaStepKind.DropIndex => table with { Keys = WithoutKey(table.Keys, step.Constraint) },
        _ => table,
    };

    // A step that says nothing of type, nullability or default leaves them.
    private CatalogColumn Altered(CatalogColumn before, CatalogColumn after)
    {
        _altered[after.Origin.Where] = before;
        return before with
        {
            Origin = after.Origin,
            Type = after.Type ?? before.Type,
            IsNullable = after.IsNullable ?? before.IsNullable,
            HasDefault = after.HasDefault || before.HasDefault,
        };
    }

    private static bool TakesAway(SchemaStep step) => step.Kind is SchemaStepKind.DropTable or SchemaStepKind.DropColumn or SchemaStepKind.DropKey or SchemaStepKind.DropIndex
        or SchemaStepKind.DropSchema or SchemaStepKind.DropDatabase or SchemaStepKind.RenameTable or SchemaStepKind.RenameColumn;

    private static CatalogTable Renamed(CatalogTable table, string old, string name) => table with
    {
        Columns = table.Columns.Select(column => Same(column.Name, old) ? column with { Name = name } : column).ToImmutableArray(),
        Keys = table.Keys.Select(key => key with { Columns = key.Columns.Select(column => Same(column, old) ? name : column).ToImmutableArray() }).ToImmutableArray(),
    };

    // Where no key has the name, one without a name may be meant: better no key than a wrong one.
    private static ImmutableArray<TableKey> WithoutKey(ImmutableArray<TableKey> keys, string? constraint)
    {
        var named = keys.RemoveAll(key => key.Name is { } name && constraint is not null && Same(name, constraint));
        return named.Length < keys.Length ? named : keys.RemoveAll(key => key.Name is null);
    }

    // Where an index needs no table to be dropped, its name is known.
    private void DropKey(string? name)
    {
        foreach (var table in Tables.Where(table => table.Keys.Any(key => key.Name is { } known && name is not null && Same(known, name))).ToList())
            Replace(table, table with { Keys = table.Keys.RemoveAll(key => key.Name is { } known && Same(known, name!)) });
    }

    private void DropSchema(string? schema)
    {
        foreach (var table in Tables.Where(table => string.Equals(table.Name.Schema, schema, StringComparison.OrdinalIgnoreCase)).ToList())
            Replace(table, null);
    }

    private void Replace(CatalogTable before, CatalogTable? after)
    {
        _tables[before.Name.Name].Remove(before);
        if (after is not null)
            Add(after);
    }

    private void Add(CatalogTable table)
    {
        if (!_tables.TryGetValue(table.Name.Name, out var tables))
            _tables.Add(table.Name.Name, tables = new List<CatalogTable>());
        tables.Add(table);
    }

    private static ImmutableArray<CatalogColumn> Without(CatalogTable table, string column) => table.Columns.RemoveAll(other => Same(other.Name, column));

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static CatalogTable? OnlyOf(IEnumerable<CatalogTable> tables) => tables.Take(2).ToList() is [var only] ? only : null;
}
