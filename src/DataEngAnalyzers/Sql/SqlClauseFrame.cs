using System.Collections.Generic;

namespace DataEngAnalyzers.Sql;

/// <summary>The part of a query that the scanner is in.</summary>
internal enum SqlZone
{
    None,
    With,
    SelectList,
    From,
    Condition,
    GroupBy,
    OrderBy,
    Set,

    /// <summary>VALUES, RETURNING, LIMIT and whatever else moves no rows in or out.</summary>
    Tail,
}

internal enum SqlFrameRole
{
    /// <summary>The statement itself.</summary>
    Root,

    /// <summary>A query in parentheses that stands for the statement or for a branch of a set operation.</summary>
    Operand,
    CommonTable,
    Derived,
    Subquery,
    JoinGroup,

    /// <summary>Parentheses of an expression or a function.</summary>
    Expression,
}

/// <summary>What the scanner knows between one pair of parentheses.</summary>
internal sealed class SqlClauseFrame
{
    public SqlFrameRole Role { get; init; }

    /// <summary>The index of the closing parenthesis, or where the scan ends.</summary>
    public int Close { get; init; }

    public SqlZone Zone { get; set; }

    public SqlClause Clause { get; set; }

    public bool ExpectsTable { get; set; }

    public bool StartsItem { get; set; }

    public bool IsLeftJoin { get; set; }

    /// <summary>Its rows are what must not be there: NOT EXISTS, NOT IN, or the right side of EXCEPT.</summary>
    public bool IsAbsenceTest { get; set; }

    /// <summary>The common table it defines.</summary>
    public string? CommonTable { get; init; }

    /// <summary>The columns of its rows depend on a table's columns through a star.</summary>
    public bool IsOpen { get; set; }

    /// <summary>CASE expressions that have not ended.</summary>
    public int OpenCases { get; set; }

    /// <summary>Stars of the current select list, with their qualifier.</summary>
    public List<(SqlSpan Span, string? Qualifier)> Stars { get; } = new();

    /// <summary>What the current FROM reads, and whether a star over it depends on a table.</summary>
    public List<(string? Alias, bool IsOpen)> Reads { get; } = new();

    public bool IsQuery => Role is not SqlFrameRole.Expression;

    /// <summary>Inside a subquery, a derived or a common table.</summary>
    public bool IsNested { get; init; }

    public bool IsConditional => Zone is SqlZone.Condition;

    /// <summary>A star here decides the columns of the statement.</summary>
    public bool ShapesStatement { get; init; }
}
