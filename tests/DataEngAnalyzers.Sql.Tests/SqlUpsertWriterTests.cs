using System.Linq;
using System.Collections.Immutable;
using Xunit;
using static DataEngAnalyzers.Sql.SqlDialect;

namespace DataEngAnalyzers.Sql.Tests;

/// <summary>A plain INSERT becomes a write that a rerun does not repeat, and nothing else of it changes.</summary>
public sealed class SqlUpsertWriterTests
{
    [Theory]
    [InlineData(PostgreSql, "INSERT INTO t (id, a) VALUES (@id, @a)", "INSERT INTO t (id, a) VALUES (@id, @a) ON CONFLICT (id) DO UPDATE SET a = EXCLUDED.a")]
    [InlineData(PostgreSql, "INSERT INTO \"T\" (\"Id\", \"A\") VALUES (@id, ¤) RETURNING \"A\";", "INSERT INTO \"T\" (\"Id\", \"A\") VALUES (@id, ¤) ON CONFLICT (\"Id\") DO UPDATE SET \"A\" = EXCLUDED.\"A\" RETURNING \"A\";")]
    [InlineData(PostgreSql, "INSERT INTO t (id) VALUES (1), (2);", "INSERT INTO t (id) VALUES (1), (2) ON CONFLICT (id) DO NOTHING;")]
    [InlineData(PostgreSql, "INSERT INTO t (id, a) SELECT id, a FROM s", "INSERT INTO t (id, a) SELECT id, a FROM s ON CONFLICT (id) DO UPDATE SET a = EXCLUDED.a")]
    [InlineData(DuckDb, "INSERT INTO t¤ (id, a) VALUES (?, ?)", "INSERT INTO t¤ (id, a) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET a = EXCLUDED.a")]
    [InlineData(Sqlite, "INSERT INTO t (id, a) SELECT id, a FROM s JOIN r ON r.x = s.x", "INSERT INTO t (id, a) SELECT id, a FROM s JOIN r ON r.x = s.x WHERE true ON CONFLICT (id) DO UPDATE SET a = EXCLUDED.a")]
    [InlineData(Sqlite, "INSERT INTO t (id, a) SELECT id, max(a) FROM s GROUP BY id", "INSERT INTO t (id, a) SELECT id, max(a) FROM s GROUP BY id ON CONFLICT (id) DO UPDATE SET a = EXCLUDED.a")]
    [InlineData(Sqlite, "INSERT INTO t (id, a) SELECT id, a FROM s WHERE a > 0 UNION SELECT id, a FROM r", "INSERT INTO t (id, a) SELECT id, a FROM s WHERE a > 0 UNION SELECT id, a FROM r WHERE true ON CONFLICT (id) DO UPDATE SET a = EXCLUDED.a")]
    [InlineData(MySql, "INSERT INTO t (id, `a b`) VALUES (@id, @a)", "INSERT INTO t (id, `a b`) VALUES (@id, @a) ON DUPLICATE KEY UPDATE `a b` = VALUES(`a b`)")]
    [InlineData(MySql, "INSERT INTO t (id) VALUES (@id)", "INSERT INTO t (id) VALUES (@id) ON DUPLICATE KEY UPDATE id = VALUES(id)")]
    [InlineData(TSql, "INSERT INTO dbo.t (id, [a b]) VALUES (@id, @a)", "MERGE INTO dbo.t WITH (HOLDLOCK) AS target USING (VALUES (@id, @a)) AS source (id, [a b]) ON target.id = source.id WHEN MATCHED THEN UPDATE SET [a b] = source.[a b] WHEN NOT MATCHED THEN INSERT (id, [a b]) VALUES (source.id, source.[a b]);")]
    [InlineData(TSql, "DECLARE @x int = 1; INSERT t (id)\n VALUES (@id);\nSELECT 1", "DECLARE @x int = 1; MERGE INTO t WITH (HOLDLOCK) AS target USING (VALUES (@id)) AS source (id) ON target.id = source.id WHEN NOT MATCHED THEN INSERT (id) VALUES (source.id);\nSELECT 1")]
    [InlineData(TSql, "INSERT INTO t (id, a) SELECT id, a FROM s WHERE a > 1", "MERGE INTO t WITH (HOLDLOCK) AS target USING (SELECT id, a FROM s WHERE a > 1) AS source (id, a) ON target.id = source.id WHEN MATCHED THEN UPDATE SET a = source.a WHEN NOT MATCHED THEN INSERT (id, a) VALUES (source.id, source.a);")]
    public void Rewrites_the_insert(object dialect, string sql, string expected) => Assert.Equal(expected, Rewrite(sql, (SqlDialect)dialect, "id"));

