namespace DataEngAnalyzers.Sql;

/// <summary>The SQL dialect a connection speaks. <see cref="Unknown"/> reads neutrally and tolerates all of them.</summary>
internal enum SqlDialect
{
    Unknown,
    TSql,
    PostgreSql,
    MySql,
    Sqlite,
    DuckDb,
    Snowflake,
    BigQuery,
    Oracle,
}
