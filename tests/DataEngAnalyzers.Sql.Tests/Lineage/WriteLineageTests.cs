using Xunit;

namespace DataEngAnalyzers.Sql.Tests.Lineage;

/// <summary>What reaches which column of the table a statement writes.</summary>
public sealed class WriteLineageTests
{
    [Theory]
    [InlineData("INSERT INTO w (a, b) SELECT x, y + 1 FROM t WHERE d = @day", "a <- t.x; b <- t.y (transformation); rows <- t.d (filter), @day (filter)")]
    [InlineData("INSERT INTO w (a, b, c) VALUES (@a, GETDATE(), 'x')", "a <- @a; b <- clock; c <- literal")]
    [InlineData("INSERT INTO w (a, b) VALUES (@a, 1), (@b, 2)", "a <- @a, @b; b <- literal")]
    [InlineData("INSERT INTO w VALUES (@a, @b)", "_ <- @a, ?targetcolumns; _ <- @b, ?targetcolumns")]
    [InlineData("INSERT INTO w (a) OUTPUT inserted.id SELECT x FROM t", "a <- t.x")]
    [InlineData("WITH c AS (SELECT x FROM t) INSERT INTO w (a) SELECT x FROM c", "a <- t.x")]
    [InlineData("INSERT INTO w (a) WITH c AS (SELECT x FROM t) SELECT x FROM c", "a <- t.x")]
    [InlineData("INSERT INTO w (a) EXEC dbo.load @day", "a <- ?routine")]
    [InlineData("INSERT INTO w (a, b) SELECT x FROM t", "a <- t.x, ?columncount; b <- ?columncount")]
    [InlineData("INSERT INTO w (¤) SELECT x FROM t", "_ <- t.x, ?hole")]
    [InlineData("INSERT INTO w (a) ¤", "rows <- ?hole")]
    [InlineData("INSERT INTO w DEFAULT VALUES", "")]
    [InlineData("INSERT INTO w SET a = @a, b = NOW()", "a <- @a; b <- clock")]
    [InlineData("INSERT INTO w BY NAME SELECT x AS a, y AS b FROM t", "a <- t.x; b <- t.y")]
    [InlineData("INSERT INTO w (a, b) SELECT t.x, s.y FROM t JOIN s ON s.id = t.id WHERE NOT EXISTS (SELECT 1 FROM w WHERE w.a = t.x)",
        "a <- t.x; b <- s.y; rows <- s.id (join), t.id (join), w.a (filter), t.x (filter)")]
    public void Insert_binds_its_columns_by_position(string sql, string lineage) => Assert.Equal(lineage, LineageText.Of(sql));

    [Theory]
    [InlineData("INSERT INTO w SELECT x, y FROM t", "a <- t.x; b <- t.y")]
    [InlineData("INSERT INTO w SELECT x FROM t", "_ <- t.x, ?targetcolumns")]
    [InlineData("INSERT INTO w SELECT * FROM s", "a <- s.p; b <- s.q")]
    public void Insert_without_a_list_takes_the_columns_of_the_table(string sql, string lineage) =>
        Assert.Equal(lineage, LineageText.Of(sql, tables: "w(a, b) s(p, q)"));

    [Theory]
    [InlineData("INSERT INTO w (id, n) VALUES (@id, @n) ON CONFLICT (id) DO UPDATE SET n = EXCLUDED.n", "id <- @id; n <- @n; n := @n")]
    [InlineData("INSERT INTO w (id, n) SELECT id, n FROM s ON CONFLICT (id) DO UPDATE SET n = w.n + EXCLUDED.n WHERE w.n < 9",
        "id <- s.id; n <- s.n; n := w.n (transformation), s.n (transformation); rows <- w.n (filter)")]
    [InlineData("INSERT INTO w AS x (id, n) VALUES (1, @n) ON CONFLICT (id) DO UPDATE SET (n, m) = (EXCLUDED.n, x.k)", "id <- literal; n <- @n; n := @n; m := w.k")]
    [InlineData("INSERT INTO w (id, n) VALUES (1, @n) ON CONFLICT DO NOTHING", "id <- literal; n <- @n")]
    [InlineData("INSERT INTO w (id, n) VALUES (@id, @n) ON DUPLICATE KEY UPDATE n = VALUES(n), m = m + 1", "id <- @id; n <- @n; n := @n; m := w.m (transformation)")]
    [InlineData("INSERT INTO w (id, n) VALUES (@id, @n) AS new ON DUPLICATE KEY UPDATE n = new.n + w.n", "id <- @id; n <- @n; n := @n (transformation), w.n (transformation)")]
    [InlineData("INSERT INTO w (id, n) SELECT s.id, s.n FROM s ON DUPLICATE KEY UPDATE n = s.n", "id <- s.id; n <- s.n; n := s.n")]
    public void Upsert_has_lineage_for_both_branches(string sql, string lineage) => Assert.Equal(lineage, LineageText.Of(sql));

