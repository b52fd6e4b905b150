using System;
using System.Collections.Generic;
using System.Collections.Immutable;

namespace DataEngAnalyzers.Sql.Lineage;

/// <summary><c>column = value</c>, or <c>(a, b) = (SELECT …)</c>.</summary>
/// <param name="Columns">The columns that get a value.</param>
/// <param name="Value">The value, or as many as there are columns.</param>
/// <param name="KeepsOld">The value is added to the old one: <c>+=</c>.</param>
internal sealed record Assignment(ImmutableArray<SqlName> Columns, TokenRange Value, bool KeepsOld)
{
    /// <summary>Reads the assignments of SET; those to variables give no column anything.</summary>
    public static List<Assignment> ReadAll(SqlTokens tokens, TokenRange set)
    {
        var assignments = new List<Assignment>();
        foreach (var item in Clauses.Split(tokens, set))
        {
            var at = item.From;

            // T-SQL: SET @old = column = value.
            if (tokens.Is(at, SqlTokenKind.Parameter) && tokens.IsOperator(at + 1, "="))
                at += 2;

            var columns = ReadColumns(tokens, ref at, item.To);
            if (!columns.IsEmpty && tokens.Is(at, SqlTokenKind.Operator))
                assignments.Add(new Assignment(columns, new TokenRange(at + 1, item.To), !tokens.IsOperator(at, "=") && !tokens.IsOperator(at, ":=")));
        }

        return assignments;
    }

    private static ImmutableArray<SqlName> ReadColumns(SqlTokens tokens, ref int at, int to)
    {
        if (tokens.Is(at, SqlTokenKind.OpenParen))
        {
            var names = SqlNames.ReadList(tokens, at);
            at = tokens.Next(at);
            return names;
        }

        if (tokens.Is(at, SqlTokenKind.Parameter) || SqlNames.Read(tokens, ref at, to) is not { } column)
            return ImmutableArray<SqlName>.Empty;

        // PostgreSQL and DuckDB assign an element: tags[1] = x.
        while (tokens.IsOperator(at, "[") && at < to)
        {
            while (at < to && !tokens.IsOperator(at, "]"))
                at++;
            at++;
        }

        return ImmutableArray.Create(column);
    }
}

/// <summary>The clauses of an UPDATE or a DELETE.</summary>
internal sealed class RowChange
{
    /// <summary>What the statement names first: the target, in MySQL joined with others.</summary>
    public TokenRange Head { get; private set; }

    public List<TokenRange> From { get; } = new();

    public TokenRange Set { get; private set; }

    public TokenRange Where { get; private set; }

    public TokenRange Returning { get; private set; }

    public SqlLineageGaps Gaps { get; private set; }

    public static RowChange Read(SqlTokens tokens, TokenRange range)
    {
        var change = new RowChange();
        var at = range.From + 1;
        while (at < range.To && tokens[at].Keyword is SqlKeyword.Top or SqlKeyword.Only or SqlKeyword.Low_Priority or SqlKeyword.Ignore or SqlKeyword.Or or SqlKeyword.Replace
               or SqlKeyword.Abort or SqlKeyword.Rollback)
        {
            at = tokens.Is(at, SqlKeyword.Top) ? tokens.Next(at + 1) : at + 1;
        }

        if (tokens.Is(at, SqlKeyword.From))
            at++;
        var end = EndOfClause(tokens, at, range.To);
        change.Head = new TokenRange(at, end);
        for (at = end; at < range.To; at = end)
        {
            end = EndOfClause(tokens, at + 1, range.To);
            change.Take(tokens, new TokenRange(at + 1, end));
        }

        return change;
    }

    private void Take(SqlTokens tokens, TokenRange clause)
    {
        switch (tokens[clause.From - 1].Keyword)
        {
            case SqlKeyword.Set:
                Set = clause;
                break;
            case SqlKeyword.From or SqlKeyword.Using:
                From.Add(clause);
                break;
            case SqlKeyword.Where:
                Where = clause;
                break;
            case SqlKeyword.Returning:
                Returning = clause;
                break;
            default:
                Gaps |= tokens.HasHole(clause.From - 1) ? SqlLineageGaps.Hole : SqlLineageGaps.None;
                break;
        }
    }

    // Further than the clauses of a query: SET, OUTPUT, and USING with tables.
    private static int EndOfClause(SqlTokens tokens, int from, int to)
    {
        var at = from;
        for (; at < to; at = tokens.Next(at))
        {
            var isClause = tokens[at].Keyword switch
            {
                SqlKeyword.Set => true,
                SqlKeyword.Output => !tokens.Is(at - 1, SqlTokenKind.Dot) && !tokens.Is(at + 1, SqlTokenKind.Dot),
                SqlKeyword.Using => !tokens.Is(at + 1, SqlTokenKind.OpenParen) || Clauses.BeginsQuery(tokens, at + 2),
                _ => false,
            };
            if (isClause || Clauses.Begins(tokens, at))
                return at;
        }

        return Math.Min(at, to);
    }
}
