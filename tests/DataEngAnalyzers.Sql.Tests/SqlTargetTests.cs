using System.Linq;
using DataEngAnalyzers.Sql.Tests.Reading;
using Xunit;
using static DataEngAnalyzers.Sql.SqlDialect;

namespace DataEngAnalyzers.Sql.Tests;

/// <summary>A statement that writes several tables comes out once for each of them.</summary>
public sealed class SqlTargetTests
{
    [Theory]
    [InlineData(TSql, "DELETE FROM t OUTPUT deleted.id INTO dbo.archive (id) WHERE d < @d", "delete t|insert append dbo.archive(id)")]
    [InlineData(TSql, "INSERT INTO t (a) OUTPUT inserted.id INTO @ids VALUES (1)", "insert append t(a)")]
    [InlineData(TSql, "MERGE t USING s ON t.id = s.id WHEN MATCHED THEN UPDATE SET a = s.a OUTPUT inserted.id INTO log;", "merge t key(id) sets(a) from s|insert append log")]
    [InlineData(TSql, "INSERT INTO h (id) SELECT id FROM (DELETE FROM t OUTPUT deleted.id WHERE a = 1) AS x (id)", "delete t|insert append h(id)")]
    [InlineData(PostgreSql, "INSERT INTO t WITH d AS (DELETE FROM s RETURNING a) SELECT a FROM d", "delete s|insert append t")]
    [InlineData(PostgreSql, "WITH d AS (DELETE FROM s RETURNING a), i AS (INSERT INTO u SELECT a FROM d RETURNING a) SELECT a FROM i", "delete s|insert append u|select")]
    [InlineData(PostgreSql, "TRUNCATE a, b.c", "truncate a|truncate b.c")]
    [InlineData(MySql, "DELETE a, b.* FROM orders a JOIN lines b ON a.id = b.id WHERE a.d < 1", "delete orders from lines|delete lines from orders")]
    [InlineData(MySql, "DELETE FROM a, b USING orders a JOIN lines b ON a.id = b.id", "delete orders from lines|delete lines from orders")]
    [InlineData(MySql, "UPDATE orders o JOIN cust c ON c.id = o.cid SET o.x = 1, c.y = 2", "update orders sets(x) from cust|update cust sets(y) from orders")]
    [InlineData(MySql, "UPDATE orders o, cust c SET c.y = o.x WHERE c.id = o.cid", "update cust sets(y) from orders")]
    [InlineData(Oracle, "INSERT ALL WHEN a > 1 THEN INTO big (id, a) VALUES (id, a) ELSE INTO small SELECT id, a FROM s", "insert append big(id, a) from s|insert append small from s")]
    [InlineData(Oracle, "INSERT ALL INTO t (a) VALUES (1) INTO t (a) VALUES (2) SELECT * FROM dual", "insert append t(a) from dual")]
    [InlineData(Snowflake, "INSERT OVERWRITE ALL INTO a INTO b (x) VALUES (y) SELECT x, y FROM s", "insert overwrite a from s|insert overwrite b(x) from s")]
    public void Says_what_becomes_of_each_table(object dialect, string sql, string statements) =>
        Assert.Equal(statements, string.Join('|', SqlReading.Script(sql, (SqlDialect)dialect).Statements.Select(StatementText.Short)));

    [Theory]
    [InlineData("INSERT OVERWRITE TABLE t PARTITION (day = '2024-01-01', region) SELECT a FROM s", SqlWriteMode.ReplacePartition, "day region")]
    [InlineData("INSERT OVERWRITE t SELECT a FROM s", SqlWriteMode.Overwrite, "")]
    [InlineData("INSERT INTO t PARTITION (day = @day) SELECT a FROM s", SqlWriteMode.Append, "day")]
    [InlineData("INSERT INTO t REPLACE WHERE day = @day AND region = 'x' SELECT a FROM s WHERE b = 1", SqlWriteMode.ReplacePartition, "day region")]
    public void Knows_the_partition_that_is_written(string sql, object mode, string columns)
    {
        var insert = SqlReading.One(sql);

        Assert.Equal((mode, columns), (insert.WriteMode, SqlReading.Join(insert.Partition)));
        Assert.Equal("s", SqlReading.Join(insert.Sources));
    }

    [Fact]
    public void Knows_the_aliases_of_what_is_read() =>
        Assert.Equal(
            ["a as x", "b as ", "c as y"],
            SqlReading.One("SELECT * FROM a AS x JOIN b ON x.id = b.id WHERE EXISTS (SELECT 1 FROM c y)").Reads.Select(r => $"{r.Name} as {r.Alias}"));
}
