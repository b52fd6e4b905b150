namespace DataEngAnalyzers.Sql;

/// <summary>Statements that no transaction may hold.</summary>
internal sealed partial class SqlStatementReader
{
    // The words of what an engine refuses to run inside a transaction; null for all it takes.
    private string? ReadAlone(int from, int end) => _tokens.Dialect switch
    {
        SqlDialect.PostgreSql or SqlDialect.Unknown when FindConcurrently(from, end) => $"{Word(from)} … CONCURRENTLY",
        SqlDialect.PostgreSql when _tokens.Spells(from, "VACUUM") || (_tokens.Spells(from, "ALTER") && _tokens.Spells(from + 1, "SYSTEM")) || IsOfDatabase(from) => $"{Word(from)} {Word(from + 1)}",
        SqlDialect.TSql when _tokens.Spells(from, "BACKUP") || _tokens.Spells(from, "RESTORE") || _tokens.Spells(from, "RECONFIGURE") => Word(from),
        SqlDialect.TSql when IsDefinition(from) && (_tokens.Spells(from + 1, "FULLTEXT") || IsOfDatabase(from)) => $"{Word(from)} {Word(from + 1)}",
        SqlDialect.Sqlite when _tokens.Spells(from, "VACUUM") => Word(from),
        _ => null,
    };

    // REFRESH … CONCURRENTLY is taken, index builds and detached partitions are not.
    private bool FindConcurrently(int from, int end)
    {
        if (_tokens.Spells(from, "REFRESH"))
            return false;

        for (var at = from; at < end; at++)
        {
            if (_tokens[at].Keyword is SqlKeyword.Concurrently)
                return IsDefinition(from) || _tokens.Spells(from, "REINDEX");
        }

        return false;
    }

    private bool IsDefinition(int at) => _tokens[at].Keyword is SqlKeyword.Create or SqlKeyword.Alter or SqlKeyword.Drop;

    private bool IsOfDatabase(int at) => IsDefinition(at) && _tokens[at + 1].Keyword is SqlKeyword.Database;

    private string Word(int at) => _tokens.Text(at).ToUpperInvariant();
}
