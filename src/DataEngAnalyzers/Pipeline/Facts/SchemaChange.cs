using DataEngAnalyzers.Sql;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Pipeline;

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

/// <summary>One change of a table's shape: a call of a migration library, or a step of a DDL statement.</summary>
internal sealed record SchemaChange(SqlSchemaChangeKind Kind, DataOperation Operation, Location Where)
{
    /// <summary>The table, or the schema or database that is dropped.</summary>
    public string? Table { get; init; }

    public string? Column { get; init; }

    /// <summary>The nullability afterwards; <see langword="null"/> when the change says nothing.</summary>
    public bool? IsNullable { get; init; }

    /// <summary>The nullability before; <see langword="null"/> when unknown.</summary>
    public bool? WasNullable { get; init; }

    public ColumnDefault Default { get; init; }

    /// <summary>The database makes the value: identity, row version, computed.</summary>
    public bool IsGenerated { get; init; }

    /// <summary>The author says that this is the contract phase of an expand and contract change.</summary>
    public bool IsContractPhase { get; init; }

    /// <summary>Rows, or what code relies on, are gone afterwards.</summary>
    public bool IsDestructive => Kind is SqlSchemaChangeKind.DropColumn or SqlSchemaChangeKind.DropTable or SqlSchemaChangeKind.DropSchema or SqlSchemaChangeKind.DropDatabase;

    /// <summary>Table and column as a reader names them.</summary>
    public string Subject => Column is null ? Table ?? "?" : $"{Table ?? "?"}.{Column}";
}
