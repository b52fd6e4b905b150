using System;
using System.Linq;
using System.Text;
using Xunit;

namespace DataEngAnalyzers.Sql.Tests;

/// <summary>Whatever the text, reading ends without an exception, and every span lies inside the text.</summary>
public sealed class SqlRobustnessTests
{
    private static readonly string[] Statements =
    [
        "WITH a AS (SELECT * FROM s), b (x) AS (SELECT x FROM a) INSERT INTO dbo.t (a, [b c]) OUTPUT inserted.id INTO @x SELECT TOP (10) a.*, N'x''y' FROM a LEFT JOIN t x ON x.id = a.id WHERE x.id IS NULL ORDER BY 1;",
        "INSERT INTO \"t\" (a, b) VALUES (@a, $1), (:b, ?), ({=c}, {0}) ON CONFLICT (a) WHERE b > 0 DO UPDATE SET b = EXCLUDED.b, c = (SELECT max(c) FROM d) WHERE t.b <> EXCLUDED.b RETURNING *",
        "MERGE INTO dw.t WITH (HOLDLOCK) AS x USING (VALUES (@a, @b)) AS s (a, b) ON x.a = s.a WHEN MATCHED AND x.b <> s.b THEN UPDATE SET x.b = CASE WHEN s.b > 1 THEN 2 END WHEN NOT MATCHED BY TARGET THEN INSERT (a, b) VALUES (s.a, s.b) OUTPUT $action;",
        "IF NOT EXISTS (SELECT 1 FROM t WHERE id = @id) BEGIN INSERT INTO t (id) VALUES (@id) END ELSE UPDATE t SET a = GETDATE() WHERE id = @id",
        "DO $body$ DECLARE n int; BEGIN IF NOT FOUND THEN INSERT INTO t VALUES (1); ELSIF n > 1 THEN DELETE FROM t; END IF; END $body$;",
        "CREATE TABLE IF NOT EXISTS t (id int NOT NULL PRIMARY KEY, d numeric(10, 2) DEFAULT 0, CONSTRAINT u UNIQUE (a, b DESC), KEY k (a(10)))",
        "ALTER TABLE dbo.t ADD a int NOT NULL, b int NULL DEFAULT 1; ALTER TABLE t DROP COLUMN a, b; ALTER TABLE t ALTER COLUMN c TYPE text, RENAME TO u; EXEC sp_rename 't.a', 'b', 'COLUMN'",
        "UPDATE x SET a = s.a, b += 1 FROM t x JOIN (SELECT * FROM s WHERE d BETWEEN @f AND @t) s ON s.id = x.id WHERE x.d IN (1, 2, ¤) AND x.n LIKE 'a%' ¤",
        "COPY t (a) FROM STDIN; LOAD DATA LOCAL INFILE 'x' REPLACE INTO TABLE t (a); BULK INSERT t FROM 'x' WITH (FIRSTROW = 2); TRUNCATE TABLE a, b; RENAME TABLE a TO b\nGO\nDROP TABLE IF EXISTS a, b CASCADE",
        "SELECT e'a\\'b', q'[x]', $$y$$, `z`, a::date, b->>'c', \"d\" /* /* */ */ FROM ¤.t¤, LATERAL f(x) g, 'a.csv' # c\n -- end",
    ];

    private static readonly SqlDialect[] Dialects = Enum.GetValues<SqlDialect>();

    [Fact]
    public void Reads_every_prefix_of_every_statement_in_every_dialect()
    {
        foreach (var statement in Statements)
        {
            for (var length = 0; length <= statement.Length; length++)
                ReadInAllDialects(statement[..length]);
        }
    }

    [Fact]
    public void Reads_statements_with_any_token_left_out_or_doubled()
    {
        foreach (var statement in Statements)
        {
            var words = statement.Split(' ');
            for (var i = 0; i < words.Length; i++)
            {
                ReadInAllDialects(string.Join(' ', words.Where((_, at) => at != i)));
                ReadInAllDialects(string.Join(' ', words.Take(i + 1).Concat(words.Skip(i))));
            }
        }
    }

    [Fact]
    public void Reads_random_token_soup()
    {
        var random = new Random(20240229);
        var words = Statements.SelectMany(s => s.Split(' ')).Concat("( ) , . ; ' \" [ ] $$ ¤ @p END ELSE IF BEGIN WITH AS CASE WHEN THEN".Split(' ')).ToArray();
        for (var i = 0; i < 3000; i++)
        {
            var soup = string.Join(' ', Enumerable.Range(0, random.Next(1, 40)).Select(_ => words[random.Next(words.Length)]));
            Check(soup, Dialects[i % Dialects.Length]);
        }
    }

    [Theory]
    [InlineData("(", ")")]
    [InlineData("SELECT a FROM (", ")")]
    [InlineData("SELECT a FROM t WHERE a = (", ")")]
    [InlineData("BEGIN ", " END")]
    [InlineData("IF EXISTS (SELECT 1 FROM t) BEGIN ", " END")]
    [InlineData("CASE WHEN ", " END")]
    [InlineData("/*", "*/")]
    [InlineData("WITH a AS (", ")")]
    [InlineData("WITH a AS (INSERT INTO t ", ")")]
    [InlineData("f(a = ", ")")]
    public void Reads_deep_nesting_without_running_out_of_stack(string open, string close)
    {
        const int depth = 20_000;
        var text = new StringBuilder();
        for (var i = 0; i < depth; i++)
            text.Append(open);
        text.Append(" 1 ");
        for (var i = 0; i < depth; i++)
            text.Append(close);

        Check(text.ToString(), SqlDialect.Unknown);
    }

    [Theory]
    [InlineData("a = ")]
    [InlineData("a.")]
    [InlineData("SELECT ")]
    [InlineData("INSERT INTO t ")]
    [InlineData("INSERT INTO t (a) VALUES (1) ")]
    [InlineData("UPDATE t SET a = 1 ")]
    [InlineData("UPDATE t SET a = 1, ")]
    [InlineData("IF a = 1 ")]
    [InlineData("DECLARE x ")]
    [InlineData("DO $$ ")]
    [InlineData("$$ ")]
    [InlineData("[a ")]
    [InlineData("¤ ")]
    [InlineData("MERGE t WHEN MATCHED THEN ")]
    [InlineData("CREATE TABLE t (a int, ")]
    [InlineData("FROM t, ")]
    [InlineData("IN IN LIKE ")]
    [InlineData("CREATE PROCEDURE p ; ")]
    [InlineData("BEGIN TRAN ")]
    [InlineData("go\n")]
    public void Reads_long_repetition_in_linear_time(string part) => Check(new StringBuilder().Insert(0, part, 20_000).ToString(), SqlDialect.Unknown);

    private static void ReadInAllDialects(string sql)
    {
        foreach (var dialect in Dialects)
            Check(sql, dialect);
    }

    private static void Check(string sql, SqlDialect dialect)
    {
        var script = SqlReading.Script(sql, dialect);
        var all = new SqlSpan(0, sql.Length);
        foreach (var statement in script.Statements)
        {
            Assert.True(all.Contains(statement.Span), sql);
            Assert.All(statement.Sources, name => Assert.True(all.Contains(name.Span), sql));
            Assert.All(statement.Columns, name => Assert.True(all.Contains(name.Span), sql));
            Assert.All(statement.Predicates, predicate => Assert.True(all.Contains(predicate.Span) && predicate.Span.Length > 0, sql));
            Assert.All(statement.Changes, change => Assert.True(all.Contains(change.Span), sql));
            Assert.True(statement.AppendPoint is not { } point || all.Contains(point), sql);
        }
    }
}
