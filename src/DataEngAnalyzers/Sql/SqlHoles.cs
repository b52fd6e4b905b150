using System.Collections.Generic;
using System.Collections.Immutable;

namespace DataEngAnalyzers.Sql;

/// <summary>What can stand in the place of a hole.</summary>
internal enum SqlHoleKind
{
    /// <summary>Clauses, a whole statement, or nothing.</summary>
    Anything,

    /// <summary>A name, or part of one.</summary>
    Identifier,

    /// <summary>One operand: a literal, a column, an expression; or part of a literal.</summary>
    Value,

    /// <summary>A condition.</summary>
    Predicate,

    /// <summary>One or more items: select list, columns, values of IN, assignments.</summary>
    List,
}

/// <summary>A token that is a hole or has one inside.</summary>
internal readonly record struct SqlHoleUse(SqlSpan Span, SqlHoleKind Kind);

/// <summary>Tells by the words around a hole what stands in its place.</summary>
internal static class SqlHoles
{
    public static ImmutableArray<SqlHoleUse> Find(SqlTokens tokens, int from, int end)
    {
        if (tokens.Source.Holes.IsEmpty)
            return ImmutableArray<SqlHoleUse>.Empty;

        var holes = ImmutableArray.CreateBuilder<SqlHoleUse>();

        // The last clause word of each pair of parentheses that is open, and of the statement.
        var clauses = new Stack<SqlKeyword>();
        var clause = SqlKeyword.None;
        for (var at = from; at < end; at++)
        {
            var token = tokens[at];
            if (token.Kind is SqlTokenKind.OpenParen)
            {
                clauses.Push(clause);
                clause = OpenedBy(tokens, at, clause);
            }
            else if (token.Kind is SqlTokenKind.CloseParen && clauses.Count > 0)
            {
                clause = clauses.Pop();
            }
            else if (BeginsClause(token.Keyword))
            {
                clause = token.Keyword;
            }

            if (tokens.HasHole(at))
                holes.Add(new SqlHoleUse(new SqlSpan(token.Start, token.Length), at == from && token.Kind is SqlTokenKind.Hole ? SqlHoleKind.Anything : KindOf(tokens, at, clause)));
        }

        return holes.ToImmutable();
    }

    // What the parentheses hold, said by the word that would stand for it without them.
    private static SqlKeyword OpenedBy(SqlTokens tokens, int open, SqlKeyword clause) => tokens[open - 1].Keyword switch
    {
        SqlKeyword.In => SqlKeyword.In,
        SqlKeyword.Values or SqlKeyword.Row => SqlKeyword.Values,
        _ when clause is SqlKeyword.Values => SqlKeyword.Values,
        SqlKeyword.Where or SqlKeyword.On or SqlKeyword.And or SqlKeyword.Or or SqlKeyword.Not or SqlKeyword.Having or SqlKeyword.When => SqlKeyword.Where,
        _ when clause is SqlKeyword.Into or SqlKeyword.Table or SqlKeyword.Index => SqlKeyword.Table,
        _ when tokens[open - 1].Kind is SqlTokenKind.Word or SqlTokenKind.QuotedName && !SqlKeywords.IsReserved(tokens[open - 1].Keyword) => SqlKeyword.Call,
        _ => SqlKeyword.None,
    };

    private static bool BeginsClause(SqlKeyword keyword) => keyword is SqlKeyword.Select or SqlKeyword.From or SqlKeyword.Join or SqlKeyword.Where or SqlKeyword.On or SqlKeyword.Having
        or SqlKeyword.Qualify or SqlKeyword.Set or SqlKeyword.By or SqlKeyword.Values or SqlKeyword.Into or SqlKeyword.Update or SqlKeyword.Table or SqlKeyword.Returning
        or SqlKeyword.Limit or SqlKeyword.Offset or SqlKeyword.When or SqlKeyword.Using or SqlKeyword.Index;

    private static SqlHoleKind KindOf(SqlTokens tokens, int at, SqlKeyword clause)
    {
        switch (tokens[at].Kind)
        {
            case SqlTokenKind.Word or SqlTokenKind.QuotedName:
                return SqlHoleKind.Identifier;
            case not SqlTokenKind.Hole:
                return SqlHoleKind.Value;
        }

        if (tokens.Is(at - 1, SqlTokenKind.Dot) || tokens.Is(at + 1, SqlTokenKind.Dot))
            return SqlHoleKind.Identifier;

        switch (tokens[at - 1].Kind)
        {
            case SqlTokenKind.Operator when !tokens.IsOperator(at - 1, "*"):
                return SqlHoleKind.Value;
            case SqlTokenKind.OpenParen:
                return InParens(tokens, at, clause);
            case SqlTokenKind.Comma:
                return AsItem(clause);
            case SqlTokenKind.Word:
                return Behind(tokens, at, clause);
            default:
                return SqlHoleKind.Anything;
        }
    }

