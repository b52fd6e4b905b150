using System;
using Xunit;

namespace DataEngAnalyzers.Sql.Tests.Lineage;

/// <summary>Stars are expanded when the columns of their tables are known; otherwise names are followed through them, and the rest is unknown.</summary>
public sealed class StarLineageTests
{
    private const string Tables = "t(id, a, b) s(id, c)";

    [Theory]
    [InlineData("SELECT * FROM t", "id <- t.id; a <- t.a; b <- t.b")]
    [InlineData("SELECT x.*, s.c FROM t x JOIN s ON s.id = x.id", "id <- t.id; a <- t.a; b <- t.b; c <- s.c; rows <- s.id (join), t.id (join)")]
    [InlineData("SELECT * FROM t JOIN s USING (id)", "id <- t.id; a <- t.a; b <- t.b; c <- s.c; rows <- t.id (join), s.id (join)")]
    [InlineData("SELECT * FROM t NATURAL JOIN s", "id <- t.id; a <- t.a; b <- t.b; c <- s.c; rows <- t.id (join), s.id (join)")]
    [InlineData("SELECT * FROM t FULL JOIN s USING (id)", "id <- t.id, s.id; a <- t.a; b <- t.b; c <- s.c; rows <- t.id (join), s.id (join)")]
    [InlineData("SELECT * EXCEPT (a) FROM t", "id <- t.id; b <- t.b")]
    [InlineData("SELECT * EXCLUDE a FROM t", "id <- t.id; b <- t.b")]
    [InlineData("SELECT * REPLACE (a + b AS a) FROM t", "id <- t.id; a <- t.a (transformation), t.b (transformation); b <- t.b")]
    [InlineData("SELECT * RENAME (a AS x) FROM t", "id <- t.id; x <- t.a; b <- t.b")]
    [InlineData("SELECT a, c FROM t, s", "a <- t.a; c <- s.c")]
    [InlineData("SELECT id FROM t, s", "id <- ?ambiguous")]
    [InlineData("WITH x AS (SELECT * FROM t) SELECT * FROM x", "id <- t.id; a <- t.a; b <- t.b")]
    [InlineData("SELECT * FROM t UNION ALL SELECT id, c, 1 FROM s", "id <- t.id, s.id; a <- t.a, s.c; b <- t.b, literal")]
    [InlineData("SELECT a FROM t WHERE EXISTS (SELECT * FROM s WHERE c = b)", "a <- t.a; rows <- s.c (filter), t.b (filter)")]
    [InlineData("SELECT COUNT(t.*) AS n FROM t", "n <- t.id (aggregation), t.a (aggregation), t.b (aggregation)")]
    [InlineData("SELECT date_part('year', a) AS a FROM t GROUP BY a", "a <- t.a (transformation); rows <- t.a (group by)")]
    [InlineData("SELECT b + 1 AS day FROM t GROUP BY day", "day <- t.b (transformation); rows <- t.b (group by)")]
    public void Expands_what_is_known(string sql, string lineage) => Assert.Equal(lineage, LineageText.Of(sql, tables: Tables));

    [Theory]
    [InlineData("SELECT * FROM t", "* <- t.*, ?star")]
    [InlineData("SELECT x.a FROM (SELECT * FROM t) x", "a <- t.a")]
    [InlineData("WITH x AS (SELECT * FROM t), y AS (SELECT *, b + 1 AS c FROM x) SELECT a, c FROM y", "a <- t.a; c <- t.b (transformation)")]
    [InlineData("SELECT x.a, x.b FROM (SELECT * EXCLUDE (b), c AS b FROM t) x", "a <- t.a; b <- t.c")]
    [InlineData("SELECT x.a FROM (SELECT * FROM t JOIN s ON s.id = t.id) x", "a <- ?ambiguous; rows <- s.id (join), t.id (join)")]
    [InlineData("SELECT x.id FROM (SELECT * FROM t JOIN s USING (id)) x", "id <- t.id; rows <- t.id (join), s.id (join)")]
    [InlineData("SELECT x.n, x.a FROM (SELECT * RENAME (m AS n) FROM t) x", "n <- t.m; a <- t.a")]
    [InlineData("SELECT * FROM t UNION ALL SELECT * FROM s", "* <- t.*, s.*, ?star")]
    [InlineData("SELECT x.a FROM (SELECT * FROM t UNION ALL SELECT * FROM s) x", "a <- t.a, s.*, ?star")]
    [InlineData("INSERT INTO w (a, b, c) SELECT x, t.*, y FROM t", "a <- t.x; b <- t.* (transformation), ?star; c <- t.y")]
    public void Follows_names_through_what_is_not(string sql, string lineage) => Assert.Equal(lineage, LineageText.Of(sql));

