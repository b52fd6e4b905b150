namespace DataEngAnalyzers.Sql;

/// <summary>The database functions that give another value each time.</summary>
internal static class SqlRandoms
{
    private static readonly SqlWordTable Functions = new(
        "newid", "newsequentialid", "gen_random_uuid", "uuid_generate_v4", "uuid_generate_v1", "uuidv4", "uuidv7", "uuid", "uuid_string", "generate_uuid", "sys_guid",
        "rand", "random", "randomblob");

    /// <summary>True when a part of the text calls one of them.</summary>
    public static bool IsRandom(SqlText text, SqlSpan span, SqlDialect dialect)
    {
        var tokens = SqlTokenizer.Tokenize(text, dialect);
        for (var at = 0; at < tokens.Count; at++)
        {
            if (span.Contains(tokens.Span(at, at + 1)) && tokens.Is(at, SqlTokenKind.Word) && tokens.Is(at + 1, SqlTokenKind.OpenParen) && Functions.Has(tokens, at))
                return true;
        }

        return false;
    }
}
