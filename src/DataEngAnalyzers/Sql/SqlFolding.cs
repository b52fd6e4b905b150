namespace DataEngAnalyzers.Sql;

/// <summary>How engines fold the names of tables and columns: two names mean the same thing when their folded forms are equal.</summary>
internal static class SqlFolding
{
    /// <summary>The form in which the engine compares a name; where it ignores case, or is not known, upper case.</summary>
    /// <param name="name">The name without its quotes.</param>
    /// <param name="isQuoted">It stood in quotes.</param>
    /// <param name="dialect">The engine.</param>
    public static string Fold(string name, bool isQuoted, SqlDialect dialect) => dialect switch
    {
        SqlDialect.PostgreSql => isQuoted ? name : name.ToLowerInvariant(),
        SqlDialect.Oracle or SqlDialect.Snowflake => isQuoted ? name : name.ToUpperInvariant(),
        SqlDialect.BigQuery => name,
        _ => name.ToUpperInvariant(),
    };

    /// <summary>The own name of a table or column, folded.</summary>
    public static string Last(SqlName name, SqlDialect dialect) => Part(name, name.Parts.Length - 1, dialect);

    /// <summary>The schema of a table, folded; <see langword="null"/> when none is given.</summary>
    public static string? Schema(SqlName name, SqlDialect dialect) =>
        name.Parts.Length > 1 && name.Parts[name.Parts.Length - 2].Length > 0 ? Part(name, name.Parts.Length - 2, dialect) : null;

    private static string Part(SqlName name, int part, SqlDialect dialect) => Fold(name.Parts[part], (name.QuotedParts & (1 << part)) != 0, dialect);
}
