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
/// <remarks>Fields, because every turn of the reader asks for them, the first one before anything is inlined.</remarks>
internal readonly struct SqlToken
{
    public readonly SqlTokenKind Kind;

    public readonly SqlKeyword Keyword;

    public readonly int Start;

    public readonly int Length;

    /// <summary>For a parenthesis the index of its partner; an unclosed one ends behind the last token, one without a beginning is its own.</summary>
    public readonly int Partner;

    public SqlToken(SqlTokenKind kind, SqlKeyword keyword, int start, int length, int partner = 0)
    {
        Kind = kind;
        Keyword = keyword;
        Start = start;
        Length = length;
        Partner = partner;
    }

    public int End => Start + Length;

    public SqlToken WithPartner(int partner) => new(Kind, Keyword, Start, Length, partner);
}
