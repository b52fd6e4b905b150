using System.Linq;
using Xunit;

namespace DataEngAnalyzers.Sql.Tests;

/// <summary>What a statement compares, with which parameters and clocks.</summary>
public sealed class SqlConditionTests
{
    [Theory]
    [InlineData("a = @p", "a = Parameter p")]
    [InlineData("t.[a b] = :p", "t.a b = Parameter p")]
    [InlineData("@p = a", "a = Parameter p")]
    [InlineData("@from <= sold_at", "sold_at >= Parameter from")]
    [InlineData("a >= $1::date", "a >= Parameter 1")]
    [InlineData("a::date = @d", "a* = Parameter d")]
    [InlineData("CAST(a AS date) = @d", "a* = Parameter d")]
    [InlineData("date(a) = '2024-01-01'", "a* = Literal")]
    [InlineData("a > 5 AND b <> -1", "a > Literal, b <> Literal")]
    [InlineData("a != 'x' OR (b < 1)", "a <> Literal, b < Literal")]
    [InlineData("a BETWEEN @f AND @t AND b = 1", "a between Parameter, b = Literal")]
    [InlineData("a BETWEEN 1 AND 2", "a between Literal")]
    [InlineData("a IN (1, 2)", "a in Literal")]
    [InlineData("a IN (@x, @y)", "a in Parameter")]
    [InlineData("a BETWEEN 1 AND @t", "a between Expression t")]
    [InlineData("a IN @ids", "a in Parameter ids")]
    [InlineData("a IN (SELECT id FROM s)", "a in Expression")]
    [InlineData("a NOT IN (1)", "a not in Literal")]
    [InlineData("a LIKE 'x%'", "a like Literal")]
    [InlineData("a IS NULL AND b IS NOT NULL", "a is null Literal, b is not null Literal")]
    [InlineData("a = ¤", "a = Hole")]
    [InlineData("a = '¤'", "a = Hole")]
    [InlineData("a = b", "a = Column b")]
    [InlineData("a >= DATEADD(day, -1, GETDATE())", "a >= Clock")]
    [InlineData("a > now() - interval '1 day'", "a > Clock")]
    [InlineData("a = CURRENT_DATE", "a = Clock")]
    [InlineData("a = date('now')", "a = Clock")]
    [InlineData("a = date(b)", "a = Expression")]
    [InlineData("a > @p + 1", "a > Expression p")]
    [InlineData("start >= @s AND output = @o AND a = 1 OPTION (RECOMPILE)", "start >= Parameter s, output = Parameter o, a = Literal")]
    [InlineData("a = start AND b = 1 WINDOW w AS (ORDER BY a)", "a = Column start, b = Literal")]
    [InlineData("1 = 1", "")]
    [InlineData("a + 1 > @p", "")]
    [InlineData("a IS DISTINCT FROM b", "")]
    public void Reads_comparisons_with_the_column_on_the_left(string condition, string expected)
    {
        var predicates = SqlReading.One("SELECT x FROM t WHERE " + condition).Predicates;

        Assert.Equal(expected, string.Join(", ", predicates.Select(Describe)));
    }

    [Fact]
    public void Knows_the_clause_and_whether_a_subquery_asks()
    {
        var statement = SqlReading.One("SELECT a FROM t JOIN s ON s.id = t.id WHERE t.a = 1 AND EXISTS (SELECT 1 FROM r WHERE r.b = 2) GROUP BY a HAVING c > 3");

        Assert.Equal(["id On False", "a Where False", "b Where True", "c Having False"], statement.Predicates.Select(p => $"{p.Column.Last} {p.Clause} {p.InSubquery}"));
    }

    [Fact]
    public void Cuts_where_out_of_the_statement()
    {
        const string sql = "DELETE FROM t WHERE a = 1 AND b IN (SELECT b FROM s WHERE c = 2) RETURNING a";

        Assert.Equal("WHERE a = 1 AND b IN (SELECT b FROM s WHERE c = 2)", SqlReading.Cut(sql, SqlReading.One(sql, SqlDialect.PostgreSql).WhereSpan!.Value));
    }