    private static SqlHoleKind InParens(SqlTokens tokens, int at, SqlKeyword clause)
    {
        if (clause is SqlKeyword.Where)
            return AsCondition(tokens, at);
        if (tokens.Is(at + 1, SqlTokenKind.CloseParen) && clause is SqlKeyword.In or SqlKeyword.Values or SqlKeyword.Table or SqlKeyword.Call)
            return SqlHoleKind.List;
        return AsItem(clause);
    }

    private static SqlHoleKind AsItem(SqlKeyword clause) => clause switch
    {
        SqlKeyword.In or SqlKeyword.Values or SqlKeyword.Call => SqlHoleKind.Value,
        SqlKeyword.From or SqlKeyword.Table or SqlKeyword.Using => SqlHoleKind.Identifier,
        SqlKeyword.Select or SqlKeyword.By or SqlKeyword.Set or SqlKeyword.Returning => SqlHoleKind.List,
        _ => SqlHoleKind.Anything,
    };

    private static SqlHoleKind Behind(SqlTokens tokens, int at, SqlKeyword clause)
    {
        switch (tokens[at - 1].Keyword)
        {
            case SqlKeyword.From or SqlKeyword.Join or SqlKeyword.Into or SqlKeyword.Update or SqlKeyword.Table or SqlKeyword.Truncate or SqlKeyword.Merge or SqlKeyword.Using
                or SqlKeyword.Exec or SqlKeyword.Execute or SqlKeyword.Call or SqlKeyword.Column or SqlKeyword.View or SqlKeyword.Schema or SqlKeyword.Index or SqlKeyword.Exists:
                return SqlHoleKind.Identifier;
            case SqlKeyword.As when !tokens.Is(at + 1, SqlTokenKind.End):
                return SqlHoleKind.Identifier;
            case SqlKeyword.Select or SqlKeyword.Distinct or SqlKeyword.All or SqlKeyword.By or SqlKeyword.Set or SqlKeyword.Returning:
                return SqlHoleKind.List;
            case SqlKeyword.Values:
                return SqlHoleKind.List;
            case SqlKeyword.Like or SqlKeyword.Ilike or SqlKeyword.Between or SqlKeyword.Limit or SqlKeyword.Offset or SqlKeyword.Top or SqlKeyword.Then or SqlKeyword.Else
                or SqlKeyword.Case or SqlKeyword.Default:
                return SqlHoleKind.Value;
            case SqlKeyword.And when EndsBetween(tokens, at - 2):
                return SqlHoleKind.Value;
            case SqlKeyword.Where or SqlKeyword.And or SqlKeyword.Or or SqlKeyword.On or SqlKeyword.Having or SqlKeyword.Qualify or SqlKeyword.Not or SqlKeyword.When or SqlKeyword.If
                or SqlKeyword.While:
                return clause is SqlKeyword.Into ? SqlHoleKind.Anything : AsCondition(tokens, at);
            default:
                return SqlHoleKind.Anything;
        }
    }

    // WHERE ¤, but WHERE ¤ = 1 is an operand.
    private static SqlHoleKind AsCondition(SqlTokens tokens, int at)
    {
        var isOperand = tokens.Is(at + 1, SqlTokenKind.Operator)
            || tokens[at + 1].Keyword is SqlKeyword.Like or SqlKeyword.Ilike or SqlKeyword.In or SqlKeyword.Is or SqlKeyword.Between
            || (tokens.Is(at + 1, SqlKeyword.Not) && tokens[at + 2].Keyword is SqlKeyword.Like or SqlKeyword.In or SqlKeyword.Between);
        return isOperand ? SqlHoleKind.Value : SqlHoleKind.Predicate;
    }

    // a BETWEEN x AND ¤
    private static bool EndsBetween(SqlTokens tokens, int last)
    {
        for (var at = last; at > last - 8 && tokens[at].Keyword is not (SqlKeyword.And or SqlKeyword.Or or SqlKeyword.Where); at--)
        {
            if (tokens.Is(at, SqlKeyword.Between))
                return true;
        }

        return false;
    }
}
