using System.Linq;
using Xunit;

namespace DataEngAnalyzers.Sql.Tests;

/// <summary>Which tables a statement reads, and where a star decides its columns.</summary>
public sealed class SqlQueryTests
{
    [Theory]
    [InlineData("SELECT a FROM t", "t")]
    [InlineData("SELECT a FROM dbo.t x, [s] AS y", "dbo.t s")]
    [InlineData("SELECT a FROM t LEFT OUTER JOIN s ON s.id = t.id CROSS JOIN r", "t s r")]
    [InlineData("SELECT a FROM (t JOIN s ON s.id = t.id)", "t s")]
    [InlineData("SELECT a FROM (SELECT b FROM s) x JOIN t USING (id)", "s t")]
    [InlineData("SELECT (SELECT max(b) FROM s) FROM t WHERE c IN (SELECT c FROM r)", "s t r")]
    [InlineData("WITH x AS (SELECT a FROM s), y (b) AS (SELECT a FROM x JOIN r ON r.a = x.a) SELECT b FROM y, t", "s r t")]
    [InlineData("WITH RECURSIVE x AS (SELECT a FROM s UNION ALL SELECT a + 1 FROM x) SELECT a FROM x", "s")]
    [InlineData("SELECT output, start FROM t ASOF JOIN s ON s.id = t.id", "t s")]
    [InlineData("SELECT @x = MAX(a), IF(b, c, d) FROM t", "t")]
    [InlineData("SELECT a FROM t UNION ALL SELECT a FROM s", "t s")]
    [InlineData("SELECT extract(year FROM d), substring(n FROM 2), trim(both ' ' FROM n) FROM t", "t")]
    [InlineData("SELECT a FROM generate_series(1, 10) g JOIN OPENJSON(@j) WITH (id int '$.id') j ON j.id = g.a", "")]
    [InlineData("SELECT a FROM t CROSS APPLY dbo.split(t.b) s OUTER APPLY (SELECT TOP 1 c FROM r) q", "t r")]
    [InlineData("SELECT a FROM t, LATERAL (SELECT b FROM s WHERE s.id = t.id) x", "t s")]
    [InlineData("SELECT a FROM ¤.orders JOIN ¤ x ON 1 = 1", "¤.orders ¤")]
    [InlineData("INSERT INTO t (a) SELECT a FROM s JOIN t ON t.id = s.id", "s t")]
    [InlineData("UPDATE x SET a = s.a FROM t x JOIN s ON s.id = x.id", "s")]
    [InlineData("DELETE FROM t USING s WHERE s.id = t.id", "s")]
    [InlineData("MERGE t USING (SELECT a FROM s) q ON q.a = t.a WHEN MATCHED THEN DELETE;", "s")]
    [InlineData("SELECT a FROM 'orders/*.csv'", "orders/*.csv")]
    [InlineData("CREATE TABLE t AS SELECT a FROM s", "s")]
    [InlineData("CREATE VIEW v AS SELECT a FROM s", "s")]
    [InlineData("SELECT a FROM t FOR SYSTEM_TIME AS OF '2024-01-01' x WHERE x.a IS DISTINCT FROM x.b", "t")]
    [InlineData("COPY t TO STDOUT", "t")]
    public void Reads_the_tables(string sql, string tables) => Assert.Equal(tables, SqlReading.Join(SqlReading.One(sql).Sources));

    [Theory]
    [InlineData("SELECT * FROM t", "*")]
    [InlineData("SELECT DISTINCT t.*, 1 FROM dbo.t t", "t.*")]
    [InlineData("SELECT TOP (5) * FROM t", "*")]
    [InlineData("SELECT COUNT(*), a * b, 2 * 3 FROM t", "")]
    [InlineData("SELECT a FROM t WHERE EXISTS (SELECT * FROM s)", "")]
    [InlineData("SELECT * FROM (SELECT a, b FROM t) x", "")]
    [InlineData("SELECT * FROM (SELECT * FROM t) x", "*")]
    [InlineData("SELECT a FROM (SELECT * FROM t) x", "")]
    [InlineData("WITH x AS (SELECT a FROM t) SELECT * FROM x", "")]
    [InlineData("WITH x AS (SELECT * FROM t) SELECT * FROM x", "*")]
    [InlineData("SELECT x.*, t.a FROM t JOIN (SELECT b FROM s) x ON x.b = t.a", "")]
    [InlineData("SELECT x.*, t.* FROM t JOIN (SELECT b FROM s) x ON x.b = t.a", "t.*")]
    [InlineData("INSERT INTO t SELECT * FROM s UNION ALL SELECT r.* FROM r", "* r.*")]
    [InlineData("(SELECT * FROM t) UNION (SELECT a FROM s)", "*")]
    [InlineData("SELECT * FROM read_csv('x.csv')", "*")]
    [InlineData("SELECT * FROM generate_series(1, 3)", "")]
    [InlineData("SELECT * EXCEPT (a) FROM t", "*")]
    [InlineData("SELECT CASE WHEN a THEN 1 ELSE 2 END, * FROM t", "*")]
    public void Finds_stars_that_decide_the_columns(string sql, string stars) =>
        Assert.Equal(stars, string.Join(' ', SqlReading.One(sql).Stars.Select(star => SqlReading.Cut(sql, star))));

