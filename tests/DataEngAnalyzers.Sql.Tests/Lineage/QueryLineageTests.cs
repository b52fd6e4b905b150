using Xunit;

namespace DataEngAnalyzers.Sql.Tests.Lineage;

/// <summary>From the columns of a query down to those of tables.</summary>
public sealed class QueryLineageTests
{
    [Theory]
    [InlineData("SELECT a FROM t", "a <- t.a")]
    [InlineData("SELECT t.a AS x, t.b y FROM dbo.t", "x <- dbo.t.a; y <- dbo.t.b")]
    [InlineData("SELECT o.a + o.b AS c FROM dbo.orders o", "c <- dbo.orders.a (transformation), dbo.orders.b (transformation)")]
    [InlineData("SELECT (a) AS b, 1 AS one, 'x' + a AS c FROM t", "b <- t.a; one <- literal; c <- t.a (transformation)")]
    [InlineData("SELECT COUNT(*) AS n, SUM(amount) AS total, AVG(amount * rate) AS mean FROM t", "n <- nothing; total <- t.amount (aggregation); mean <- t.amount (aggregation), t.rate (aggregation)")]
    [InlineData("SELECT ROUND(SUM(amount), 2) AS total FROM t", "total <- t.amount (aggregation)")]
    [InlineData("SELECT UPPER(name) AS name, CAST(day AS date) AS day, price::numeric(10, 2) AS p FROM t", "name <- t.name (transformation); day <- t.day (transformation); p <- t.price (transformation)")]
    [InlineData("SELECT @p AS p, GETDATE() AS at, NULL AS n FROM t", "p <- @p; at <- clock; n <- literal")]
    [InlineData("SELECT a FROM t WHERE b > @since AND c IN (1, 2)", "a <- t.a; rows <- t.b (filter), @since (filter), t.c (filter)")]
    [InlineData("SELECT a, SUM(b) s FROM t GROUP BY a HAVING SUM(b) > 10 ORDER BY s DESC", "a <- t.a; s <- t.b (aggregation); rows <- t.b (filter), t.a (group by), t.b (sort)")]
    [InlineData("SELECT a FROM t ORDER BY 1, b DESC NULLS LAST", "a <- t.a; rows <- t.a (sort), t.b (sort)")]
    [InlineData("SELECT TOP (5) a FROM t ORDER BY a OFFSET 5 ROWS FETCH NEXT 5 ROWS ONLY", "a <- t.a; rows <- t.a (sort)")]
    [InlineData("SELECT DISTINCT ON (a) a, b FROM t", "a <- t.a; b <- t.b; rows <- t.a (group by)")]
    [InlineData("SELECT a FROM t GROUP BY ROLLUP (a, b)", "a <- t.a; rows <- t.a (group by), t.b (group by)")]
    [InlineData("SELECT a FROM t GROUP BY GROUPING SETS ((a), (a, b), ())", "a <- t.a; rows <- t.a (group by), t.b (group by)")]
    [InlineData("SELECT a FROM t GROUP BY a WITH ROLLUP", "a <- t.a; rows <- t.a (group by)")]
    public void Follows_the_clauses_of_a_select(string sql, string lineage) => Assert.Equal(lineage, LineageText.Of(sql));

