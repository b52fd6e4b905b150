using System;
using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Build.Model.Facts;

namespace DataEngAnalyzers.Build.Model;

/// <summary>Columns of one dataset: first those that are declared, in their order, then those that code names.</summary>
internal sealed class ColumnUnion
{
    private readonly Dictionary<string, Column> _columns = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _declared = [];

    /// <param name="name">Nothing for whole rows.</param>
    public void Add(string? name, string? type, bool? nullable)
    {
        if (name is null)
            return;
        if (!_columns.TryGetValue(name, out var known))
            _columns[name] = new Column(name, type, nullable, false);
        else
            _columns[name] = known with { Type = Smaller(known.Type, type), Nullable = known.Nullable ?? nullable };
    }

    public void Declare(TableColumn column)
    {
        if (!_declared.Contains(column.Name, StringComparer.OrdinalIgnoreCase))
        {
            _declared.Add(column.Name);
            _columns[column.Name] = new Column(column.Name, column.Type, column.Nullable, false);
        }
        else
        {
            Add(column.Name, column.Type, column.Nullable);
        }
    }

    public IReadOnlyList<Column> ToSorted(IReadOnlyList<string> key) => _declared
        .Concat(_columns.Keys.Where(name => !_declared.Contains(name, StringComparer.OrdinalIgnoreCase)).OrderBy(name => name, StringComparer.Ordinal))
        .Select(name => _columns[name] with { Key = key.Contains(name, StringComparer.OrdinalIgnoreCase) })
        .ToList();

    // Two projects may see different types; which one is shown does not depend on their order.
    private static string? Smaller(string? one, string? other) =>
        one is null || (other is not null && string.CompareOrdinal(other, one) < 0) ? other : one;
}