    [Theory]
    [InlineData("dbo.orders", "ORDERS", true)]
    [InlineData("dbo.orders", "sales.orders", false)]
    [InlineData("db.dbo.orders", "dbo.orders", true)]
    [InlineData("db..orders", "dbo.orders", true)]
    [InlineData("orders", "orders2", false)]
    [InlineData("orders_¤", "orders_¤", false)]
    public void Matches_names_unless_qualifiers_contradict(string first, string second, bool expected)
    {
        static SqlName Name(string name) => SqlReading.One("TRUNCATE TABLE " + name).Target!;

        Assert.Equal(expected, Name(first).Matches(Name(second)));
    }

    [Theory]
    [InlineData("SELECT a FROM t LIMIT 10", "LIMIT 10", 10L, true)]
    [InlineData("SELECT a FROM t LIMIT 5, 20", "LIMIT 5, 20", 20L, true)]
    [InlineData("SELECT TOP (7) a FROM t", "TOP (7", 7L, false)]
    [InlineData("SELECT TOP 7 a FROM t", "TOP 7", 7L, false)]
    [InlineData("SELECT a FROM t ORDER BY a OFFSET 3 ROWS FETCH NEXT 9 ROWS ONLY", "FETCH NEXT 9", 9L, true)]
    [InlineData("SELECT a FROM t LIMIT @n", "LIMIT @n", null, true)]
    [InlineData("INSERT INTO t (a) SELECT a FROM s LIMIT 1", "LIMIT 1", 1L, true)]
    public void Reads_the_limit(string sql, string clause, long? count, bool isAtEnd)
    {
        var limit = SqlReading.One(sql).Limit!;
        Assert.Equal((clause, count, isAtEnd), (sql.Substring(limit.Span.Start, limit.Span.Length), limit.Count, limit.IsAtEnd));
    }

    [Theory]
    [InlineData("SELECT a FROM t WHERE b IN (SELECT b FROM s LIMIT 1)")]
    [InlineData("SELECT TOP 10 PERCENT a FROM t")]
    public void Takes_no_limit_of_another_query_or_of_a_share(string sql) => Assert.Null(SqlReading.One(sql).Limit);

    [Theory]
    [InlineData("SELECT ROW_NUMBER() OVER (PARTITION BY a ORDER BY b) AS n FROM t", "PARTITION BY a ORDER BY b", "b", "n", false)]
    [InlineData("SELECT row_number() over (partition by a, c order by t.b desc nulls last, d) n FROM t", "partition by a, c order by t.b desc nulls last, d", "b d", "n", false)]
    [InlineData("SELECT a FROM t QUALIFY ROW_NUMBER() OVER (PARTITION BY a) = 1", "PARTITION BY a", "", null, true)]
    [InlineData("SELECT ROW_NUMBER() OVER (PARTITION BY a ORDER BY (SELECT NULL)) n FROM t", "PARTITION BY a ORDER BY (SELECT NULL)", null, "n", false)]
    public void Reads_how_rows_are_numbered(string sql, string window, string? columns, string? alias, bool isCompared)
    {
        var number = Assert.Single(SqlReading.One(sql).RowNumbers);
        Assert.Equal(
            (window, columns, alias, isCompared),
            (sql.Substring(number.Span.Start, number.Span.Length), number.OrderedBy is { } by ? string.Join(' ', by.Select(column => column.Last)) : null, number.Alias, number.IsCompared));
    }

    [Theory]
    [InlineData("SELECT a FROM t WITH (NOLOCK) WHERE b = 1", "SELECT a FROM t WHERE b = 1")]
    [InlineData("SELECT a FROM t x (NOLOCK)", "SELECT a FROM t x")]
    [InlineData("SELECT a FROM t WITH (NOLOCK, READPAST)", "SELECT a FROM t WITH (READPAST)")]
    [InlineData("SELECT a FROM t WITH (READPAST, READUNCOMMITTED)", "SELECT a FROM t WITH (READPAST)")]
    public void Takes_a_dirty_read_away(string sql, string without)
    {
        var hint = Assert.Single(SqlReading.One(sql).DirtyReads);
        Assert.Equal(without, sql.Remove(hint.Removable.Start, hint.Removable.Length));
    }
}
