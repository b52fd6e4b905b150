using System;

namespace DataEngAnalyzers.Build.Manifests.Facts;

/// <summary>Where a fact stands in its file.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
internal readonly record struct Spot(int Line, int Column) : IComparable<Spot>
{
    /// <summary>Where a file starts: of facts that have no place of their own.</summary>
    public static readonly Spot Start = new(1, 1);

    public int CompareTo(Spot other) => Line == other.Line ? Column.CompareTo(other.Column) : Line.CompareTo(other.Line);
}
