using System;
using System.Collections.Generic;
using System.Collections.Immutable;

namespace DataEngAnalyzers.Sql.Lineage;

/// <summary>Reads one level of a query into its clauses. It goes into no parentheses but those that enclose the whole.</summary>
internal sealed partial class QueryReader
{
    private readonly SqlTokens _tokens;
    private int _at;
    private int _end;

    public QueryReader(SqlTokens tokens) => _tokens = tokens;

    public Query Read(TokenRange range)
    {
        (_at, _end) = Clauses.StripParens(_tokens, range);
        var query = new Query();
        ReadCommonTables(query);
        var setOperator = SetOperator.None;
        while (_at < _end)
        {
            if (ReadBranch(setOperator) is not { } branch)
            {
                query.Gaps |= GapAt(_at);
                break;
            }

            query.Branches.Add(branch);
            query.Gaps |= ReadTail(query);
            if (!Clauses.IsSetOperator(_tokens, _at))
                break;

            setOperator = ReadSetOperator();
        }

        // The order behind the last branch is that of all of them.
        if (query.Branches.Count > 1 && query.Branches[query.Branches.Count - 1].Select is { OrderBy.IsEmpty: false } last)
            (query.OrderBy, last.OrderBy) = (last.OrderBy, default);
        return query;
    }

    /// <summary>Reads WITH, when it stands at the beginning, and returns what begins behind it.</summary>
    public int ReadCommonTables(TokenRange range, Query query)
    {
        (_at, _end) = range;
        ReadCommonTables(query);
        return _at;
    }

    private SqlKeyword Keyword => _at < _end ? _tokens[_at].Keyword : SqlKeyword.None;

    private void ReadCommonTables(Query query)
    {
        if (Keyword is not SqlKeyword.With)
            return;

        _at++;
        if (Keyword is SqlKeyword.Recursive && !_tokens.Is(_at + 1, SqlKeyword.As))
        {
            query.IsRecursive = true;
            _at++;
        }

        while (_at < _end && _tokens[_at].Kind is SqlTokenKind.Word or SqlTokenKind.QuotedName && !SqlKeywords.IsReserved(Keyword))
        {
            var name = SqlNames.Unquote(_tokens.Text(_at++));
            var columns = ImmutableArray<string>.Empty;
            if (_tokens.Is(_at, SqlTokenKind.OpenParen))
            {
                columns = ReadNames(_at);
                _at = _tokens.Next(_at);
            }

            while (_at < _end && !_tokens.Is(_at, SqlTokenKind.OpenParen))
                _at++;
            if (_at >= _end)
                return;

            var body = Clauses.Inside(_tokens, _at, _end);
            _at = _tokens.Next(_at);
            query.CommonTables.Add(new CommonTable(name, columns, body) { Added = ReadSearchAndCycle() });
            if (!_tokens.Is(_at, SqlTokenKind.Comma))
                return;
            _at++;
        }
    }

    // SEARCH DEPTH FIRST BY a, b SET c; CYCLE a, b SET c USING d.
    private ImmutableArray<string> ReadSearchAndCycle()
    {
        var added = ImmutableArray<string>.Empty;
        var begins = _tokens.Spells(_at, "SEARCH") || _tokens.Spells(_at, "CYCLE");
        while (begins && _at < _end && !_tokens.Is(_at, SqlTokenKind.OpenParen) && !BeginsMain() && !BeginsCommonTable())
        {
            if (Keyword is SqlKeyword.Set or SqlKeyword.Using)
                added = added.Add(SqlNames.Unquote(_tokens.Text(_at + 1)));
            _at++;
        }

        return added;
    }

    private bool BeginsCommonTable() =>
        _tokens.Is(_at, SqlTokenKind.Comma) && (_tokens.Is(_at + 2, SqlKeyword.As) || _tokens.Is(_at + 2, SqlTokenKind.OpenParen));

    private bool BeginsMain() => Keyword is SqlKeyword.Select or SqlKeyword.Values or SqlKeyword.From or SqlKeyword.Table or SqlKeyword.Insert
        or SqlKeyword.Update or SqlKeyword.Delete or SqlKeyword.Merge or SqlKeyword.Replace;

    private QueryBranch? ReadBranch(SetOperator setOperator)
    {
        if (_tokens.Is(_at, SqlTokenKind.OpenParen))
        {
            var nested = Clauses.Inside(_tokens, _at, _end);
            _at = Math.Min(_tokens.Next(_at), _end);
            return new QueryBranch { Operator = setOperator, Nested = nested };
        }

        switch (Keyword)
        {
            case SqlKeyword.Select or SqlKeyword.From:
                return new QueryBranch { Operator = setOperator, Select = ReadSelect() };
            case SqlKeyword.Values or SqlKeyword.Value:
                return new QueryBranch { Operator = setOperator, Rows = ReadRows() };
            case SqlKeyword.Table:
                _at++;
                return new QueryBranch { Operator = setOperator, Table = SqlNames.Read(_tokens, ref _at, _end) };
            default:
                return null;
        }
    }

    private List<TokenRange> ReadRows()
    {
        var rows = new List<TokenRange>();
        for (_at++; _at < _end; _at++)
        {
            if (Keyword is SqlKeyword.Row)
                _at++;
            if (!_tokens.Is(_at, SqlTokenKind.OpenParen))
                break;

            rows.Add(Clauses.Inside(_tokens, _at, _end));
            _at = Math.Min(_tokens.Next(_at), _end);
            if (!_tokens.Is(_at, SqlTokenKind.Comma))
                break;
        }

        return rows;
    }

    // ORDER BY, LIMIT and the like behind VALUES or a query in parentheses.
    private SqlLineageGaps ReadTail(Query query)
    {
        while (_at < _end && !Clauses.IsSetOperator(_tokens, _at))
        {
            var isOrder = Keyword is SqlKeyword.Order && _tokens.Is(_at + 1, SqlKeyword.By);
            var from = isOrder ? _at + 2 : _at + 1;
            var gap = isOrder ? SqlLineageGaps.None : GapAt(_at);
            _at = Clauses.End(_tokens, from, _end);
            if (isOrder)
                query.OrderBy = new TokenRange(from, _at);
            if (gap is not SqlLineageGaps.None)
                return gap;
        }

        return SqlLineageGaps.None;
    }

    private SqlLineageGaps GapAt(int at) =>
        _tokens.HasHole(at) ? SqlLineageGaps.Hole
        : _tokens[at].Keyword is SqlKeyword.Limit or SqlKeyword.Offset or SqlKeyword.Fetch or SqlKeyword.For or SqlKeyword.Option or SqlKeyword.Returning ? SqlLineageGaps.None
        : SqlLineageGaps.Unsupported;

    private SetOperator ReadSetOperator()
    {
        var isUnion = Keyword is SqlKeyword.Union;
        var byName = false;
        for (_at++; _at < _end; _at++)
        {
            if (Keyword is SqlKeyword.By)
                byName = true;
            else if (Keyword is not (SqlKeyword.All or SqlKeyword.Distinct or SqlKeyword.Name))
                break;
        }

        return !isUnion ? SetOperator.Restrict : byName ? SetOperator.UnionByName : SetOperator.Union;
    }

    // The first word of each item; types of a definition list are passed over.
    private ImmutableArray<string> ReadNames(int open)
    {
        var names = ImmutableArray.CreateBuilder<string>();
        foreach (var item in Clauses.Split(_tokens, Clauses.Inside(_tokens, open, _end)))
            names.Add(SqlNames.Unquote(_tokens.Text(item.From)));
        return names.ToImmutable();
    }
}
