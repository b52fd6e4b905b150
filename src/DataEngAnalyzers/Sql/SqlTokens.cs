namespace DataEngAnalyzers.Sql;

/// <summary>The tokens of a text without space and comments. Every index is valid: outside there is <see cref="SqlTokenKind.End"/>.</summary>
internal sealed class SqlTokens
{
    private readonly SqlToken[] _slots;
    private int[]? _innermost;

    public SqlTokens(SqlText source, SqlDialect dialect, SqlTokenBuffer tokens)
        : this(source, dialect, tokens, source.Text.Length)
    {
    }

    private SqlTokens(SqlText source, SqlDialect dialect, SqlTokenBuffer tokens, int end)
    {
        Source = source;
        Dialect = dialect;
        Count = tokens.Count;
        _slots = tokens.Finish(end);
    }

    public SqlText Source { get; }

    public SqlDialect Dialect { get; }

    public int Count { get; }

    public ref readonly SqlToken this[int index]
    {
        get
        {
            // One comparison for both ends.
            var slot = index + 1;
            if ((uint)slot > (uint)Count)
                slot = index < 0 ? 0 : Count + 1;
            return ref _slots[slot];
        }
    }

    /// <summary>How many strings the tokens stand in, one inside the other.</summary>
    public int Depth { get; private init; }

    /// <summary>The tokens of a string's content, which is itself SQL; in a string of single quotes every quote is written twice.</summary>
    public SqlTokens OfContent(SqlSpan content, bool isQuoted) =>
        new(Source, Dialect, SqlTokenizer.Tokenize(Source, Dialect, content, isQuoted), content.End) { Depth = Depth + 1, IsQuoted = isQuoted };

    /// <summary>The tokens stand in a string whose quotes are written twice.</summary>
    public bool IsQuoted { get; private init; }

    /// <inheritdoc cref="SqlToken.Partner"/>
    public int Partner(int paren) => this[paren].Partner;

    /// <summary>The first token behind a run of opening parentheses.</summary>
    public int Innermost(int paren) => Is(paren + 1, SqlTokenKind.OpenParen) ? (_innermost ??= SeeThroughParens())[paren] : paren + 1;

    /// <summary>The token behind <paramref name="index"/>, or behind the closing parenthesis when it opens one.</summary>
    public int Next(int index) => this[index].Kind is SqlTokenKind.OpenParen ? Partner(index) + 1 : index + 1;

    public bool Is(int index, SqlTokenKind kind) => this[index].Kind == kind;

    public bool Is(int index, SqlKeyword keyword) => this[index].Keyword == keyword;

    public bool Is(int index, SqlKeyword first, SqlKeyword second) => Is(index, first) && Is(index + 1, second);

    public bool IsOperator(int index, string symbol) => Is(index, SqlTokenKind.Operator) && Spells(index, symbol);

    /// <summary>Compares the token's text without regard to case.</summary>
    public bool Spells(int index, string word)
    {
        ref readonly var token = ref this[index];
        return token.Length == word.Length && SqlWords.Spells(Source.Text, token.Start, word);
    }

    public string Text(int index) => Source.Text.Substring(this[index].Start, this[index].Length);

    public bool HasHole(int index) => this[index].Length > 0 && Source.Text.IndexOf(SqlText.HoleMark, this[index].Start, this[index].Length) >= 0;

    /// <summary>From the first character of token <paramref name="from"/> to the last one before token <paramref name="to"/>.</summary>
    public SqlSpan Span(int from, int to) =>
        to > from ? SqlSpan.FromBounds(this[from].Start, this[to - 1].End) : new(this[from].Start, 0);

    /// <summary>The first such word from <paramref name="from"/> on that stands neither in parentheses nor in a CASE; else <paramref name="end"/>.</summary>
    public int FindOutsideCase(int from, int end, SqlKeyword keyword)
    {
        var cases = new SqlOpenCases();
        for (var at = from; at < end; at = Next(at))
        {
            if (!cases.Note(this[at].Keyword) && !cases.Any && Is(at, keyword))
                return at;
        }

        return end;
    }

    private int[] SeeThroughParens()
    {
        var innermost = new int[Count];
        for (var i = Count - 1; i >= 0; i--)
            innermost[i] = i + 1 < Count && Is(i + 1, SqlTokenKind.OpenParen) ? innermost[i + 1] : i + 1;

        return innermost;
    }
}
