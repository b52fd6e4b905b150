using System.Linq;
using Xunit;
using static DataEngAnalyzers.Sql.SqlHoleKind;

namespace DataEngAnalyzers.Sql.Tests;

/// <summary>What stands in the place of a hole, and what it hides.</summary>
public sealed class SqlHoleTests
{
    [Theory]
    [InlineData("SELECT a FROM ¤", Identifier)]
    [InlineData("SELECT a FROM ¤.t", Identifier)]
    [InlineData("SELECT a FROM orders_¤", Identifier)]
    [InlineData("SELECT a FROM [¤]", Identifier)]
    [InlineData("SELECT a FROM s, ¤", Identifier)]
    [InlineData("SELECT a FROM s JOIN ¤ ON 1 = 1", Identifier)]
    [InlineData("INSERT INTO ¤ (a) VALUES (1)", Identifier)]
    [InlineData("INSERT INTO t (a, ¤) VALUES (1, 2)", Identifier)]
    [InlineData("UPDATE ¤ SET a = 1", Identifier)]
    [InlineData("TRUNCATE TABLE ¤", Identifier)]
    [InlineData("DROP TABLE IF EXISTS ¤", Identifier)]
    [InlineData("SELECT a AS ¤ FROM t", Identifier)]
    [InlineData("SELECT a FROM t WHERE b = ¤", Value)]
    [InlineData("SELECT a FROM t WHERE b = '¤'", Value)]
    [InlineData("SELECT a FROM t WHERE ¤ = 1", Value)]
    [InlineData("SELECT a FROM t WHERE b LIKE ¤", Value)]
    [InlineData("SELECT a FROM t WHERE b BETWEEN 1 AND ¤", Value)]
    [InlineData("SELECT a FROM t WHERE b IN (1, ¤)", Value)]
    [InlineData("SELECT a FROM t WHERE f(b, ¤) = 1", Value)]
    [InlineData("SELECT a FROM t LIMIT ¤", Value)]
    [InlineData("INSERT INTO t (a, b) VALUES (1, ¤)", Value)]
    [InlineData("UPDATE t SET a = ¤", Value)]
    [InlineData("SELECT CASE WHEN a = 1 THEN ¤ END FROM t", Value)]
    [InlineData("SELECT a FROM t WHERE ¤", Predicate)]
    [InlineData("SELECT a FROM t WHERE b = 1 AND ¤", Predicate)]
    [InlineData("SELECT a FROM t WHERE (¤)", Predicate)]
    [InlineData("SELECT a FROM t WHERE NOT ¤ ORDER BY a", Predicate)]
    [InlineData("DELETE FROM t WHERE b = 1 OR ¤", Predicate)]
    [InlineData("SELECT a FROM t JOIN s ON ¤", Predicate)]
    [InlineData("SELECT ¤ FROM t", List)]
    [InlineData("SELECT a, ¤ FROM t", List)]
    [InlineData("SELECT a FROM t ORDER BY ¤", List)]
    [InlineData("SELECT a FROM t GROUP BY a, ¤", List)]
    [InlineData("SELECT a FROM t WHERE b IN (¤)", List)]
    [InlineData("INSERT INTO t (¤) VALUES (1)", List)]
    [InlineData("INSERT INTO t (a) VALUES (¤)", List)]
    [InlineData("INSERT INTO t (a) VALUES ¤", List)]
    [InlineData("UPDATE t SET ¤ WHERE a = 1", List)]
    [InlineData("SELECT a FROM t ¤", Anything)]
    [InlineData("SELECT a FROM t WHERE b = 1 ¤", Anything)]
    [InlineData("INSERT INTO t ¤", Anything)]
    [InlineData("INSERT ¤ INTO t (a) SELECT a FROM s", Anything)]
    [InlineData("SELECT a FROM (¤) x", Anything)]
    [InlineData("¤", Anything)]
    [InlineData("¤ SELECT 1", Anything)]
    public void Knows_what_stands_in_the_place_of_a_hole(string sql, object kind) =>
        Assert.Equal(kind, Assert.Single(SqlReading.Script(sql).Statements[0].Holes).Kind);

    [Fact]
    public void Knows_where_each_hole_stands()
    {
        const string Sql = "SELECT ¤ FROM dw.fact_¤ WHERE day = '¤'";

        var holes = SqlReading.One(Sql).Holes;

        Assert.Equal(["¤ List", "fact_¤ Identifier", "'¤' Value"], holes.Select(h => $"{SqlReading.Cut(Sql, h.Span)} {h.Kind}"));
    }

    [Theory]
    [InlineData("SELECT a FROM t ¤", null, null, null)]
    [InlineData("SELECT a FROM t WHERE b = 1 ¤", true, null, null)]
    [InlineData("SELECT a FROM t ORDER BY a ¤", null, true, null)]
    [InlineData("SELECT a FROM t ORDER BY a LIMIT ¤", false, true, true)]
    [InlineData("SELECT a FROM t WHERE b = ¤", true, false, false)]
    [InlineData("SELECT a FROM ¤", false, false, false)]
    public void Says_unknown_of_clauses_that_a_hole_can_hold(string sql, bool? hasWhere, bool? hasOrderBy, bool? hasLimit)
    {
        var select = SqlReading.One(sql);

        Assert.Equal((hasWhere, hasOrderBy, hasLimit), (select.HasWhere, select.HasOrderBy, select.HasLimit));
    }
}
