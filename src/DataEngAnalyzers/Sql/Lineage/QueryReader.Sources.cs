using System;
using System.Collections.Generic;
using System.Collections.Immutable;

namespace DataEngAnalyzers.Sql.Lineage;

/// <summary>What FROM and JOIN name.</summary>
internal sealed partial class QueryReader
{
    /// <summary>Reads a list of sources that stands alone: joined tables in parentheses, those of UPDATE and DELETE.</summary>
    public Select ReadSources(TokenRange range)
    {
        (_at, _end) = range;
        var select = new Select();
        ReadSources(select);
        return select;
    }

    /// <summary>Reads one source and what stands behind it.</summary>
    public (QuerySource? Source, int Next) ReadSource(TokenRange range)
    {
        (_at, _end) = range;
        var source = ReadSource(JoinKind.None, isNatural: false, isLateral: false);
        return (source, _at);
    }

    private void ReadSources(Select select)
    {
        var end = Clauses.End(_tokens, _at, _end);
        var outerEnd = _end;
        _end = end;
        while (_at < end)
        {
            var (join, isNatural, isLateral) = ReadJoinWords();
            if (ReadSource(join, isNatural, isLateral) is { } source)
            {
                select.Sources.Add(source);
                ReadJoinConditions(source);
            }

            // What is neither a source nor what joins it hides more sources or conditions.
            while (_at < end && !BeginsSource())
            {
                select.Gaps |= _tokens.HasHole(_at) ? SqlLineageGaps.Hole : SqlLineageGaps.Unsupported;
                _at = _tokens.Next(_at);
            }
        }

        _at = end;
        _end = outerEnd;
    }

    private (JoinKind Join, bool IsNatural, bool IsLateral) ReadJoinWords()
    {
        var join = JoinKind.None;
        bool isNatural = false, isLateral = false;
        for (; _at < _end; _at++)
        {
            switch (Keyword)
            {
                case SqlKeyword.Left or SqlKeyword.Outer when join is JoinKind.None:
                    join = JoinKind.Left;
                    break;
                case SqlKeyword.Right:
                    join = JoinKind.Right;
                    break;
                case SqlKeyword.Full:
                    join = JoinKind.Full;
                    break;
                case SqlKeyword.Natural:
                    isNatural = true;
                    break;
                case SqlKeyword.Apply or SqlKeyword.Lateral:
                    isLateral = true;
                    break;
                case SqlKeyword.Join or SqlKeyword.Inner or SqlKeyword.Cross or SqlKeyword.Straight_Join when join is JoinKind.None:
                    join = JoinKind.Inner;
                    break;
                case SqlKeyword.Join or SqlKeyword.Inner or SqlKeyword.Outer or SqlKeyword.Cross or SqlKeyword.Asof or SqlKeyword.Positional or SqlKeyword.Semi
                    or SqlKeyword.Anti or SqlKeyword.Global or SqlKeyword.Straight_Join or SqlKeyword.Only:
                case SqlKeyword.Table when !_tokens.Is(_at + 1, SqlTokenKind.OpenParen):
                    break;
                default:
                    if (!_tokens.Is(_at, SqlTokenKind.Comma))
                        return (join, isNatural, isLateral);
                    break;
            }
        }

        return (join, isNatural, isLateral);
    }

    private bool BeginsSource()
    {
        if (_tokens.Is(_at, SqlTokenKind.Comma))
            return true;

        return Keyword switch
        {
            SqlKeyword.Join or SqlKeyword.Inner or SqlKeyword.Cross or SqlKeyword.Natural or SqlKeyword.Apply or SqlKeyword.Straight_Join => true,
            SqlKeyword.Left or SqlKeyword.Right or SqlKeyword.Full => !_tokens.Is(_at + 1, SqlTokenKind.OpenParen),
            SqlKeyword.Outer => _tokens.Is(_at + 1, SqlKeyword.Apply),
            SqlKeyword.Asof or SqlKeyword.Positional or SqlKeyword.Semi or SqlKeyword.Anti or SqlKeyword.Global => _tokens[_at + 1].Keyword is SqlKeyword.Join or SqlKeyword.Left or SqlKeyword.Inner,
            _ => false,
        };
    }