    [Theory]
    [InlineData("SELECT CASE WHEN a > 0 THEN b ELSE c END AS x FROM t", "x <- t.a (conditional), t.b (transformation), t.c (transformation)")]
    [InlineData("SELECT CASE a WHEN 1 THEN b END AS x FROM t", "x <- t.a (conditional), t.b (transformation)")]
    [InlineData("SELECT SUM(CASE WHEN a = 1 THEN b END) AS x FROM t", "x <- t.a (conditional), t.b (aggregation)")]
    [InlineData("SELECT IIF(a > 0, b, c) AS x, COALESCE(a, b) AS y FROM t", "x <- t.a (conditional), t.b (transformation), t.c (transformation); y <- t.a (transformation), t.b (transformation)")]
    [InlineData("SELECT DECODE(a, 1, b, c, d, e) AS x FROM t", "x <- t.a (conditional), t.b (transformation), t.c (conditional), t.d (transformation), t.e (transformation)")]
    [InlineData("SELECT NULLIF(a, b) AS x FROM t", "x <- t.a (transformation), t.b (conditional)")]
    [InlineData("SELECT ROW_NUMBER() OVER (PARTITION BY a ORDER BY b DESC) AS rn FROM t", "rn <- t.a (window), t.b (window)")]
    [InlineData("SELECT SUM(x) OVER (PARTITION BY a ORDER BY b ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS s FROM t", "s <- t.x (aggregation), t.a (window), t.b (window)")]
    [InlineData("SELECT LAG(x, 1) OVER w AS p FROM t WINDOW w AS (PARTITION BY a ORDER BY b)", "p <- t.x (transformation), t.a (window), t.b (window)")]
    [InlineData("SELECT COUNT(*) FILTER (WHERE a > 0) AS n, COUNT(DISTINCT b) AS d FROM t", "n <- t.a (filter); d <- t.b (aggregation)")]
    [InlineData("SELECT STRING_AGG(a, ',' ORDER BY b, c) AS s FROM t", "s <- t.a (aggregation), t.b (sort), t.c (sort)")]
    [InlineData("SELECT STRING_AGG(a, ',') WITHIN GROUP (ORDER BY b) AS s FROM t", "s <- t.a (aggregation), t.b (sort)")]
    [InlineData("SELECT PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY x) AS m FROM t", "m <- t.x (aggregation)")]
    [InlineData("SELECT MAX(a) KEEP (DENSE_RANK LAST ORDER BY b) AS m FROM t", "m <- t.a (aggregation), t.b (sort)")]
    [InlineData("SELECT a FROM t QUALIFY ROW_NUMBER() OVER (PARTITION BY a ORDER BY b DESC) = 1", "a <- t.a; rows <- t.a (filter), t.b (filter)")]
    public void Tells_what_a_construct_does(string sql, string lineage) => Assert.Equal(lineage, LineageText.Of(sql));

    [Theory]
    [InlineData("SELECT DATEADD(day, a, b) AS x, DATEDIFF(hour, a, b) AS y FROM t", "x <- t.a (transformation), t.b (transformation); y <- t.a (transformation), t.b (transformation)")]
    [InlineData("SELECT DATE_TRUNC(month, a) AS x, DATE_TRUNC(a, MONTH) AS y FROM t", "x <- t.a (transformation); y <- t.a (transformation)")]
    [InlineData("SELECT EXTRACT(year FROM d) AS x, SUBSTRING(n FROM 2 FOR 3) AS y, TRIM(BOTH ' ' FROM n) AS z FROM t", "x <- t.d (transformation); y <- t.n (transformation); z <- t.n (transformation)")]
    [InlineData("SELECT a + INTERVAL '1' DAY AS x, a + INTERVAL 3 HOUR AS y, DATE '2024-01-01' AS z FROM t", "x <- t.a (transformation); y <- t.a (transformation); z <- literal")]
    [InlineData("SELECT CONVERT(varchar(10), a, 120) AS x, CONVERT(a, CHAR) AS y, TRY_CAST(a AS int) AS z FROM t", "x <- t.a (transformation); y <- t.a (transformation); z <- t.a (transformation)")]
    [InlineData("SELECT a AT TIME ZONE 'UTC' AS x, a COLLATE nocase AS y, a IS NOT NULL AS z FROM t", "x <- t.a (transformation); y <- t.a (transformation); z <- t.a (transformation)")]
    [InlineData("SELECT a NOT LIKE b ESCAPE '!' AS x, a BETWEEN b AND c AS y, a DIV b AS z FROM t", "x <- t.a (transformation), t.b (transformation); y <- t.a (transformation), t.b (transformation), t.c (transformation); z <- t.a (transformation), t.b (transformation)")]
    [InlineData("SELECT j->>'k' AS x, j['k'] AS y, ARRAY[a, b] AS z FROM t", "x <- t.j (transformation); y <- t.j (transformation); z <- t.a (transformation), t.b (transformation)")]
    [InlineData("SELECT first, t.\"order\", range FROM t", "first <- t.first; order <- t.order; range <- t.range")]
    [InlineData("SELECT LEFT(a, 2) AS x, REPLACE(a, 'x', b) AS y FROM t", "x <- t.a (transformation); y <- t.a (transformation), t.b (transformation)")]
    [InlineData("SELECT -a AS x, NOT b AS y, (a, b) AS z FROM t", "x <- t.a (transformation); y <- t.b (transformation); z <- t.a (transformation), t.b (transformation)")]
    public void Tells_columns_from_the_words_around_them(string sql, string lineage) => Assert.Equal(lineage, LineageText.Of(sql));

