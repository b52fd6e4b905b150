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
internal struct SqlClauseFrame
{
    public SqlFrameRole Role;

    /// <summary>The index of the closing parenthesis, or where the scan ends.</summary>
    public int Close;

    public SqlZone Zone;

    public SqlClause Clause;

    public bool ExpectsTable;

    public bool StartsItem;

    public bool IsLeftJoin;

    /// <summary>PIVOT or UNPIVOT of DuckDB, whose ON lists columns.</summary>
    public bool IsPivot;

    /// <summary>The joined table keeps rows out that it has: ANTI JOIN.</summary>
    public bool IsAntiJoin;

    /// <summary>Its rows are what must not be there: NOT EXISTS, NOT IN, or the right side of EXCEPT.</summary>
    public bool IsAbsenceTest;

    /// <summary>Inside a subquery, a derived or a common table.</summary>
    public bool IsNested;

    /// <summary>A star here decides the columns of the statement.</summary>
    public bool ShapesStatement;

    /// <summary>The columns of its rows depend on a table's columns through a star.</summary>
    public bool IsOpen;

    /// <summary>CASE expressions that have not ended.</summary>
    public int OpenCases;

    /// <summary>The common table it defines.</summary>
    public string? CommonTable;

    /// <summary>Where the stars and reads of the current query begin among those of all open queries.</summary>
    public int FirstStar;

    /// <inheritdoc cref="FirstStar"/>
    public int FirstRead;

    private bool _hasRead;

    /// <summary>The table whose rows the query shows; <see langword="null"/> when it reads none or several.</summary>
    public SqlName? Base { get; private set; }

    public readonly bool IsQuery => Role is not SqlFrameRole.Expression;

    public readonly bool IsConditional => Zone is SqlZone.Condition;

    /// <summary>FROM reads something; <paramref name="table"/> when that shows the rows of one table.</summary>
    public void NoteRead(SqlName? table)
    {
        Base = _hasRead ? null : table;
        _hasRead = true;
    }
}