    [Theory]
    [InlineData("UPDATE w SET a = @a, b = b + 1 WHERE id = @id", "a := @a; b := w.b (transformation); rows <- w.id (filter), @id (filter)")]
    [InlineData("UPDATE x SET x.a = s.c FROM dbo.w x JOIN s ON s.id = x.id WHERE s.d > 1", "a := s.c; rows <- s.id (join), dbo.w.id (join), s.d (filter)")]
    [InlineData("UPDATE w SET a = s.c FROM s WHERE s.id = w.id", "a := s.c; rows <- s.id (filter), w.id (filter)")]
    [InlineData("UPDATE w x JOIN s ON s.id = x.id SET x.a = s.c, x.b = 1", "a := s.c; b := literal; rows <- s.id (join), w.id (join)")]
    [InlineData("UPDATE w SET (a, b) = (SELECT s.x, s.y FROM s WHERE s.id = w.id)", "a := s.x, s.id (filter), w.id (filter); b := s.y, s.id (filter), w.id (filter)")]
    [InlineData("UPDATE w SET a += @d", "a := w.a (transformation), @d (transformation)")]
    [InlineData("UPDATE w SET a = CASE WHEN b > 0 THEN c ELSE a END", "a := w.b (conditional), w.c (transformation), w.a (transformation)")]
    [InlineData("UPDATE w SET a = 1 OUTPUT deleted.a INTO @log WHERE b = 2", "a := literal; rows <- w.b (filter)")]
    [InlineData("WITH c AS (SELECT id, ROW_NUMBER() OVER (ORDER BY at) AS rn FROM t) UPDATE w SET n = c.rn FROM c WHERE c.id = w.id",
        "n := t.at (window); rows <- t.id (filter), w.id (filter)")]
    [InlineData("DELETE FROM w WHERE day = @day", "rows <- w.day (filter), @day (filter)")]
    [InlineData("DELETE w FROM w JOIN s ON s.id = w.id WHERE s.x = 1", "rows <- s.id (join), w.id (join), s.x (filter)")]
    [InlineData("DELETE FROM w USING s WHERE s.id = w.id", "rows <- s.id (filter), w.id (filter)")]
    public void Update_and_delete_follow_their_sources(string sql, string lineage) => Assert.Equal(lineage, LineageText.Of(sql));

    [Theory]
    [InlineData("MERGE INTO w AS t USING s ON t.id = s.id WHEN MATCHED AND s.d > t.d THEN UPDATE SET n = s.n, t.m = t.m + 1 WHEN NOT MATCHED THEN INSERT (id, n) VALUES (s.id, n);",
        "n := s.n; m := w.m (transformation); id <- s.id; n <- s.n; rows <- w.id (join), s.id (join), s.d (filter), w.d (filter)")]
    [InlineData("MERGE w USING (SELECT id, SUM(x) AS n FROM s GROUP BY id) q ON q.id = w.id WHEN MATCHED THEN UPDATE SET w.n = q.n WHEN NOT MATCHED BY SOURCE THEN DELETE;",
        "n := s.x (aggregation); rows <- s.id (group by), s.id (join), w.id (join)")]
    [InlineData("MERGE INTO w USING (VALUES (@id, @n)) AS s (id, n) ON s.id = w.id WHEN NOT MATCHED THEN INSERT (id, n) VALUES (s.id, s.n) OUTPUT $action, inserted.id;",
        "id <- @id; n <- @n; rows <- @id (join), w.id (join)")]
    [InlineData("MERGE INTO w USING s ON s.id = w.id WHEN NOT MATCHED THEN INSERT ROW", "* <- s.*, ?star ?targetcolumns; rows <- s.id (join), w.id (join)")]
    [InlineData("MERGE INTO w USING dual ON (w.id = :id) WHEN MATCHED THEN UPDATE SET n = :n WHERE n < :n WHEN NOT MATCHED THEN INSERT (id) VALUES (:id)",
        "n := @n; id <- @id; rows <- w.id (join), @id (join), w.n (filter), @n (filter)")]
    public void Merge_has_lineage_for_each_branch(string sql, string lineage) => Assert.Equal(lineage, LineageText.Of(sql));

