using System.Collections.Immutable;

namespace DataEngAnalyzers.Sql;

/// <summary>The clause a condition stands in.</summary>
internal enum SqlClause
{
    Where,
    On,
    Having,
    Qualify,

    /// <summary>The condition of a MERGE branch.</summary>
    When,
}

internal enum SqlOperandKind
{
    /// <summary>One parameter, or a list or range of parameters alone.</summary>
    Parameter,
    Literal,

    /// <summary>The database's clock alone, or arithmetic around it.</summary>
    Clock,
    Column,
    Hole,
    Expression,
}

/// <summary>A comparison of a column, turned so that the column stands on the left.</summary>
internal sealed class SqlPredicate
{
    public required SqlName Column { get; init; }

    /// <summary>Lower case: <c>=</c>, <c>&lt;&gt;</c>, <c>&lt;</c>, <c>&gt;</c>, <c>&lt;=</c>, <c>&gt;=</c>, <c>between</c>, <c>in</c>, <c>like</c>, <c>is null</c>; a negated one begins with <c>not </c> (<c>is not null</c>).</summary>
    public required string Operator { get; init; }

    public SqlOperandKind OperandKind { get; init; }

    /// <summary>The operand, when it is a column too.</summary>
    public SqlName? OperandColumn { get; init; }

    /// <summary>The whole comparison.</summary>
    public SqlSpan Span { get; init; }

    public SqlSpan OperandSpan { get; init; }

    /// <summary>Without its sigil, when the operand has just one parameter.</summary>
    public string? ParameterName { get; init; }

    public SqlClause Clause { get; init; }

    public bool InSubquery { get; init; }

    /// <summary>The column is inside one function or cast: <c>CAST(sold_at AS date) = @day</c>.</summary>
    public bool IsColumnWrapped { get; init; }
}

/// <summary>LIMIT, TOP or FETCH.</summary>
/// <param name="Span">From the word to the count.</param>
/// <param name="Count"><see langword="null"/> when no number says how many.</param>
/// <param name="IsAtEnd">It stands behind the clauses of the query, as LIMIT and FETCH do.</param>
internal sealed record SqlRowLimit(SqlSpan Span, long? Count, bool IsAtEnd);

/// <summary><c>ROW_NUMBER() OVER (PARTITION BY … ORDER BY …)</c>.</summary>
/// <param name="Span">From PARTITION to the end of the window.</param>
/// <param name="OrderedBy">The columns of ORDER BY; empty without one, <see langword="null"/> where it is ordered by anything else than columns.</param>
/// <param name="Alias">What the number is called; <see langword="null"/> when nothing names it.</param>
/// <param name="IsCompared">It stands in a condition itself.</param>
internal sealed record SqlRowNumber(SqlSpan Span, ImmutableArray<SqlName>? OrderedBy, string? Alias, bool IsCompared);

/// <summary>A hint such as NOLOCK.</summary>
/// <param name="Span">The word.</param>
/// <param name="Removable">What can be taken away so that the other hints stay.</param>
internal sealed record SqlDirtyRead(SqlSpan Span, SqlSpan Removable);

/// <summary>A parameter.</summary>
/// <param name="Name">Without its sigil; the number of a positional one, empty for <c>?</c>.</param>
/// <param name="Span">With its sigil.</param>
/// <param name="Column">The column it is written into or compared with, where that is plain to see.</param>
internal sealed record SqlParameter(string Name, SqlSpan Span, string? Column);

/// <summary>One <c>column = value</c> of UPDATE, of MERGE or of a conflict clause.</summary>
internal sealed record SqlAssignment(SqlName Column, SqlSpan Value, SqlOperandKind ValueKind);

/// <summary>A reading of the database's clock.</summary>
internal readonly record struct SqlClock(SqlSpan Span, bool InPredicate);

/// <summary>The part of a write that recognises rows which are already there.</summary>
internal sealed class SqlConflict
{
    /// <summary>The columns that recognise a row; empty when the statement leaves them to the table's keys.</summary>
    public ImmutableArray<SqlName> KeyColumns { get; init; } = ImmutableArray<SqlName>.Empty;

    /// <summary>Columns assigned when the row is there already.</summary>
    public ImmutableArray<SqlName> UpdateColumns { get; init; } = ImmutableArray<SqlName>.Empty;

    /// <summary><c>ON CONFLICT ON CONSTRAINT name</c>.</summary>
    public string? Constraint { get; init; }

    public SqlSpan Span { get; init; }
}

/// <summary>The VALUES of an INSERT.</summary>
internal sealed class SqlValues
{
    /// <summary>From VALUES to its last row.</summary>
    public SqlSpan Span { get; init; }

    /// <summary><see langword="null"/> when a hole stands for rows.</summary>
    public int? RowCount { get; init; }

    /// <summary>Every value of every row is a literal.</summary>
    public bool AreLiterals { get; init; }

    /// <summary>The values of the first row, in the order of the columns.</summary>
    public ImmutableArray<SqlSpan> FirstRow { get; init; } = ImmutableArray<SqlSpan>.Empty;
}
