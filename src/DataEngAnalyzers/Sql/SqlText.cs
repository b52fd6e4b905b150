using System.Collections.Immutable;

namespace DataEngAnalyzers.Sql;

/// <summary>A stretch of <see cref="SqlText.Text"/>; a zero length marks a place between two characters.</summary>
internal readonly record struct SqlSpan(int Start, int Length)
{
    public int End => Start + Length;

    public static SqlSpan FromBounds(int start, int end) => new(start, end - start);

    public bool Contains(SqlSpan other) => Start <= other.Start && other.End <= End;
}

/// <summary>A place where the host program puts text unknown before run time.</summary>
/// <param name="Position">Offset of the mark in <see cref="SqlText.Text"/>.</param>
/// <param name="Name">The host expression, for messages.</param>
internal sealed record SqlHole(int Position, string? Name);

/// <summary>SQL as the host program has it: constant text in which every hole is one <see cref="HoleMark"/>.</summary>
internal sealed class SqlText
{
    /// <summary>Stands for one hole; the object replacement character does not occur in real SQL.</summary>
    public const char HoleMark = '\uFFFC';

    public SqlText(string text, ImmutableArray<SqlHole> holes)
    {
        Text = text;
        Holes = holes;
    }

    public string Text { get; }

    public ImmutableArray<SqlHole> Holes { get; }

    public static SqlText FromConstant(string text) => new(text, ImmutableArray<SqlHole>.Empty);

    public string Slice(SqlSpan span) => Text.Substring(span.Start, span.Length);

    public override string ToString() => Text;
}
