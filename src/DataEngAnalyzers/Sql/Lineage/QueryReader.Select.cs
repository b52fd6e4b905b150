using System;
using System.Collections.Generic;

namespace DataEngAnalyzers.Sql.Lineage;

/// <summary>The clauses of a SELECT.</summary>
internal sealed partial class QueryReader
{
    private Select ReadSelect()
    {
        var select = new Select();
        var hasItems = false;
        while (_at < _end && !Clauses.IsSetOperator(_tokens, _at))
        {
            switch (Keyword)
            {
                case SqlKeyword.Select when !hasItems:
                    hasItems = true;
                    SkipSelectModifiers(select);
                    ReadItems(select);
                    break;
                case SqlKeyword.From:
                    _at++;
                    ReadSources(select);
                    break;
                case SqlKeyword.Where or SqlKeyword.Having or SqlKeyword.Qualify:
                    select.Filters.Add(TakeClause(1));
                    break;
                case SqlKeyword.Connect or SqlKeyword.Start:
                    select.Filters.Add(TakeClause(2));
                    break;
                case SqlKeyword.Group:
                    select.GroupBy = TakeClause(2);
                    break;
                case SqlKeyword.Order:
                    select.OrderBy = TakeClause(2);
                    break;
                case SqlKeyword.Window:
                    ReadWindows(select, TakeClause(1));
                    break;
                case SqlKeyword.Select:
                    select.Gaps |= SqlLineageGaps.Unsupported;
                    return select;
                default:
                    TakeClause(1);
                    break;
            }
        }

        // DuckDB: FROM t is SELECT * FROM t.
        if (!hasItems)
            select.Items.Add(new SelectItem { Span = _tokens.Span(_at - 1, _at), Star = new StarItem() });
        return select;
    }

    private TokenRange TakeClause(int words)
    {
        var from = Math.Min(_at + words, _end);
        _at = Clauses.End(_tokens, from, _end);
        return new TokenRange(from, _at);
    }

    private void SkipSelectModifiers(Select select)
    {
        for (_at++; _at < _end;)
        {
            switch (Keyword)
            {
                case SqlKeyword.Distinct when _tokens.Is(_at + 1, SqlKeyword.On) && _tokens.Is(_at + 2, SqlTokenKind.OpenParen):
                    select.DistinctOn = Clauses.Inside(_tokens, _at + 2, _end);
                    _at = _tokens.Next(_at + 2);
                    break;
                case SqlKeyword.Top when _tokens[_at + 1].Kind is SqlTokenKind.Number or SqlTokenKind.OpenParen or SqlTokenKind.Parameter or SqlTokenKind.Hole:
                    _at = _tokens.Next(_at + 1);
                    _at += Keyword is SqlKeyword.Percent ? 1 : 0;
                    _at += _tokens.Is(_at, SqlKeyword.With, SqlKeyword.Ties) ? 2 : 0;
                    break;
                case SqlKeyword.As:
                    // BigQuery: SELECT AS STRUCT.
                    select.Gaps |= SqlLineageGaps.Unsupported;
                    _at += 2;
                    break;
                case SqlKeyword.Distinct or SqlKeyword.All or SqlKeyword.Straight_Join or SqlKeyword.High_Priority:
                    _at++;
                    break;
                default:
                    return;
            }
        }
    }

    private void ReadItems(Select select)
    {
        var from = _at;
        _at = Clauses.End(_tokens, from, _end);
        foreach (var item in Clauses.Split(_tokens, new TokenRange(from, _at)))
            select.Items.Add(SelectItemReader.Read(_tokens, item));
    }

    private void ReadWindows(Select select, TokenRange range)
    {
        select.Windows ??= new Dictionary<string, TokenRange>(StringComparer.OrdinalIgnoreCase);
        foreach (var window in Clauses.Split(_tokens, range))
        {
            if (_tokens.Is(window.From + 1, SqlKeyword.As) && _tokens.Is(window.From + 2, SqlTokenKind.OpenParen))
                select.Windows[SqlNames.Unquote(_tokens.Text(window.From))] = Clauses.Inside(_tokens, window.From + 2, window.To);
        }
    }
}
