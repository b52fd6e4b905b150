namespace DataEngAnalyzers.Sql.Lineage;

/// <summary>The name a select item without an alias gives its column.</summary>
internal static class ItemNames
{
    /// <summary>That of the column; in PostgreSQL also that of the outermost function or of the value a cast is made of.</summary>
    public static string? Of(SqlTokens tokens, TokenRange expression)
    {
        var (from, to) = Clauses.StripParens(tokens, expression);
        var at = from;
        if (SqlNames.Read(tokens, ref at, to) is { } name)
        {
            if (at == to)
                return name.HasHole ? null : name.Last;
            if (tokens.Dialect is not SqlDialect.PostgreSql)
                return null;
            if (tokens.Is(at, SqlTokenKind.OpenParen))
                return NameOfCall(tokens, name, at, to);
            return tokens.IsOperator(at, "::") && !HasOperator(tokens, at + 1, to) ? name.Last : null;
        }

        return tokens.Dialect is SqlDialect.PostgreSql && tokens.Is(from, SqlKeyword.Case) ? "case" : null;
    }

    private static string? NameOfCall(SqlTokens tokens, SqlName function, int open, int to)
    {
        var behind = tokens.Partner(open) + 1;
        var isWhole = behind == to || tokens.Spells(behind, "OVER") || tokens.Spells(behind, "FILTER") || tokens.Spells(behind, "WITHIN");
        if (!isWhole)
            return null;
        if (SqlWords.Same(function.Last, "trim"))
            return tokens.Spells(open + 1, "LEADING") ? "ltrim" : tokens.Spells(open + 1, "TRAILING") ? "rtrim" : "btrim";
        if (!SqlWords.Same(function.Last, "cast"))
            return function.Last.ToLowerInvariant();

        var end = open + 1;
        while (end < to && !tokens.Is(end, SqlKeyword.As))
            end = tokens.Next(end);
        return Of(tokens, new TokenRange(open + 1, end));
    }

    private static bool HasOperator(SqlTokens tokens, int from, int to)
    {
        for (var at = from; at < to; at = tokens.Next(at))
        {
            if (tokens.Is(at, SqlTokenKind.Operator) && !tokens.IsOperator(at, "::"))
                return true;
        }

        return false;
    }
}
