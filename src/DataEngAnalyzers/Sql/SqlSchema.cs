using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace DataEngAnalyzers.Sql;

/// <summary>What CREATE TABLE declares.</summary>
internal sealed class SqlTableDefinition
{
    public ImmutableArray<SqlColumnDefinition> Columns { get; init; } = ImmutableArray<SqlColumnDefinition>.Empty;

    /// <summary>Primary and unique keys, with their names.</summary>
    public ImmutableArray<SqlKeyDefinition> Keys { get; init; } = ImmutableArray<SqlKeyDefinition>.Empty;

    public ImmutableArray<SqlName> PrimaryKey => Keys.LastOrDefault(key => key.IsPrimary)?.Columns ?? ImmutableArray<SqlName>.Empty;

    public IEnumerable<ImmutableArray<SqlName>> UniqueKeys => Keys.Where(key => !key.IsPrimary && !key.Columns.IsEmpty).Select(key => key.Columns);

    public bool IsTemporary { get; init; }

    public bool IfNotExists { get; init; }

    /// <summary><c>CREATE OR REPLACE</c>: an existing table and its rows go.</summary>
    public bool ReplacesExisting { get; init; }

    /// <summary>The columns come from a query or another table, or a hole hides some of them.</summary>
    public bool IsPartial { get; init; }
}

/// <summary>A column as CREATE TABLE declares it.</summary>
/// <param name="Name">The column.</param>
/// <param name="Type">As written, with length and precision; empty when there is none.</param>
/// <param name="IsNullable"><see langword="false"/> for NOT NULL and for a primary key.</param>
/// <param name="HasDefault">A DEFAULT is given.</param>
internal sealed record SqlColumnDefinition(SqlName Name, string Type, bool IsNullable, bool HasDefault)
{
    /// <summary>The database makes the value: identity, serial, autoincrement, computed, row version.</summary>
    public bool IsGenerated { get; init; }
}

/// <summary>What CREATE INDEX declares.</summary>
/// <param name="Name">Empty when the index has none.</param>
/// <param name="IsUnique">No two rows may share the key.</param>
/// <param name="Columns">Empty when it is over expressions.</param>
/// <param name="IsPartial">Only rows that meet a WHERE are indexed.</param>
internal sealed record SqlIndexDefinition(string Name, bool IsUnique, ImmutableArray<SqlName> Columns, bool IsPartial)
{
    /// <summary>Others write while it is built: CONCURRENTLY, ONLINE.</summary>
    public bool IsOnline { get; init; }
}

internal enum SqlSchemaChangeKind
{
    AddColumn,
    DropColumn,
    AlterColumn,
    RenameColumn,
    AddConstraint,
    DropConstraint,
    RenameTable,

    /// <summary>All rows, or those of a partition, move to another table or change places with its: SWITCH, EXCHANGE PARTITION, SWAP WITH.</summary>
    SwitchRows,
    DropTable,
    DropSchema,
    DropDatabase,
    DropIndex,
    DropView,
    Other,
}

/// <summary>One step of ALTER, DROP or RENAME.</summary>
internal sealed record SqlSchemaChange
{
    public SqlSchemaChangeKind Kind { get; init; }

    /// <summary>The table changed; for DROP of something else, that thing.</summary>
    public SqlName? Table { get; init; }

    public SqlName? Column { get; init; }

    /// <summary>The name after a rename; the other table when rows are switched.</summary>
    public SqlName? NewName { get; init; }

    /// <summary>The type as written, when the step gives one.</summary>
    public string? Type { get; init; }

    /// <summary>The nullability the step sets; <see langword="null"/> when it says nothing.</summary>
    public bool? IsNullable { get; init; }

    public bool HasDefault { get; init; }

    /// <summary>Columns of a primary or unique key that is added, alone or on a new column.</summary>
    public ImmutableArray<SqlName> KeyColumns { get; init; } = ImmutableArray<SqlName>.Empty;

    public bool IsPrimaryKey { get; init; }

    /// <summary>The constraint or index that is added or dropped; <see langword="null"/> when it is not named.</summary>
    public string? Constraint { get; init; }

    /// <summary><c>IF EXISTS</c> or <c>IF NOT EXISTS</c>: repeating the step does nothing.</summary>
    public bool IsConditional { get; init; }

    public SqlSpan Span { get; init; }
}