    [Theory]
    [InlineData("INSERT INTO t (a, b) VALUES (@x, coalesce(@y, 0))", "x:a y:")]
    [InlineData("INSERT INTO t SET a = ?, b = ?", ":a :b")]
    [InlineData("UPDATE t SET a = @a, b = b + @n WHERE id = @id", "a:a n: id:id")]
    [InlineData("INSERT INTO t (a) VALUES (@a) ON CONFLICT (a) DO UPDATE SET b = @b", "a:a b:b")]
    [InlineData("MERGE t USING (VALUES (@a)) s (a) ON t.a = s.a WHEN NOT MATCHED THEN INSERT (a, b) VALUES (s.a, @b);", "a: b:b")]
    [InlineData("SELECT a FROM t WHERE a = {=a} AND b = {0} LIMIT @n", "a:a 0:b n:")]
    [InlineData("SELECT a::text, b->>'x', c @> '{}' FROM t WHERE d = :d AND e[1:2] = 3", "d:d")]
    [InlineData("SELECT '@no', \"@no\" -- @no\n /* @no */ FROM t WHERE a = @yes", "yes:a")]
    [InlineData("DELETE FROM t WHERE d BETWEEN @f AND @t AND s IN (@x, @y)", "f:d t:d x:s y:s")]
    [InlineData("SELECT @@ROWCOUNT", "")]
    [InlineData("SELECT a FROM @rows r WHERE a = @p", "p:a")]
    public void Finds_parameters_and_binds_them_to_columns(string sql, string expected) =>
        Assert.Equal(expected, string.Join(' ', SqlReading.One(sql).Parameters.Select(p => $"{p.Name}:{p.Column}")));

    [Theory]
    [InlineData("SELECT GETDATE() AS loaded FROM t WHERE d < CURRENT_TIMESTAMP", "GETDATE() False, CURRENT_TIMESTAMP True")]
    [InlineData("UPDATE t SET changed = now() WHERE d = datetime('now', '-1 day')", "now() False, datetime('now', '-1 day') True")]
    [InlineData("SELECT t.now, now, current_date.x FROM t", "")]
    [InlineData("SELECT a FROM t WHERE d > (SELECT max(d) FROM s WHERE e < SYSDATE)", "SYSDATE True")]
    [InlineData("SELECT a FROM t WHERE d = date(b)", "")]
    public void Finds_clocks_and_whether_they_choose_rows(string sql, string expected) =>
        Assert.Equal(expected, string.Join(", ", SqlReading.One(sql).Clocks.Select(c => $"{SqlReading.Cut(sql, c.Span)} {c.InPredicate}")));

    [Theory]
    [InlineData("SELECT a FROM t", false, false)]
    [InlineData("SELECT TOP 10 a FROM t ORDER BY a", true, true)]
    [InlineData("SELECT TOP (@n) a FROM t", true, false)]
    [InlineData("SELECT TOP 100 PERCENT a FROM t", false, false)]
    [InlineData("SELECT a FROM t LIMIT 5", true, false)]
    [InlineData("SELECT a FROM t ORDER BY a OFFSET 5 ROWS FETCH NEXT 5 ROWS ONLY", true, true)]
    [InlineData("SELECT row_number() OVER (PARTITION BY a ORDER BY b) FROM (SELECT * FROM s ORDER BY 1 LIMIT 3) x", false, false)]
    public void Knows_limit_and_order_of_the_statement_itself(string sql, bool limit, bool order)
    {
        var statement = SqlReading.One(sql);

        Assert.Equal((limit, order), (statement.HasLimit, statement.HasOrderBy));
    }

    [Theory]
    [InlineData("SELECT a FROM q WITH (UPDLOCK, READPAST) WHERE b = 1", "UPDLOCK READPAST")]
    [InlineData("SELECT a FROM q (NOLOCK) JOIN r (NOLOCK) ON r.id = q.id", "NOLOCK NOLOCK")]
    [InlineData("SELECT a FROM q FOR UPDATE SKIP LOCKED", "FOR UPDATE|SKIP LOCKED")]
    [InlineData("MERGE t WITH (HOLDLOCK) USING s ON s.id = t.id WHEN MATCHED THEN DELETE;", "HOLDLOCK")]
    [InlineData("DELETE TOP (10) FROM q WITH (ROWLOCK, READPAST) OUTPUT deleted.id", "ROWLOCK READPAST")]
    public void Reads_locking_hints(string sql, string hints) =>
        Assert.Equal(hints.Contains('|') ? hints.Split('|') : hints.Split(' '), SqlReading.One(sql).Hints);

    private static string Describe(SqlPredicate predicate)
    {
        var detail = predicate.ParameterName ?? predicate.OperandColumn?.Text;
        return $"{predicate.Column.Text}{(predicate.IsColumnWrapped ? "*" : "")} {predicate.Operator} {predicate.OperandKind}{(detail is null ? "" : " " + detail)}";
    }
}
