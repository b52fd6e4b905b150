namespace DataEngAnalyzers.Sql;

internal enum SqlTokenKind : byte
{
    /// <summary>What stands before the first and after the last token.</summary>
    End,

    /// <summary>An unquoted word, possibly with holes in it (<c>orders_￼</c>).</summary>
    Word,

    /// <summary><c>"x"</c>, <c>[x]</c> or <c>`x`</c>.</summary>
    QuotedName,
    String,
    Number,

    /// <summary><c>@p</c>, <c>:p</c>, <c>$1</c>, <c>?</c>, <c>{=p}</c>, <c>{0}</c>.</summary>
    Parameter,

    /// <summary>One hole, or several without a gap.</summary>
    Hole,
    Operator,
    Comma,
    Dot,
    Semicolon,
    OpenParen,
    CloseParen,

    /// <summary>A line that says GO.</summary>
    BatchEnd,
}

/// <summary>A token: its place in the text and, for a word, which keyword it could be.</summary>
internal readonly record struct SqlToken(SqlTokenKind Kind, SqlKeyword Keyword, int Start, int Length)
{
    public int End => Start + Length;
}
