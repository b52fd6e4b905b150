using System;
using System.Diagnostics;
using System.Linq;
using System.Text;
using DataEngAnalyzers.Sql.Lineage;
using DataEngAnalyzers.Sql.Tests.Corpus;
using Xunit;

namespace DataEngAnalyzers.Sql.Tests.Lineage;

/// <summary>Whatever the text, its lineage is read without an exception, in time that grows with the text, and every span lies inside it.</summary>
public sealed class LineageRobustnessTests
{
    [Fact]
    public void Reads_the_lineage_of_the_whole_corpus()
    {
        foreach (var sample in CorpusFiles.All)
            Check(sample.Sql, sample.Dialect);
    }

    [Theory]
    [InlineData("SELECT ", "f(a, ", "a", ")", " FROM t")]
    [InlineData("SELECT ", "CASE WHEN a THEN ", "a", " END", " FROM t")]
    [InlineData("", "SELECT a FROM (", "t", ") x", "")]
    [InlineData("", "SELECT a FROM t WHERE a IN (", "SELECT 1", ")", "")]
    [InlineData("SELECT a FROM ", "(", "t JOIN s ON 1 = 1", ")", "")]
    [InlineData("", "WITH x AS (", "SELECT a FROM t", ") SELECT a FROM x", "")]
    [InlineData("INSERT INTO w (a) ", "(", "SELECT a FROM t", ")", "")]
    [InlineData("SELECT a OVER (", "w0 ORDER BY (", "a", ")", ") FROM t")]
    [InlineData("SELECT a FROM t ", "UNION (SELECT a FROM s ", "", ")", "")]
    public void Nesting_costs_no_stack_and_no_more_than_its_length(string head, string open, string middle, string close, string tail)
    {
        const int Depth = 20_000;
        var text = new StringBuilder(head).Insert(head.Length, open, Depth).Append(middle);
        for (var i = 0; i < Depth; i++)
            text.Append(close);

        CheckInTime(text.Append(tail).ToString());
    }

    [Fact]
    public void A_hundred_thousand_parentheses_are_only_parentheses() =>
        CheckInTime("SELECT " + new string('(', 100_000) + "a" + new string(')', 100_000) + " FROM t");

    [Theory]
    [InlineData("SELECT a FROM t", " UNION ALL SELECT a FROM s")]
    [InlineData("SELECT 1", ", a + b * c")]
    [InlineData("SELECT a FROM t", " JOIN s ON s.id = t.id AND x = y")]
    [InlineData("SELECT a FROM t", " JOIN s USING (id)")]
    [InlineData("SELECT a FROM t", ", (SELECT a FROM s WHERE b = c) x")]
    [InlineData("SELECT a FROM t WHERE 1 = 1", " AND EXISTS (SELECT 1 FROM s WHERE s.id = t.id)")]
    [InlineData("INSERT INTO w (a, b) VALUES (1, 2)", ", (@a, b + 1)")]
    [InlineData("UPDATE w SET a = 1", ", b = b + c")]
    [InlineData("MERGE INTO w USING s ON s.id = w.id", " WHEN MATCHED AND s.a = 1 THEN UPDATE SET b = s.b")]
    [InlineData("SELECT DECODE(a", ", b, c")]
    [InlineData("WITH RECURSIVE r AS (SELECT a FROM t", " UNION ALL SELECT a FROM r")]
    [InlineData("SELECT a FROM t;", " SELECT b FROM s;")]
    public void Length_costs_time_in_proportion(string head, string piece) =>
        CheckInTime(head + string.Concat(Enumerable.Repeat(piece, 300_000 / piece.Length)));

    [Fact]
    public void Queries_that_double_their_columns_again_and_again_end_as_unknown()
    {
        var sql = new StringBuilder("WITH c0 AS (SELECT a, b FROM t)");
        for (var i = 1; i < 60; i++)
            sql.Append(FormattableString.Invariant($", c{i} AS (SELECT x.*, y.* FROM c{i - 1} x JOIN c{i - 1} y ON x.a = y.a)"));
        var script = SqlReading.Script(sql.Append(" SELECT * FROM c59").ToString());

        var lineage = script.LineageOf(script.Statements[0]);

        Assert.False(lineage.IsComplete);
        Assert.True(lineage.Gaps.HasFlag(SqlLineageGaps.TooLarge));
    }

    [Fact]
    public void A_star_over_many_joined_columns_ends_as_unknown()
    {
        var sql = new StringBuilder("SELECT * FROM t");
        for (var i = 1; i < 4000; i++)
            sql.Append(FormattableString.Invariant($" JOIN s{i} USING (c{i})"));

        CheckInTime(sql.ToString());
    }

    [Fact]
    public void Common_tables_may_be_as_many_as_one_likes()
    {
        var sql = new StringBuilder("WITH c0 AS (SELECT a FROM t)");
        for (var i = 1; i < 5000; i++)
            sql.Append(FormattableString.Invariant($", c{i} AS (SELECT * FROM c{i - 1})"));

        Assert.Equal("a <- t.a", LineageText.Of(sql.Append(" SELECT a FROM c4999").ToString()));
    }

    private static void CheckInTime(string sql)
    {
        // Many times what it takes; time that grew with the square would be far more.
        var time = Stopwatch.StartNew();
        Check(sql, SqlDialect.PostgreSql);
        Assert.True(time.Elapsed < TimeSpan.FromSeconds(4), $"{time.Elapsed} for {sql.Length:N0} characters");
    }

    private static void Check(string sql, SqlDialect dialect)
    {
        var script = SqlReading.Script(sql, dialect);

        // The statements of a long script are alike.
        foreach (var statement in script.Statements.Take(200))
        {
            var lineage = script.LineageOf(statement);
            Assert.All(lineage.Columns, column => Assert.True(column.Span.Start >= 0 && column.Span.End <= sql.Length));
        }
    }
}
