using System.Linq;
using Xunit;

namespace DataEngAnalyzers.Sql.Tests.Lineage;

/// <summary>What users of lineage tools complain about most: guesses, lost stars, ignored column lists, one bad name that spoils all.</summary>
public sealed class LineageComplaintTests
{
    [Theory]
    [InlineData("WITH a AS (SELECT * FROM raw.orders), b AS (SELECT * FROM a), c AS (SELECT * FROM b) SELECT id, amount FROM c", "", "id <- raw.orders.id; amount <- raw.orders.amount")]
    [InlineData("WITH a AS (SELECT * FROM raw.orders), b AS (SELECT * FROM a) SELECT * FROM b", "raw.orders(id, amount)", "id <- raw.orders.id; amount <- raw.orders.amount")]
    [InlineData("SELECT x.id FROM (SELECT * FROM (SELECT * FROM raw.orders) y) x", "", "id <- raw.orders.id")]
    [InlineData("SELECT o.*, 1 AS one FROM raw.orders o", "", "* <- raw.orders.*, ?star; one <- literal")]
    public void A_star_is_walked_through(string sql, string tables, string lineage) => Assert.Equal(lineage, LineageText.Of(sql, tables: tables));

    [Theory]
    [InlineData("", "name <- ?ambiguous; rows <- customers.id (join), orders.customer_id (join)")]
    [InlineData("customers(id, name)", "name <- customers.name; rows <- customers.id (join), orders.customer_id (join)")]
    [InlineData("orders(id, customer_id)", "name <- customers.name; rows <- customers.id (join), orders.customer_id (join)")]
    public void An_unqualified_column_is_bound_by_what_is_known_and_never_guessed(string tables, string lineage) =>
        Assert.Equal(lineage, LineageText.Of("SELECT name FROM orders o JOIN customers c ON c.id = o.customer_id", tables: tables));

    [Theory]
    [InlineData("SELECT a AS x, b AS y FROM t UNION ALL SELECT c, d FROM s", "x <- t.a, s.c; y <- t.b, s.d")]
    [InlineData("INSERT INTO w (p, q) SELECT a AS q, b AS p FROM t", "p <- t.a; q <- t.b")]
    [InlineData("INSERT INTO w (p) SELECT a FROM t UNION SELECT b FROM s", "p <- t.a, s.b")]
    [InlineData("CREATE VIEW v (p, q) AS SELECT b, a FROM t", "p <- t.b; q <- t.a")]
    public void Position_counts_where_sql_goes_by_position(string sql, string lineage) => Assert.Equal(lineage, LineageText.Of(sql));

    [Fact]
    public void One_dynamic_name_spoils_only_what_depends_on_it() => Assert.Equal(
        "id <- orders.id; name <- customers_¤.name, ?hole; rows <- customers_¤.id (join), orders.customer_id (join), orders.day (filter), ?hole",
        LineageText.Of("SELECT o.id, c.name FROM orders o JOIN customers_¤ c ON c.id = o.customer_id WHERE o.day > '2024-01-01'"));

    [Fact]
    public void Statements_of_a_script_do_not_mix() => Assert.Equal(
        ["a <- t.a", "b <- #x.a", "", "c := v.d"],
        All("SELECT a INTO #x FROM t; INSERT INTO w (b) SELECT a FROM #x; DROP TABLE #x; UPDATE v SET c = d"));

    [Fact]
    public void A_procedure_has_the_lineage_of_its_statements() => Assert.Contains(
        "a <- t.a; rows <- t.d (filter), @day (filter)",
        All("CREATE PROCEDURE dbo.load @day date AS BEGIN INSERT INTO w (a) SELECT a FROM t WHERE d = @day; UPDATE w SET b = 1 END"));

    [Fact]
    public void Sql_inside_a_string_has_lineage_too() => Assert.Contains("a <- t.x; b <- literal", All("EXEC('INSERT INTO w (a, b) SELECT x, ''it''''s'' FROM t')"));

    [Theory]
    [InlineData("SELECT u.tag FROM t, UNNEST(t.tags) AS u(tag)", "tag <- t.tags (transformation); rows <- t.tags (join)")]
    [InlineData("SELECT ROUND(ISNULL(a, 0) * CONVERT(decimal(10, 2), b), 2) AS x, FORMAT(d, 'yyyy') AS y, STUFF(n, 1, 1, '') AS z FROM t",
        "x <- t.a (transformation), t.b (transformation); y <- t.d (transformation); z <- t.n (transformation)")]
    [InlineData("SELECT (SELECT STRING_AGG(x.name, ',') FROM x WHERE x.id = t.id) AS names FROM t", "names <- x.name (aggregation), x.id (filter), t.id (filter)")]
    public void Functions_do_not_end_the_trail(string sql, string lineage) => Assert.Equal(lineage, LineageText.Of(sql));

    [Theory]
    [InlineData("CREATE TABLE t (id int PRIMARY KEY, a text DEFAULT 'x')")]
    [InlineData("ALTER TABLE t WITH CHECK ADD CONSTRAINT c CHECK (a > 0)")]
    [InlineData("DROP TABLE t")]
    [InlineData("GRANT SELECT ON t TO u")]
    [InlineData("CREATE INDEX i ON t (a) WHERE b > 0")]
    [InlineData("UPDATE STATISTICS dbo.t WITH FULLSCAN")]
    [InlineData("BEGIN TRANSACTION")]
    [InlineData("SET NOCOUNT ON")]
    public void Statements_without_a_flow_of_data_have_no_lineage_and_no_gap(string sql) => Assert.Equal("", LineageText.Of(sql, SqlDialect.TSql));

    private static string[] All(string sql)
    {
        var script = SqlReading.Script(sql, SqlDialect.TSql);
        return [.. script.Statements.SelectMany(statement => statement.Body.Prepend(statement)).Select(statement => LineageText.Of(script.LineageOf(statement)))];
    }
}
