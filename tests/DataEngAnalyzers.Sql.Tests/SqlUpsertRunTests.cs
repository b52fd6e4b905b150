using System.Linq;
using Microsoft.Data.Sqlite;
using Xunit;

namespace DataEngAnalyzers.Sql.Tests;

/// <summary>The rewritten INSERT runs twice on a real database and leaves what one run leaves.</summary>
public sealed class SqlUpsertRunTests
{
    [Theory]
    [InlineData("INSERT INTO t (id, a) VALUES (1, 'x'), (2, 'y')")]
    [InlineData("INSERT INTO t (id) VALUES (1), (2);")]
    [InlineData("INSERT INTO t (id, a) SELECT id, a FROM s")]
    [InlineData("INSERT INTO t (id, a) SELECT s.id, r.a FROM s JOIN s AS r ON r.id = s.id")]
    [InlineData("INSERT INTO t (id, a) SELECT id, max(a) FROM s GROUP BY id ORDER BY id LIMIT 2")]
    [InlineData("WITH q AS (SELECT id, a FROM s) INSERT INTO t (a, \"id\") SELECT a, id FROM q -- all")]
    public void Leaves_two_rows_after_two_runs(string insert)
    {
        var script = SqlReading.Script(insert, SqlDialect.Sqlite);
        var rewritten = insert;
        foreach (var edit in SqlUpsertWriter.Write(script, script.Statements.Last(), SqlDialect.Sqlite, ["id"])!.Value.Reverse())
            rewritten = rewritten.Remove(edit.Span.Start, edit.Span.Length).Insert(edit.Span.Start, edit.Replacement);

        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        Execute("CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT)");
        Execute("CREATE TABLE s (id INTEGER, a TEXT)");
        Execute("INSERT INTO s VALUES (1, 'x'), (2, 'y')");
        Execute(rewritten);
        Execute(rewritten);

        using var count = connection.CreateCommand();
        count.CommandText = "SELECT count(*) FROM t";
        Assert.Equal(2L, count.ExecuteScalar());

        void Execute(string sql)
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            command.ExecuteNonQuery();
        }
    }
}
