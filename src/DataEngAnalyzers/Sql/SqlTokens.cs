using System;
using System.Collections.Generic;

namespace DataEngAnalyzers.Sql;

/// <summary>The tokens of a text without space and comments. Every index is valid: outside there is <see cref="SqlTokenKind.End"/>.</summary>
internal sealed class SqlTokens
{
    private readonly SqlToken[] _tokens;
    private readonly int[] _partners;
    private readonly int[] _innermost;

    private readonly int _end;

    public SqlTokens(SqlText source, SqlDialect dialect, List<SqlToken> tokens)
        : this(source, dialect, tokens, source.Text.Length)
    {
    }

    private SqlTokens(SqlText source, SqlDialect dialect, List<SqlToken> tokens, int end)
    {
        _end = end;
        Source = source;
        Dialect = dialect;
        _tokens = tokens.ToArray();
        _partners = PairParens(_tokens);
        _innermost = SeeThroughParens(_tokens);
    }

    public SqlText Source { get; }

    public SqlDialect Dialect { get; }

    public int Count => _tokens.Length;

    public SqlToken this[int index] =>
        (uint)index < (uint)_tokens.Length ? _tokens[index] : new(SqlTokenKind.End, SqlKeyword.None, index < 0 ? 0 : _end, 0);

    /// <summary>How many strings the tokens stand in, one inside the other.</summary>
    public int Depth { get; private init; }

    /// <summary>The tokens of a string's content, which is itself SQL; in a string of single quotes every quote is written twice.</summary>
    public SqlTokens OfContent(SqlSpan content, bool isQuoted) =>
        new(Source, Dialect, SqlTokenizer.Tokenize(Source, Dialect, content, isQuoted), content.End) { Depth = Depth + 1, IsQuoted = isQuoted };

    /// <summary>The tokens stand in a string whose quotes are written twice.</summary>
    public bool IsQuoted { get; private init; }

    /// <summary>For a parenthesis the index of its partner; an unclosed one ends behind the last token.</summary>
    public int Partner(int paren) => _partners[paren];

    /// <summary>The first token behind a run of opening parentheses.</summary>
    public int Innermost(int paren) => _innermost[paren];

    /// <summary>The token behind <paramref name="index"/>, or behind the closing parenthesis when it opens one.</summary>
    public int Next(int index) => this[index].Kind is SqlTokenKind.OpenParen ? Partner(index) + 1 : index + 1;

    public bool Is(int index, SqlTokenKind kind) => this[index].Kind == kind;

    public bool Is(int index, SqlKeyword keyword) => this[index].Keyword == keyword;

    public bool Is(int index, SqlKeyword first, SqlKeyword second) => Is(index, first) && Is(index + 1, second);

    public bool IsOperator(int index, string symbol) => Is(index, SqlTokenKind.Operator) && Spells(index, symbol);

    /// <summary>Compares the token's text without regard to case.</summary>
    public bool Spells(int index, string word)
    {
        var token = this[index];
        return token.Length == word.Length
            && string.Compare(Source.Text, token.Start, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) == 0;
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

    private static int[] PairParens(SqlToken[] tokens)
    {
        var partners = new int[tokens.Length];
        var open = new Stack<int>();
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Kind is SqlTokenKind.OpenParen)
            {
                partners[i] = tokens.Length;
                open.Push(i);
            }
            else if (tokens[i].Kind is SqlTokenKind.CloseParen)
            {
                partners[i] = open.Count > 0 ? open.Pop() : i;
                partners[partners[i]] = i;
            }
        }

        return partners;
    }

    private static int[] SeeThroughParens(SqlToken[] tokens)
    {
        var innermost = new int[tokens.Length];
        for (var i = tokens.Length - 1; i >= 0; i--)
        {
            var opensAnother = i + 1 < tokens.Length && tokens[i + 1].Kind is SqlTokenKind.OpenParen;
            innermost[i] = opensAnother ? innermost[i + 1] : i + 1;
        }

        return innermost;
    }
}