    [Fact]
    public void Names_every_column_of_a_composite_key()
    {
        var rewritten = Rewrite("INSERT INTO t (day, store, a) VALUES (1, 2, 3)", PostgreSql, "Day", "store");

        Assert.Equal("INSERT INTO t (day, store, a) VALUES (1, 2, 3) ON CONFLICT (day, store) DO UPDATE SET a = EXCLUDED.a", rewritten);
    }

    [Theory]
    [InlineData(PostgreSql, "INSERT INTO t VALUES (1, 2)")]
    [InlineData(PostgreSql, "INSERT INTO t (a, b) VALUES (1, 2)")]
    [InlineData(PostgreSql, "INSERT INTO t (id, ¤) VALUES (1, 2)")]
    [InlineData(PostgreSql, "INSERT INTO t (id, a) VALUES ¤")]
    [InlineData(PostgreSql, "INSERT INTO t (id, a) VALUES (1, 2) ¤")]
    [InlineData(PostgreSql, "INSERT INTO t (id, a) VALUES (1, 2) ON CONFLICT DO NOTHING")]
    [InlineData(PostgreSql, "UPDATE t SET id = 1")]
    [InlineData(TSql, "INSERT INTO t (id) OUTPUT inserted.id VALUES (1)")]
    [InlineData(TSql, "INSERT INTO t WITH (TABLOCK) (id) VALUES (1)")]
    [InlineData(TSql, "INSERT INTO t (id, a) VALUES (1, DEFAULT)")]
    [InlineData(TSql, "INSERT INTO t (id, a) SELECT id, a FROM s ORDER BY a")]
    [InlineData(TSql, "INSERT INTO t (id, a) EXEC p")]
    [InlineData(SqlDialect.Unknown, "INSERT INTO t (id, a) VALUES (1, 2)")]
    [InlineData(Oracle, "INSERT INTO t (id, a) VALUES (1, 2)")]
    public void Leaves_what_it_cannot_rewrite_safely(object dialect, string sql) => Assert.Null(Rewrite(sql, (SqlDialect)dialect, "id"));

    [Fact]
    public void Leaves_the_values_alone()
    {
        const string sql = "INSERT INTO t (id, a) VALUES (@id, @a)";
        var script = SqlReading.Script(sql, TSql);

        var edits = SqlUpsertWriter.Write(script, script.Statements[0], TSql, ["id"])!.Value;

        var values = new SqlSpan(sql.IndexOf("VALUES", System.StringComparison.Ordinal), "VALUES (@id, @a)".Length);
        Assert.All(edits, edit => Assert.True(edit.Span.End <= values.Start || edit.Span.Start >= values.End));
    }

    private static string? Rewrite(string sql, SqlDialect dialect, params string[] keys)
    {
        var script = SqlReading.Script(sql, dialect);
        var insert = script.Statements.FirstOrDefault(s => s.Kind is SqlStatementKind.Insert) ?? script.Statements[0];
        if (SqlUpsertWriter.Write(script, insert, dialect, keys.ToImmutableArray()) is not { } edits)
            return null;

        foreach (var edit in edits.Reverse())
            sql = sql.Remove(edit.Span.Start, edit.Span.Length).Insert(edit.Span.Start, edit.Replacement);
        return sql;
    }
}