    private QuerySource? ReadSource(JoinKind join, bool isNatural, bool isLateral)
    {
        QuerySource source;
        if (_tokens.Is(_at, SqlTokenKind.OpenParen))
        {
            var inside = Clauses.Inside(_tokens, _at, _end);
            var isQuery = IsQuery(_at);
            source = new QuerySource
            {
                Derived = isQuery ? inside : default,
                Group = isQuery ? default : inside,
                Join = join,
                IsNatural = isNatural,
                IsLateral = isLateral,
            };
            _at = Math.Min(_tokens.Next(_at), _end);
        }
        else if (Keyword is SqlKeyword.Values)
        {
            var from = _at;
            ReadRows();
            source = new QuerySource { Derived = new TokenRange(from, _at), Join = join };
        }
        else if (ReadSourceName() is { } name)
        {
            TokenRange? arguments = null;
            if (_tokens.Is(_at, SqlTokenKind.OpenParen) && _at < _end && !SqlHints.IsLockingHint(_tokens, _at + 1))
            {
                arguments = Clauses.Inside(_tokens, _at, _end);
                _at = Math.Min(_tokens.Next(_at), _end);
            }

            source = new QuerySource { Name = name, Arguments = arguments, Join = join, IsNatural = isNatural, IsLateral = isLateral };
        }
        else
        {
            return null;
        }

        ReadSourceOptions(source);
        return source;
    }

    private SqlName? ReadSourceName()
    {
        // DuckDB reads a file by its path.
        if (_tokens.Is(_at, SqlTokenKind.String))
        {
            var path = SqlNames.Unquote(_tokens.Text(_at));
            var file = new SqlName(ImmutableArray.Create(path), _tokens.Span(_at, _at + 1)) { HasHole = _tokens.HasHole(_at) };
            _at++;
            return file;
        }

        if (Keyword is SqlKeyword.Table && _tokens.Is(_at + 1, SqlTokenKind.OpenParen))
            return new SqlName(ImmutableArray.Create("table"), _tokens.Span(_at, ++_at));
        if (!Clauses.IsRowsFrom(_tokens, _at))
            return SqlNames.Read(_tokens, ref _at, _end);

        _at += 2;
        return new SqlName(ImmutableArray.Create("rows from"), _tokens.Span(_at - 2, _at));
    }

    // A query in parentheses, however many, and not joined tables.
    private bool IsQuery(int open)
    {
        var at = open + 1;
        var close = _tokens.Partner(open);
        while (_tokens.Is(at, SqlTokenKind.OpenParen))
        {
            var behind = _tokens.Partner(at) + 1;
            if (behind < close)
                return Clauses.IsSetOperator(_tokens, behind) && Clauses.BeginsQuery(_tokens, _tokens.Innermost(at));

            close = behind - 1;
            at++;
        }

        return Clauses.BeginsQuery(_tokens, at);
    }

    private void ReadJoinConditions(QuerySource source)
    {
        while (_at < _end)
        {
            if (Keyword is SqlKeyword.On)
            {
                var from = ++_at;
                while (_at < _end && !BeginsSource() && Keyword is not (SqlKeyword.On or SqlKeyword.Using))
                    _at = _tokens.Next(_at);
                _at = Math.Min(_at, _end);
                source.On.Add(new TokenRange(from, _at));
            }
            else if (Keyword is SqlKeyword.Using && _tokens.Is(_at + 1, SqlTokenKind.OpenParen))
            {
                source.Using = ReadNames(_at + 1);
                _at = Math.Min(_tokens.Next(_at + 1), _end);

                // PostgreSQL names the joined columns: USING (id) AS j.
                if (Keyword is SqlKeyword.As)
                    _at = Math.Min(_at + 2, _end);
            }
            else
            {
                return;
            }
        }
    }
}
