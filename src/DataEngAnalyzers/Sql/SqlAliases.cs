namespace DataEngAnalyzers.Sql;

/// <summary>Reads the alias behind a table.</summary>
internal static class SqlAliases
{
    public static string? ReadAt(SqlTokens tokens, int at, int end) => Read(tokens, ref at, end);

    public static string? Read(SqlTokens tokens, ref int at, int end)
    {
        var next = tokens.Is(at, SqlKeyword.As) ? at + 1 : at;
        if (next >= end || !IsAlias(tokens, next))
            return null;

        at = next + 1;
        return SqlNames.Unquote(tokens.Text(next));
    }

    private static bool IsAlias(SqlTokens tokens, int at) => tokens[at].Kind switch
    {
        SqlTokenKind.QuotedName => true,
        SqlTokenKind.Word => !BeginsTableClause(tokens, at) && !SqlKeywords.CannotFollowAsAlias(tokens[at].Keyword) && tokens[at].Keyword is not (SqlKeyword.Partition or SqlKeyword.Match),
        _ => false,
    };

    /// <summary>Snowflake: FROM t AT ( … ) reads the past, where x (a, b) would name columns.</summary>
    public static bool BeginsTableClause(SqlTokens tokens, int at) =>
        tokens.Dialect is SqlDialect.Snowflake && tokens.Is(at + 1, SqlTokenKind.OpenParen)
        && (tokens.Is(at, SqlKeyword.Before) || tokens.Spells(at, "AT") || tokens.Spells(at, "CHANGES") || tokens.Spells(at, "SAMPLE") || tokens.Spells(at, "MATCH_RECOGNIZE")
            || tokens.Spells(at, "MATCH_CONDITION"));
}
