using System.Collections.Immutable;

namespace DataEngAnalyzers.Sql;

/// <summary>The statements of one SQL text, in order.</summary>
internal sealed class SqlScript
{
    public SqlScript(SqlText source, SqlDialect dialect, ImmutableArray<SqlStatement> statements)
    {
        Source = source;
        Dialect = dialect;
        Statements = statements;
    }

    public SqlText Source { get; }

    public SqlDialect Dialect { get; }

    public ImmutableArray<SqlStatement> Statements { get; }
}
