using System;
using DataEngAnalyzers.Catalog;
using DataEngAnalyzers.Sql;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Pipeline;

/// <summary>One step of a migration: it changes a schema, or it runs a statement.</summary>
/// <param name="Where">Where findings about it stand.</param>
internal sealed record MigrationStep(Location Where)
{
    /// <summary>What it changes; <see langword="null"/> for a step that only touches rows.</summary>
    public SchemaStep? Change { get; init; }

    /// <summary>The statement it runs, when it runs SQL.</summary>
    public SqlStatement? Statement { get; init; }

    /// <summary>The letters of the statement.</summary>
    public string? Sql { get; init; }

    /// <summary>The table whose rows it writes, changes or removes.</summary>
    public Dataset? Rows { get; init; }

    /// <summary>It changes rows that are there.</summary>
    public bool IsUpdate { get; init; }

    /// <summary>It changes rows that are there, and does not pick them by a value.</summary>
    public bool IsBackfill { get; init; }

    /// <summary>The engine, as far as the step or its project tells.</summary>
    public SqlDialect Dialect { get; init; }

    /// <summary>It runs in the transaction of the migration; <see langword="null"/> when nobody knows.</summary>
    public bool? IsInTransaction { get; init; }

    /// <summary>The author says that this is the contract phase of an expand and contract change.</summary>
    public bool IsContractPhase { get; init; }

    /// <summary>The table that is changed; <see langword="null"/> when no name is known.</summary>
    public Dataset? Table => Change?.Table is { } table ? new Dataset(DatasetKind.Table, table.Text) : null;

    /// <summary>What the table or column is called after a rename; <see langword="null"/> when that is not known, or engines see no difference.</summary>
    public string? NewName => (Change?.Column is null ? Change?.NewTable?.Text : Change.Name) is { } name && !string.Equals(name, Change?.Column?.Name ?? Change?.Table?.Text, StringComparison.OrdinalIgnoreCase) ? name : null;

    /// <summary>Table and column as a reader names them.</summary>
    public string Subject => (Change?.Table?.Text ?? Change?.Name ?? "?") + (Change?.Column is { } column ? "." + column.Name : string.Empty);
}