    [Theory]
    [InlineData("SELECT a FROM t, s", "a <- ?ambiguous")]
    [InlineData("SELECT x.a FROM t", "a <- ?notfound")]
    [InlineData("SELECT ¤ FROM t", "_ <- ?hole")]
    [InlineData("SELECT a, ¤ AS b FROM t WHERE ¤", "a <- t.a; b <- ?hole; rows <- ?hole")]
    [InlineData("SELECT a FROM ¤", "a <- ¤.a, ?hole")]
    [InlineData("SELECT t.a, b FROM t ¤", "a <- t.a; b <- t.b, ?hole; rows <- ?hole")]
    [InlineData("SELECT p.x FROM t PIVOT (SUM(a) FOR b IN ([x], [y])) AS p", "x <- t.* (transformation), ?star ?unsupported")]
    [InlineData("SELECT f.x FROM dbo.Orders(@day) f", "x <- @day (transformation), ?routine; rows <- @day (join), ?routine")]
    [InlineData("SELECT (SELECT MAX(b) FROM s WHERE s.id = t.id) AS m FROM t", "m <- s.id (filter), t.id (filter), ?ambiguous")]
    [InlineData("SELECT a FROM t UNION ALL SELECT a, b FROM s", "a <- t.a, s.a, ?columncount")]
    public void Says_why_it_does_not_know(string sql, string lineage) => Assert.Equal(lineage, LineageText.Of(sql));

    [Theory]
    [InlineData("SELECT q.a AS x, x + 1 AS y FROM (SELECT a FROM t) q", nameof(SqlDialect.Snowflake), "x <- t.a; y <- t.a (transformation)")]
    [InlineData("SELECT a AS x, x + 1 AS y FROM t", nameof(SqlDialect.Snowflake), "x <- t.a; y <- ?ambiguous")]
    [InlineData("SELECT event.kind AS k FROM t", nameof(SqlDialect.BigQuery), "k <- t.event (transformation)")]
    [InlineData("SELECT total = SUM(a), @n = b FROM t", nameof(SqlDialect.TSql), "total <- t.a (aggregation)")]
    [InlineData("SELECT v:items[0].sku::string AS sku FROM t", nameof(SqlDialect.Snowflake), "sku <- t.v (transformation)")]
    [InlineData("FROM t SELECT a", nameof(SqlDialect.DuckDb), "a <- t.a")]
    [InlineData("SELECT a FROM 'orders/*.parquet'", nameof(SqlDialect.DuckDb), "a <- orders/*.parquet.a")]
    [InlineData("SELECT f.value AS v FROM t, LATERAL FLATTEN(input => t.items) f", nameof(SqlDialect.Snowflake), "v <- t.items (transformation); rows <- t.items (join)")]
    [InlineData("SELECT tag FROM t, UNNEST(t.tags) AS tag", nameof(SqlDialect.BigQuery), "tag <- t.tags (transformation); rows <- t.tags (join)")]
    [InlineData("SELECT LEVEL, ROWNUM, name FROM t CONNECT BY PRIOR id = parent START WITH parent IS NULL", nameof(SqlDialect.Oracle),
        "LEVEL <- nothing; ROWNUM <- nothing; name <- t.name; rows <- t.id (filter), t.parent (filter)")]
    [InlineData("SELECT to_jsonb(t) AS j FROM t", nameof(SqlDialect.PostgreSql), "j <- t.* (transformation), ?star")]
    [InlineData("SELECT max FROM (SELECT max(a) FROM t) x", nameof(SqlDialect.PostgreSql), "max <- t.a (aggregation)")]
    [InlineData("SELECT x.doc.value('(/a)[1]', 'int') AS v FROM x", nameof(SqlDialect.TSql), "v <- x.doc (transformation)")]
    public void Knows_what_is_special_in_a_dialect(string sql, string dialect, string lineage) =>
        Assert.Equal(lineage, LineageText.Of(sql, Enum.Parse<SqlDialect>(dialect)));
}
