using System.Collections.Immutable;
using System.Globalization;

namespace DataEngAnalyzers.Sql;

/// <summary>How many rows a query takes, and how it numbers them.</summary>
internal sealed partial class SqlClauseScanner
{
    // A window that is longer than this is none that anybody wrote by hand.
    private const int LongestWindow = 64;

    // LIMIT 10, LIMIT 20, 10, TOP 10, TOP (10), FETCH NEXT 10 ROWS ONLY.
    private void NoteLimit(int at)
    {
        var isAtEnd = !_tokens.Is(at, SqlKeyword.Top);
        var count = at + 1;
        if (_tokens.Is(at, SqlKeyword.Fetch) && count < _frame.Close)
            count++;
        if (_tokens.Is(count, SqlTokenKind.OpenParen))
            count++;
        if (_tokens.Is(at, SqlKeyword.Limit) && _tokens.Is(count + 1, SqlTokenKind.Comma))
            count += 2;

        _builder.HasLimit = true;
        var isNumber = long.TryParse(_tokens.Text(count), NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        _builder.Limit ??= new SqlRowLimit(_tokens.Span(at, System.Math.Min(count + 1, _frame.Close)), isNumber ? number : null, isAtEnd);
    }

    // ROW_NUMBER() OVER (PARTITION BY a ORDER BY b, c): without groups every row gets its own number, and a window by name is elsewhere.
    private void NoteRowNumber(int at)
    {
        var over = at + 3;
        var open = over + 1;
        if (!_tokens.Is(at + 1, SqlTokenKind.OpenParen) || !_tokens.Spells(over, "OVER") || !_tokens.Is(open, SqlTokenKind.OpenParen) || !_tokens.Is(open + 1, SqlKeyword.Partition))
            return;

        var close = _tokens.Partner(open);
        if (close - open > LongestWindow)
            return;

        var order = open + 1;
        while (order < close && !_tokens.Is(order, SqlKeyword.Order, SqlKeyword.By))
            order = _tokens.Next(order);
        _builder.RowNumbers.Add(new SqlRowNumber(
            _tokens.Span(open + 1, close),
            order < close ? OrderColumns(order + 2, close) : ImmutableArray<SqlName>.Empty,
            SqlAliases.ReadAt(_tokens, close + 1, _frame.Close),
            _frame.IsConditional));
    }

    // ORDER BY a, b of the statement itself.
    private void NoteOrder(int at) => _builder.OrderedBy = OrderColumns(at, EndOfTailPart(at));

    // The clauses behind ORDER BY begin with these words, in whatever order a dialect has them.
    private int EndOfTailPart(int at)
    {
        var end = at;
        while (end < _frame.Close && end - at < LongestWindow && !_tokens.Is(end, SqlTokenKind.Semicolon)
            && _tokens[end].Keyword is not (SqlKeyword.Limit or SqlKeyword.Offset or SqlKeyword.Fetch or SqlKeyword.For or SqlKeyword.Option))
            end = _tokens.Next(end);
        return System.Math.Min(end, _frame.Close);
    }

    private ImmutableArray<SqlName>? OrderColumns(int at, int close)
    {
        var columns = ImmutableArray.CreateBuilder<SqlName>();
        while (at < close)
        {
            if (SqlNames.Read(_tokens, ref at, close) is not { } column)
                return null;

            columns.Add(column);
            while (at < close && (_tokens[at].Keyword is SqlKeyword.First || IsDirection(at)))
                at++;
            if (at < close && !_tokens.Is(at, SqlTokenKind.Comma))
                return null;
            at++;
        }

        return columns.ToImmutable();
    }

    private bool IsDirection(int at) =>
        _tokens.Spells(at, "ASC") || _tokens.Spells(at, "DESC") || _tokens.Spells(at, "NULLS") || _tokens.Spells(at, "LAST");
}
