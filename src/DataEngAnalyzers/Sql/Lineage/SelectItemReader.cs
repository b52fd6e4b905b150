using System;
using System.Collections.Generic;

namespace DataEngAnalyzers.Sql.Lineage;

/// <summary>Tells the expression of a select item from its alias, and reads stars.</summary>
internal static class SelectItemReader
{
    public static SelectItem Read(SqlTokens tokens, TokenRange item)
    {
        var span = tokens.Span(item.From, item.To);
        if (ReadStar(tokens, item) is { } star)
            return new SelectItem { Expression = item, Span = span, Star = star };

        // T-SQL: alias = expression.
        if (tokens.Dialect is SqlDialect.TSql && item.Length > 2 && tokens[item.From].Kind is SqlTokenKind.Word or SqlTokenKind.QuotedName && tokens.IsOperator(item.From + 1, "="))
            return new SelectItem { Expression = new TokenRange(item.From + 2, item.To), Alias = Unquoted(tokens, item.From), Span = tokens.Span(item.From, item.From + 1) };

        var last = item.To - 1;
        if (!HasAlias(tokens, item))
            return new SelectItem { Expression = item, Span = span };

        var end = tokens.Is(last - 1, SqlKeyword.As) ? last - 1 : last;
        return new SelectItem { Expression = new TokenRange(item.From, end), Alias = Unquoted(tokens, last), Span = tokens.Span(last, item.To) };
    }

    private static string Unquoted(SqlTokens tokens, int at) => SqlNames.Unquote(tokens.Text(at));

    private static bool HasAlias(SqlTokens tokens, TokenRange item)
    {
        var last = item.To - 1;
        if (item.Length < 2)
            return false;
        if (tokens.Is(last - 1, SqlKeyword.As))
            return item.Length > 2 && tokens[last].Kind is SqlTokenKind.Word or SqlTokenKind.QuotedName or SqlTokenKind.String;

        // Only some dialects take a string for an alias; elsewhere it ends a constant: timestamp with time zone '…'.
        var takesStrings = tokens.Dialect is SqlDialect.TSql or SqlDialect.MySql or SqlDialect.Sqlite or SqlDialect.Unknown;

        return tokens[last].Kind switch
        {
            SqlTokenKind.QuotedName => EndsOperand(tokens, last - 1) && !ContinuesOperand(tokens, last),
            SqlTokenKind.Word => !SqlKeywords.CannotFollowAsAlias(tokens[last].Keyword) && EndsOperand(tokens, last - 1) && !ContinuesOperand(tokens, last),
            SqlTokenKind.String => takesStrings && EndsOperand(tokens, last - 1) && tokens[last - 1].Kind is not SqlTokenKind.String
                && !(tokens[last - 1].Kind is SqlTokenKind.Word && item.Length == 2),
            _ => false,
        };
    }

    private static bool EndsOperand(SqlTokens tokens, int at) => tokens[at].Kind switch
    {
        SqlTokenKind.Word => !SqlKeywords.IsReserved(tokens[at].Keyword) || tokens[at].Keyword is SqlKeyword.Null or SqlKeyword.End || tokens.Is(at - 1, SqlTokenKind.Dot),
        SqlTokenKind.QuotedName or SqlTokenKind.String or SqlTokenKind.Number or SqlTokenKind.Parameter or SqlTokenKind.CloseParen or SqlTokenKind.Hole => true,
        SqlTokenKind.Operator => tokens.IsOperator(at, "]") || tokens.IsOperator(at, "}"),
        _ => false,
    };

    // A word that belongs to the expression: OVER w, COLLATE c, double precision, INTERVAL '1' day.
    private static bool ContinuesOperand(SqlTokens tokens, int last) =>
        tokens.Spells(last - 1, "OVER") || tokens[last - 1].Keyword is SqlKeyword.Collate
        || (tokens.Spells(last - 1, "DOUBLE") && tokens.Spells(last, "PRECISION"))
        || (tokens.Spells(last - 1, "CHARACTER") && tokens.Spells(last, "VARYING"))
        || (tokens.Spells(last - 1, "TIME") && tokens.Spells(last, "ZONE"))
        || (tokens.Spells(last - 2, "INTERVAL") && SqlFunctions.IsDatePart(tokens, last))
        || (tokens.IsOperator(last - 1, "::"));

    private static StarItem? ReadStar(SqlTokens tokens, TokenRange item)
    {
        var at = item.From;
        SqlName? qualifier = null;
        if (!tokens.IsOperator(at, "*"))
        {
            qualifier = SqlNames.Read(tokens, ref at, item.To);
            if (qualifier is null || !tokens.Is(at, SqlTokenKind.Dot) || !tokens.IsOperator(at + 1, "*"))
                return HasColumnsExpression(tokens, item) ? new StarItem { Gaps = SqlLineageGaps.Unsupported } : null;
            at++;
        }

        var star = new StarItem { Qualifier = qualifier };
        for (at++; at < item.To;)
            at = ReadStarOption(tokens, at, item.To, star);
        return star;
    }

    // DuckDB: min(COLUMNS(*)), COLUMNS('a.*') become one column for each that matches.
    private static bool HasColumnsExpression(SqlTokens tokens, TokenRange item)
    {
        if (tokens.Dialect is not (SqlDialect.DuckDb or SqlDialect.Unknown))
            return false;

        for (var at = item.From; at + 1 < item.To; at++)
        {
            if (tokens.Is(at + 1, SqlTokenKind.OpenParen) && tokens.Spells(at, "COLUMNS"))
                return true;
        }

        return false;
    }

    // EXCEPT (a, b), EXCLUDE a, REPLACE (x AS a), RENAME (a AS b).
    private static int ReadStarOption(SqlTokens tokens, int at, int to, StarItem star)
    {
        var isListed = tokens.Is(at + 1, SqlTokenKind.OpenParen);
        var list = isListed ? Clauses.Inside(tokens, at + 1, to) : new TokenRange(at + 1, Math.Min(at + 2, to));
        switch (tokens[at].Keyword)
        {
            case SqlKeyword.Except or SqlKeyword.Exclude:
                star.Except ??= new HashSet<string>(StringComparer.OrdinalIgnoreCase);
                foreach (var name in Clauses.Split(tokens, list))
                    star.Except.Add(Unquoted(tokens, name.To - 1));
                break;
            case SqlKeyword.Replace:
                star.Replacements ??= new Dictionary<string, TokenRange>(StringComparer.OrdinalIgnoreCase);
                foreach (var replacement in Clauses.Split(tokens, list))
                    star.Replacements[Unquoted(tokens, replacement.To - 1)] = new TokenRange(replacement.From, replacement.To - 2);
                break;
            case SqlKeyword.Rename:
                list = isListed ? list : new TokenRange(at + 1, Math.Min(at + 4, to));
                star.NewNames ??= new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
                foreach (var rename in Clauses.Split(tokens, list))
                    star.NewNames[Unquoted(tokens, rename.From)] = Unquoted(tokens, rename.To - 1);
                break;
            default:
                star.Gaps |= tokens.HasHole(at) ? SqlLineageGaps.Hole : SqlLineageGaps.Unsupported;
                return to;
        }

        return isListed ? tokens.Next(at + 1) : list.To;
    }
}