    [Theory]
    [InlineData("SELECT o.id, c.name FROM orders o JOIN customers c ON c.id = o.customer_id", "id <- orders.id; name <- customers.name; rows <- customers.id (join), orders.customer_id (join)")]
    [InlineData("SELECT id, o.a FROM orders o LEFT JOIN lines l USING (id)", "id <- orders.id; a <- orders.a; rows <- orders.id (join), lines.id (join)")]
    [InlineData("SELECT x.b FROM (SELECT a AS b FROM t WHERE c = 1) x", "b <- t.a; rows <- t.c (filter)")]
    [InlineData("SELECT x.p FROM (SELECT a, b FROM t) AS x (p, q)", "p <- t.a")]
    [InlineData("SELECT a.id FROM (a JOIN b ON b.id = a.id) JOIN c ON c.id = b.id", "id <- a.id; rows <- b.id (join), a.id (join), c.id (join)")]
    [InlineData("SELECT t.a, q.c FROM t CROSS APPLY (SELECT TOP 1 s.c FROM s WHERE s.id = t.id ORDER BY s.at DESC) q", "a <- t.a; c <- s.c; rows <- s.id (filter), t.id (filter), s.at (sort)")]
    [InlineData("SELECT t.id, s.value FROM t CROSS APPLY STRING_SPLIT(t.tags, ',') s", "id <- t.id; value <- t.tags (transformation); rows <- t.tags (join)")]
    [InlineData("SELECT t.id, j.x FROM t CROSS APPLY OPENJSON(t.doc) WITH (x int '$.x', y int '$.y') AS j", "id <- t.id; x <- t.doc (transformation); rows <- t.doc (join)")]
    [InlineData("SELECT (SELECT MAX(s.b) FROM s WHERE s.id = t.id) AS m FROM t", "m <- s.b (aggregation), s.id (filter), t.id (filter)")]
    [InlineData("SELECT t.a FROM t WHERE EXISTS (SELECT 1 FROM s WHERE s.id = t.id)", "a <- t.a; rows <- s.id (filter), t.id (filter)")]
    [InlineData("SELECT t.a FROM t WHERE t.id IN (SELECT s.id FROM s)", "a <- t.a; rows <- t.id (filter), s.id (filter)")]
    [InlineData("SELECT t.a FROM t, s AS u WHERE t.id = u.id (+)", "a <- t.a; rows <- t.id (filter), s.id (filter)")]
    [InlineData("SELECT v.b FROM (VALUES (1, @p), (2, 3)) AS v (a, b)", "b <- @p, literal")]
    [InlineData("SELECT g FROM generate_series(1, 10) g", "g <- nothing")]
    public void Follows_the_sources(string sql, string lineage) => Assert.Equal(lineage, LineageText.Of(sql));

    [Theory]
    [InlineData("WITH x AS (SELECT a, b AS c FROM t) SELECT c FROM x", "c <- t.b")]
    [InlineData("WITH x (p, q) AS (SELECT a, b FROM t), y AS (SELECT q + 1 AS r FROM x WHERE p > 0) SELECT r FROM y", "r <- t.b (transformation); rows <- t.a (filter)")]
    [InlineData("WITH unused AS (SELECT a FROM s WHERE b = 1) SELECT a FROM t", "a <- t.a")]
    [InlineData("WITH t AS (SELECT a FROM dbo.t) SELECT a FROM t", "a <- dbo.t.a")]
    [InlineData("WITH RECURSIVE r AS (SELECT id, name AS path FROM n WHERE parent IS NULL UNION ALL SELECT n.id, r.path || n.name FROM n JOIN r ON r.id = n.parent) SELECT id, path FROM r",
        "id <- n.id; path <- n.name, n.name (transformation); rows <- n.parent (filter), n.id (join), n.parent (join)")]
    [InlineData("SELECT a FROM t UNION ALL SELECT b FROM s", "a <- t.a, s.b")]
    [InlineData("SELECT a FROM t EXCEPT SELECT b FROM s", "a <- t.a; rows <- s.b (filter)")]
    [InlineData("(SELECT a AS x FROM t) UNION (SELECT b FROM s WHERE c = 1) ORDER BY x", "x <- t.a, s.b; rows <- s.c (filter), t.a (sort), s.b (sort)")]
    [InlineData("SELECT q.x FROM (SELECT a AS x FROM t UNION SELECT b FROM s) q", "x <- t.a, s.b")]
    public void Follows_common_tables_and_set_operators(string sql, string lineage) => Assert.Equal(lineage, LineageText.Of(sql));
}
