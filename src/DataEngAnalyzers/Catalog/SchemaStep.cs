using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Catalog;

/// <summary>What a step does to a schema.</summary>
internal enum SchemaStepKind
{
    /// <summary>Something that changes no table.</summary>
    Other,
    CreateTable,
    DropTable,
    RenameTable,
    AddColumn,
    AlterColumn,
    DropColumn,
    RenameColumn,

    /// <summary>A primary or unique key.</summary>
    AddKey,

    /// <summary>A constraint that may be a key.</summary>
    DropKey,
    CreateIndex,
    DropIndex,
    DropSchema,
    DropDatabase,
}

/// <summary>What a new or changed column holds in the rows that are there already.</summary>
internal enum ColumnDefault
{
    /// <summary>Nothing: the change fails or locks on a table with rows.</summary>
    None,

    /// <summary>A value somebody chose.</summary>
    Chosen,

    /// <summary>An empty string, zero, the first of January of year 1: a value nobody chose and that looks like data.</summary>
    Fabricated,
}

/// <summary>One step of a schema's history, read from a call of a migration library or from DDL.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Where">The call or the clause.</param>
internal sealed record SchemaStep(SchemaStepKind Kind, Location Where)
{
    /// <summary>The table; <see langword="null"/> when its name is known only at run time.</summary>
    public TableName? Table { get; init; }

    /// <summary>The column after a rename; the schema or database that is dropped.</summary>
    public string? Name { get; init; }

    /// <summary>The table's name after a rename.</summary>
    public TableName? NewTable { get; init; }

    /// <summary>The column that is added, changed, renamed or dropped, with what the step says of it.</summary>
    public CatalogColumn? Column { get; init; }

    /// <summary>The columns of a new table.</summary>
    public ImmutableArray<CatalogColumn> Columns { get; init; } = ImmutableArray<CatalogColumn>.Empty;

    /// <summary>The keys of a new table, or the key that is added.</summary>
    public ImmutableArray<TableKey> Keys { get; init; } = ImmutableArray<TableKey>.Empty;

    /// <summary>The constraint or index that is dropped or created; <see langword="null"/> when it has no name.</summary>
    public string? Constraint { get; init; }

    /// <summary>A new table has columns that the step does not show.</summary>
    public bool IsPartial { get; init; }

    /// <summary>The step does nothing where it has been done: <c>IF EXISTS</c>, <c>IF NOT EXISTS</c>.</summary>
    public bool IsConditional { get; init; }

    /// <summary>A new table takes the place of one that is there.</summary>
    public bool ReplacesExisting { get; init; }

    /// <summary>The type before, where the step tells.</summary>
    public string? OldType { get; init; }

    /// <summary>The nullability before, where the step tells.</summary>
    public bool? WasNullable { get; init; }

    public ColumnDefault Default { get; init; }

    /// <summary>The value of <see cref="Default"/> as the source writes it.</summary>
    public string? DefaultText { get; init; }

    /// <summary>The index is built while others write.</summary>
    public bool IsOnline { get; init; }
}
