namespace DataEngAnalyzers.Sql;

/// <summary>Reads SQL found inside a host program: tolerant, linear in the length of the text, and honest about what a hole hides.</summary>
internal static class SqlReader
{
    public static SqlScript Read(SqlText text, SqlDialect dialect)
    {
        var tokens = SqlTokenizer.Tokenize(text, dialect);
        return new SqlScript(text, dialect, new SqlScriptReader(tokens).Read());
    }
}
