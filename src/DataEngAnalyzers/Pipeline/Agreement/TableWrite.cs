using System;
using System.Collections.Immutable;
using System.Linq;
using DataEngAnalyzers.Manifests;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Pipeline;

/// <summary>A column that an operation writes.</summary>
/// <param name="Name">As the target calls it.</param>
/// <param name="Where">Where it is named.</param>
/// <param name="Family">What its values are; unknown when nothing says.</param>
internal sealed record WrittenColumn(string Name, Location Where, TypeFamily Family)
{
    /// <summary>The type as the code or the database calls it; <see langword="null"/> when nothing says.</summary>
    public string? Type { get; init; }

    /// <summary>The type as the database calls it; <see langword="null"/> when only the code's is known.</summary>
    public string? StoredType { get; init; }
}

/// <summary>What an operation writes into a table, as far as other tools can be held against it.</summary>
/// <param name="Write">The operation.</param>
/// <param name="Table">The table.</param>
/// <param name="Columns">In the order of the code.</param>
/// <param name="IsWhole">The columns are all that it writes.</param>
internal sealed record TableWrite(DataOperation Write, Dataset Table, ImmutableArray<WrittenColumn> Columns, bool IsWhole)
{
    /// <summary>The column of a name, whatever the case of its letters.</summary>
    public WrittenColumn? Column(string name) => Columns.FirstOrDefault(column => string.Equals(column.Name, name, StringComparison.OrdinalIgnoreCase));
}
