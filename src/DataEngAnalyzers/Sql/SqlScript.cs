using System.Collections.Immutable;
using DataEngAnalyzers.Sql.Lineage;

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

    /// <summary>What the columns that one of the statements puts out are made of; read anew each time it is asked for.</summary>
    public SqlLineage LineageOf(SqlStatement statement, SqlColumnSource? known = null) => SqlLineageReader.Read(this, statement, known);
}
