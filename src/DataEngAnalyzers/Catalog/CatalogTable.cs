using System.Collections.Immutable;

namespace DataEngAnalyzers.Catalog;

/// <summary>A column of a table.</summary>
/// <param name="Name">As it is declared.</param>
/// <param name="Origin">Where it is declared, or was last changed.</param>
internal sealed record CatalogColumn(string Name, FactOrigin Origin)
{
    /// <summary>The type as written, with length and precision; <see langword="null"/> when only the engine's default is known.</summary>
    public string? Type { get; init; }

    /// <summary><see langword="null"/> when nothing says.</summary>
    public bool? IsNullable { get; init; }

    public bool HasDefault { get; init; }

    /// <summary>The database makes the value: identity, serial, computed, row version.</summary>
    public bool IsGenerated { get; init; }
}

/// <summary>Columns that no two rows of a table share.</summary>
/// <param name="Columns">In the order of the key.</param>
/// <param name="Origin">Where the fact comes from.</param>
internal sealed record TableKey(ImmutableArray<string> Columns, FactOrigin Origin)
{
    public bool IsPrimary { get; init; }

    /// <summary>The name of the constraint or index; <see langword="null"/> when it has none.</summary>
    public string? Name { get; init; }
}

/// <summary>A table as one source declares it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Origin">Where it is created.</param>
internal sealed record CatalogTable(TableName Name, FactOrigin Origin)
{
    public ImmutableArray<CatalogColumn> Columns { get; init; } = ImmutableArray<CatalogColumn>.Empty;

    public ImmutableArray<TableKey> Keys { get; init; } = ImmutableArray<TableKey>.Empty;

    /// <summary>It may have columns that the source does not show: from a query, another table, or behind a hole.</summary>
    public bool IsPartial { get; init; }
}
