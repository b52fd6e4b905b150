using System;
using System.Collections.Generic;
using System.Linq;

namespace DataEngAnalyzers.Build.Model.Facts;

/// <summary>Which values the code's own declarations allow in a column.</summary>
internal sealed record ColumnLimits
{
    public static readonly ColumnLimits None = new();

    /// <summary>The texts that an enum is written as; empty when the column is no enum, or is written as a number.</summary>
    public IReadOnlyList<string> Accepted { get; init; } = [];

    public int? MinLength { get; init; }

    public int? MaxLength { get; init; }

    /// <summary>The smallest value, as a number is written in JSON.</summary>
    public string? Min { get; init; }

    public string? Max { get; init; }

    /// <summary>Whether the smallest value itself is out of range.</summary>
    public bool MinExclusive { get; init; }

    public bool MaxExclusive { get; init; }

    /// <summary>A regular expression that the whole value matches.</summary>
    public string? Pattern { get; init; }

    public bool IsEmpty => Equals(None);

    public bool Equals(ColumnLimits? other) => other is not null
        && Accepted.SequenceEqual(other.Accepted, StringComparer.Ordinal)
        && (MinLength, MaxLength, Min, Max, MinExclusive, MaxExclusive, Pattern) == (other.MinLength, other.MaxLength, other.Min, other.Max, other.MinExclusive, other.MaxExclusive, other.Pattern);

    public override int GetHashCode() => (Accepted.Count, MinLength, MaxLength, Min, Max, Pattern).GetHashCode();
}
