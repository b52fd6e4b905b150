using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using System.Linq;

namespace DataEngAnalyzers.Proof.Running;

/// <summary>The rows of some tables and files, each row as text, in an order of their own.</summary>
internal sealed class Content
{
    private readonly ImmutableSortedDictionary<string, ImmutableArray<string>> _rows;

    private Content(ImmutableSortedDictionary<string, ImmutableArray<string>> rows) => _rows = rows;

    public static Content Of(params IEnumerable<(string Name, IEnumerable<string> Rows)> parts) =>
        new(parts.ToImmutableSortedDictionary(part => part.Name, part => part.Rows.Order(StringComparer.Ordinal).ToImmutableArray(), StringComparer.Ordinal));

    /// <summary>A row of values.</summary>
    public static string Row(params IEnumerable<object?> values) => string.Join('|', values.Select(Text));

    /// <summary>The rows of a table.</summary>
    public static IEnumerable<string> RowsOf(string table, DbConnection connection)
    {
        using var select = connection.CreateCommand();
        select.CommandText = $"SELECT * FROM {table}";
        using var reader = select.ExecuteReader();
        var rows = new List<string>();
        var values = new object[reader.FieldCount];
        while (reader.Read())
        {
            reader.GetValues(values);
            rows.Add(Row(values));
        }

        return rows;
    }

    /// <summary>The rows of one part.</summary>
    public ImmutableArray<string> this[string name] => _rows[name];

    public bool Equals(Content other) => _rows.Count == other._rows.Count && _rows.All(part => other._rows.TryGetValue(part.Key, out var rows) && rows.SequenceEqual(part.Value));

    /// <summary>How it looks beside what was expected.</summary>
    public string Beside(Content expected)
    {
        var differences = _rows.Keys.Union(expected._rows.Keys).Order(StringComparer.Ordinal)
            .Select(name => Beside(name, RowsIn(name), expected.RowsIn(name)))
            .OfType<string>()
            .ToList();
        return differences.Count > 0 ? string.Join(", ", differences) : string.Join(", ", expected._rows.Select(part => Named(part.Key, Count(part.Value.Length))));
    }

    private string? Beside(string name, ImmutableArray<string> actual, ImmutableArray<string> expected)
    {
        if (actual.SequenceEqual(expected))
            return null;
        return Named(name, actual.Length != expected.Length
            ? $"{Count(actual.Length)} instead of {expected.Length.ToString("N0", CultureInfo.InvariantCulture)}"
            : $"{actual.Except(expected).Count().ToString("N0", CultureInfo.InvariantCulture)} of {Count(actual.Length)} wrong");
    }

    private string Named(string name, string what) => _rows.Count == 1 ? what : $"{name}: {what}";

    private ImmutableArray<string> RowsIn(string name) => _rows.TryGetValue(name, out var rows) ? rows : [];

    private static string Count(int rows) => rows == 1 ? "1 row" : rows.ToString("N0", CultureInfo.InvariantCulture) + " rows";

    // Engines differ in the types they hand out for a number.
    private static string Text(object? value) => value switch
    {
        null or DBNull => "NULL",
        bool flag => flag ? "1" : "0",
        sbyte or byte or short or ushort or int or uint or long or ulong or float or double or decimal => Convert.ToDecimal(value, CultureInfo.InvariantCulture).ToString("0.##########", CultureInfo.InvariantCulture),
        DateTime time => time.ToString("s", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty,
    };
}
