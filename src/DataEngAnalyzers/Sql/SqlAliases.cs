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
        SqlTokenKind.Word => !SqlKeywords.CannotFollowAsAlias(tokens[at].Keyword) && tokens[at].Keyword is not (SqlKeyword.Partition or SqlKeyword.Match),
        _ => false,
    };
}
