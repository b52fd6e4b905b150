using System;
using System.Collections.Generic;

namespace DataEngAnalyzers.Sql.Lineage;

/// <summary>Finds where the clauses of one query level begin and end. Parentheses are passed over.</summary>
internal static class Clauses
{
    /// <summary>The first token behind <paramref name="from"/> that begins another clause.</summary>
    public static int End(SqlTokens tokens, int from, int to)
    {
        var at = from;
        while (at < to && !Begins(tokens, at))
            at = tokens.Next(at);
        return Math.Min(at, to);
    }

    /// <summary>The pieces between the commas of a list; brackets and braces hold commas of their own.</summary>
    public static List<TokenRange> Split(SqlTokens tokens, TokenRange list)
    {
        var items = new List<TokenRange>();
        var from = list.From;
        var nested = 0;
        for (var at = list.From; at < list.To; at = tokens.Next(at))
        {
            if (tokens.IsOperator(at, "[") || tokens.IsOperator(at, "{"))
                nested++;
            else if (nested > 0 && (tokens.IsOperator(at, "]") || tokens.IsOperator(at, "}")))
                nested--;
            else if (nested == 0 && tokens.Is(at, SqlTokenKind.Comma))
                Add(at);
        }

        Add(list.To);
        return items;

        void Add(int end)
        {
            if (end > from)
                items.Add(new TokenRange(from, end));
            from = end + 1;
        }
    }

    /// <summary>What stands between a parenthesis and its partner.</summary>
    public static TokenRange Inside(SqlTokens tokens, int open, int to) => new(open + 1, Math.Min(tokens.Partner(open), to));

    public static TokenRange StripParens(SqlTokens tokens, TokenRange range)
    {
        var (from, to) = range;
        while (to - from > 1 && tokens.Is(from, SqlTokenKind.OpenParen) && tokens.Partner(from) == to - 1)
        {
            from++;
            to--;
        }

        return new TokenRange(from, to);
    }

    public static bool IsSetOperator(SqlTokens tokens, int at) =>
        tokens[at].Keyword is SqlKeyword.Union or SqlKeyword.Intersect or SqlKeyword.Except or SqlKeyword.Minus
        && !tokens.IsOperator(at - 1, "*") && !IsName(tokens, at)
        && (tokens[at + 1].Keyword is SqlKeyword.All or SqlKeyword.Distinct or SqlKeyword.Select or SqlKeyword.With or SqlKeyword.Values or SqlKeyword.From
                or SqlKeyword.Table or SqlKeyword.By
            || tokens[at + 1].Kind is SqlTokenKind.OpenParen or SqlTokenKind.Hole);

    /// <summary>What follows begins a query: SELECT, WITH, VALUES, FROM or TABLE.</summary>
    public static bool BeginsQuery(SqlTokens tokens, int at) => tokens[at].Keyword switch
    {
        SqlKeyword.Select => true,
        SqlKeyword.With => BeginsCommonTable(tokens, tokens.Is(at + 1, SqlKeyword.Recursive) && !tokens.Is(at + 2, SqlKeyword.As) ? at + 2 : at + 1),
        SqlKeyword.Values => tokens.Is(at + 1, SqlTokenKind.OpenParen) || tokens.Is(at + 1, SqlKeyword.Row),
        SqlKeyword.From => tokens[at + 1].Kind is SqlTokenKind.Word or SqlTokenKind.QuotedName or SqlTokenKind.OpenParen or SqlTokenKind.String,
        SqlKeyword.Table => tokens[at + 1].Kind is SqlTokenKind.Word or SqlTokenKind.QuotedName,
        _ => false,
    };

    // name AS ( … ), name (columns) AS ( … ); elsewhere WITH begins options: WITH SCHEMABINDING AS SELECT, WITH (NOLOCK).
    private static bool BeginsCommonTable(SqlTokens tokens, int name)
    {
        if (tokens[name].Kind is not (SqlTokenKind.Word or SqlTokenKind.QuotedName))
            return false;

        var at = tokens.Is(name + 1, SqlTokenKind.OpenParen) ? tokens.Next(name + 1) : name + 1;
        return tokens.Is(at, SqlKeyword.As)
            && (tokens.Is(at + 1, SqlTokenKind.OpenParen) || tokens.Is(at + 1, SqlKeyword.Materialized) || tokens.Is(at + 1, SqlKeyword.Not, SqlKeyword.Materialized));
    }

    /// <summary>The word begins a clause.</summary>
    public static bool Begins(SqlTokens tokens, int at)
    {
        if (tokens[at].Keyword is SqlKeyword.None || IsName(tokens, at))
            return false;

        switch (tokens[at].Keyword)
        {
            case SqlKeyword.Select or SqlKeyword.Where or SqlKeyword.Having or SqlKeyword.Limit or SqlKeyword.Fetch or SqlKeyword.Returning:
                return true;
            case SqlKeyword.Qualify or SqlKeyword.Into:
                return !tokens.Is(at + 1, SqlTokenKind.OpenParen);
            case SqlKeyword.From:
                return !(tokens.Is(at - 1, SqlKeyword.Distinct) && !tokens.Is(at - 2, SqlKeyword.Select)) && !IsRowsFrom(tokens, at - 1);
            case SqlKeyword.Offset:
                return !tokens.Is(at - 1, SqlKeyword.With) && !tokens.Is(at + 1, SqlTokenKind.OpenParen);
            case SqlKeyword.Group or SqlKeyword.Order:
                return tokens.Is(at + 1, SqlKeyword.By);
            case SqlKeyword.Window:
                return tokens.Is(at + 2, SqlKeyword.As) && tokens.Is(at + 3, SqlTokenKind.OpenParen);
            case SqlKeyword.Connect:
                return tokens.Is(at + 1, SqlKeyword.By);
            case SqlKeyword.Start:
                return tokens.Is(at + 1, SqlKeyword.With);
            case SqlKeyword.Option:
                return tokens.Is(at + 1, SqlTokenKind.OpenParen);
            case SqlKeyword.For:
                return tokens[at + 1].Keyword is SqlKeyword.Update or SqlKeyword.Share or SqlKeyword.No or SqlKeyword.Key or SqlKeyword.Read
                    || tokens.Spells(at + 1, "XML") || tokens.Spells(at + 1, "JSON") || tokens.Spells(at + 1, "BROWSE");
            default:
                return IsSetOperator(tokens, at);
        }
    }

    /// <summary>PostgreSQL's ROWS FROM (f(x), g(y)): functions side by side.</summary>
    public static bool IsRowsFrom(SqlTokens tokens, int at) => tokens.Spells(at, "ROWS") && tokens.Is(at + 1, SqlKeyword.From) && tokens.Is(at + 2, SqlTokenKind.OpenParen);

    private static bool IsName(SqlTokens tokens, int at) => tokens.Is(at - 1, SqlTokenKind.Dot) || tokens.Is(at + 1, SqlTokenKind.Dot) || tokens.Is(at - 1, SqlKeyword.As);
}