    [Theory]
    [InlineData("CREATE TABLE w AS SELECT a, b AS c FROM t", "a <- t.a; c <- t.b")]
    [InlineData("CREATE TABLE w WITH (DISTRIBUTION = HASH(a)) AS SELECT a FROM t", "a <- t.a")]
    [InlineData("CREATE TABLE w AS SELECT a FROM t WITH NO DATA", "a <- t.a")]
    [InlineData("SELECT a INTO #w FROM t WHERE b = 1", "a <- t.a; rows <- t.b (filter)")]
    [InlineData("CREATE VIEW v (x, y) AS SELECT a, COUNT(*) FROM t GROUP BY a", "x <- t.a; y <- nothing; rows <- t.a (group by)")]
    [InlineData("CREATE OR ALTER VIEW dbo.v AS WITH c AS (SELECT a FROM t) SELECT a FROM c", "a <- t.a")]
    [InlineData("CREATE MATERIALIZED VIEW v AS SELECT a FROM t", "a <- t.a")]
    [InlineData("COPY (SELECT a, b FROM t) TO 'x.csv'", "a <- t.a; b <- t.b")]
    [InlineData("CREATE TABLE w (a int)", "")]
    [InlineData("TRUNCATE TABLE w", "")]
    public void Queries_that_become_tables_name_their_columns(string sql, string lineage) => Assert.Equal(lineage, LineageText.Of(sql));

    [Theory]
    [InlineData("WITH gone AS (DELETE FROM w WHERE day < @day RETURNING id, n) INSERT INTO archive (id, n) SELECT id, n FROM gone", "id <- w.id; n <- w.n; rows <- w.day (filter), @day (filter)")]
    [InlineData("WITH new AS (INSERT INTO w (n) VALUES (1) RETURNING id) INSERT INTO log (w_id) SELECT id FROM new", "w_id <- w.id")]
    [InlineData("WITH old AS (UPDATE w SET n = s.n FROM s WHERE s.id = w.id RETURNING w.id, s.k AS k) SELECT id, k FROM old", "id <- w.id; k <- s.k; rows <- s.id (filter), w.id (filter)")]
    public void What_a_change_returns_flows_on(string sql, string lineage) => Assert.Equal(lineage, LineageText.Of(sql, SqlDialect.PostgreSql));

    [Fact]
    public void A_write_inside_a_common_table_sees_the_common_tables_before_it()
    {
        var script = SqlReading.Script("WITH s AS (SELECT a AS b FROM t), i AS (INSERT INTO w (x) SELECT b FROM s RETURNING x) SELECT x FROM i", SqlDialect.PostgreSql);

        Assert.Equal("x <- t.a", LineageText.Of(script.LineageOf(script.Statements[0])));
    }

    [Fact]
    public void Spans_show_where_a_column_is_named()
    {
        const string Sql = "-- load\nINSERT INTO w (a, [b c]) SELECT x, y FROM t";
        var script = SqlReading.Script(Sql, SqlDialect.TSql);
        var lineage = script.LineageOf(script.Statements[0]);

        Assert.Equal(["a", "[b c]"], [SqlReading.Cut(Sql, lineage.Columns[0].Span), SqlReading.Cut(Sql, lineage.Columns[1].Span)]);
        Assert.True(lineage.IsComplete);
    }
}
