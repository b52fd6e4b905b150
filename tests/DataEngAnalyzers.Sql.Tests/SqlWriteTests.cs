using System.Linq;
using Xunit;
using static DataEngAnalyzers.Sql.SqlDialect;
using static DataEngAnalyzers.Sql.SqlStatementKind;

namespace DataEngAnalyzers.Sql.Tests;

/// <summary>Which table a statement writes, and what becomes of the rows that are there already.</summary>
public sealed class SqlWriteTests
{
    private const SqlDialect Neutral = SqlDialect.Unknown;

    [Theory]
    // INSERT
    [InlineData("INSERT INTO t (a, b) VALUES (1, 2)", Neutral, Insert, "t", SqlWriteMode.Append)]
    [InlineData("insert t values (1)", TSql, Insert, "t", SqlWriteMode.Append)]
    [InlineData("INSERT INTO [dw].[Fact Sales] ([Id]) VALUES (@Id)", TSql, Insert, "dw.Fact Sales", SqlWriteMode.Append)]
    [InlineData("INSERT INTO db..t (a) SELECT a FROM s", TSql, Insert, "db..t", SqlWriteMode.Append)]
    [InlineData("INSERT INTO `shop`.`orders` SET id = 1", MySql, Insert, "shop.orders", SqlWriteMode.Append)]
    [InlineData("INSERT INTO \"Orders\" (\"Id\") VALUES ($1) RETURNING \"Id\"", PostgreSql, Insert, "Orders", SqlWriteMode.Append)]
    [InlineData("INSERT INTO t AS x (a) VALUES (1)", PostgreSql, Insert, "t", SqlWriteMode.Append)]
    [InlineData("INSERT INTO t DEFAULT VALUES", Sqlite, Insert, "t", SqlWriteMode.Append)]
    [InlineData("INSERT INTO t WITH (TABLOCK) (a) SELECT a FROM s", TSql, Insert, "t", SqlWriteMode.Append)]
    [InlineData("INSERT INTO dbo.t (id) OUTPUT inserted.id INTO @ids VALUES (@a)", TSql, Insert, "dbo.t", SqlWriteMode.Append)]
    [InlineData("INSERT INTO t (a) EXEC dbo.load_rows @day", TSql, Insert, "t", SqlWriteMode.Append)]
    [InlineData("INSERT INTO t (a) (SELECT a FROM s UNION ALL SELECT a FROM r)", Neutral, Insert, "t", SqlWriteMode.Append)]
    [InlineData("WITH x AS (SELECT a FROM s) INSERT INTO t (a) SELECT a FROM x", TSql, Insert, "t", SqlWriteMode.Append)]
    [InlineData("INSERT INTO t (a) WITH x AS (SELECT 1 AS a) SELECT a FROM x", PostgreSql, Insert, "t", SqlWriteMode.Append)]
    [InlineData("/* load */ INSERT INTO t -- target\n VALUES (1)", Neutral, Insert, "t", SqlWriteMode.Append)]
    [InlineData("INSERT INTO t (a) OVERRIDING SYSTEM VALUE VALUES (1)", PostgreSql, Insert, "t", SqlWriteMode.Append)]
    [InlineData("INSERT INTO t PARTITION (d = '2024-01-01') SELECT a FROM s", Neutral, Insert, "t", SqlWriteMode.Append)]
    [InlineData("INSERT INTO t BY NAME SELECT a FROM s", DuckDb, Insert, "t", SqlWriteMode.Append)]
    [InlineData("INSERT INTO proj.ds.t (a) VALUES ('it\\'s')", BigQuery, Insert, "proj.ds.t", SqlWriteMode.Append)]
    [InlineData("INSERT INTO `proj.ds.t` (a) VALUES (@a)", BigQuery, Insert, "proj.ds.t", SqlWriteMode.Append)]
    [InlineData("INSERT INTO t (a) VALUES (q'[it's; here]')", Oracle, Insert, "t", SqlWriteMode.Append)]
    // rows that are there stay
    [InlineData("INSERT IGNORE INTO t (a) VALUES (1)", MySql, Insert, "t", SqlWriteMode.AppendIfAbsent)]
    [InlineData("INSERT OR IGNORE INTO t (a) VALUES (1)", Sqlite, Insert, "t", SqlWriteMode.AppendIfAbsent)]
    [InlineData("INSERT INTO t (a) VALUES (1) ON CONFLICT DO NOTHING", PostgreSql, Insert, "t", SqlWriteMode.AppendIfAbsent)]
    [InlineData("INSERT INTO t (a) VALUES (1) ON CONFLICT (a) DO NOTHING RETURNING a", PostgreSql, Insert, "t", SqlWriteMode.AppendIfAbsent)]
    [InlineData("INSERT INTO t (a) SELECT a FROM s WHERE NOT EXISTS (SELECT 1 FROM t x WHERE x.a = s.a)", Neutral, Insert, "t", SqlWriteMode.AppendIfAbsent)]
    [InlineData("INSERT INTO t (a) SELECT @a WHERE NOT EXISTS (SELECT 1 FROM t WHERE a = @a)", Neutral, Insert, "t", SqlWriteMode.AppendIfAbsent)]
    [InlineData("INSERT INTO dbo.t (a) SELECT a FROM s WHERE a NOT IN (SELECT a FROM t)", TSql, Insert, "dbo.t", SqlWriteMode.AppendIfAbsent)]
    [InlineData("INSERT INTO t (a) SELECT s.a FROM s LEFT JOIN t x ON x.a = s.a WHERE x.a IS NULL", Neutral, Insert, "t", SqlWriteMode.AppendIfAbsent)]
    [InlineData("INSERT INTO t (a) SELECT a FROM s EXCEPT SELECT a FROM t", Neutral, Insert, "t", SqlWriteMode.AppendIfAbsent)]
    [InlineData("INSERT INTO t (a) SELECT a FROM s WHERE NOT EXISTS (SELECT 1 FROM other x WHERE x.a = s.a)", Neutral, Insert, "t", SqlWriteMode.Append)]
    [InlineData("INSERT INTO t (a) SELECT s.a FROM s LEFT JOIN t x ON x.a = s.a", Neutral, Insert, "t", SqlWriteMode.Append)]
    // rows that are there change
    [InlineData("INSERT INTO t (a, b) VALUES (1, 2) ON CONFLICT (a) DO UPDATE SET b = EXCLUDED.b", PostgreSql, Insert, "t", SqlWriteMode.Upsert)]
    [InlineData("INSERT INTO t (a, b) VALUES (1, 2) ON CONFLICT ON CONSTRAINT pk_t DO UPDATE SET b = EXCLUDED.b WHERE t.b <> EXCLUDED.b", PostgreSql, Insert, "t", SqlWriteMode.Upsert)]
    [InlineData("INSERT INTO t (a, b) SELECT a, b FROM s ON CONFLICT (a) DO UPDATE SET b = EXCLUDED.b", PostgreSql, Insert, "t", SqlWriteMode.Upsert)]
    [InlineData("INSERT INTO t (a, b) VALUES (1, 2) ON DUPLICATE KEY UPDATE b = VALUES(b)", MySql, Insert, "t", SqlWriteMode.Upsert)]
    [InlineData("INSERT INTO t (a, b) VALUES (1, 2) AS n ON DUPLICATE KEY UPDATE b = n.b", MySql, Insert, "t", SqlWriteMode.Upsert)]
    [InlineData("INSERT OR REPLACE INTO t (a) VALUES (1)", Sqlite, Insert, "t", SqlWriteMode.Upsert)]
    [InlineData("REPLACE INTO t (a) VALUES (1)", MySql, Insert, "t", SqlWriteMode.Upsert)]
    [InlineData("MERGE INTO dw.t WITH (HOLDLOCK) AS x USING s ON x.id = s.id WHEN MATCHED THEN UPDATE SET x.a = s.a WHEN NOT MATCHED THEN INSERT (id, a) VALUES (s.id, s.a);", TSql, Merge, "dw.t", SqlWriteMode.Merge)]
    // the target is replaced
    [InlineData("INSERT OVERWRITE INTO t SELECT * FROM s", Snowflake, Insert, "t", SqlWriteMode.Overwrite)]
    [InlineData("INSERT OVERWRITE TABLE t SELECT * FROM s", Neutral, Insert, "t", SqlWriteMode.Overwrite)]
    [InlineData("CREATE TABLE t AS SELECT a FROM s", PostgreSql, CreateTable, "t", SqlWriteMode.Overwrite)]
    [InlineData("CREATE OR REPLACE TABLE t AS (SELECT a FROM s)", DuckDb, CreateTable, "t", SqlWriteMode.Overwrite)]
    [InlineData("SELECT a INTO #t FROM s", TSql, Select, "#t", SqlWriteMode.Overwrite)]
    [InlineData("SELECT a INTO dbo.copy FROM s WHERE b = 1", TSql, Select, "dbo.copy", SqlWriteMode.Overwrite)]
    [InlineData("SELECT a INTO @x FROM s", MySql, Select, null, SqlWriteMode.None)]
    // rows change or go
    [InlineData("UPDATE t SET a = 1 WHERE b = 2", Neutral, Update, "t", SqlWriteMode.Update)]
    [InlineData("UPDATE x SET a = s.a FROM dbo.orders x JOIN s ON s.id = x.id", TSql, Update, "dbo.orders", SqlWriteMode.Update)]
    [InlineData("UPDATE TOP (100) t WITH (ROWLOCK) SET a = 1", TSql, Update, "t", SqlWriteMode.Update)]
    [InlineData("UPDATE a JOIN b ON a.id = b.id SET a.x = b.x", MySql, Update, "a", SqlWriteMode.Update)]
    [InlineData("DELETE FROM t WHERE d = @d", Neutral, Delete, "t", SqlWriteMode.Delete)]
    [InlineData("DELETE t", TSql, Delete, "t", SqlWriteMode.Delete)]
    [InlineData("DELETE x FROM dbo.orders x INNER JOIN s ON s.id = x.id", TSql, Delete, "dbo.orders", SqlWriteMode.Delete)]
    [InlineData("DELETE FROM t USING s WHERE s.id = t.id", PostgreSql, Delete, "t", SqlWriteMode.Delete)]
    [InlineData("TRUNCATE TABLE stg.t", TSql, Truncate, "stg.t", SqlWriteMode.Truncate)]
    [InlineData("TRUNCATE t RESTART IDENTITY CASCADE", PostgreSql, Truncate, "t", SqlWriteMode.Truncate)]
    // bulk
    [InlineData("COPY t (a, b) FROM STDIN (FORMAT BINARY)", PostgreSql, Copy, "t", SqlWriteMode.Append)]
    [InlineData("COPY (SELECT a FROM t) TO STDOUT", PostgreSql, Copy, null, SqlWriteMode.None)]
    [InlineData("COPY t TO '/tmp/x.csv'", PostgreSql, Copy, null, SqlWriteMode.None)]
    [InlineData("COPY INTO t FROM @stage/orders FILE_FORMAT = (TYPE = CSV)", Snowflake, Copy, "t", SqlWriteMode.AppendIfAbsent)]
    [InlineData("COPY INTO t FROM @stage FORCE = TRUE", Snowflake, Copy, "t", SqlWriteMode.Append)]
    [InlineData("BULK INSERT dbo.t FROM 'C:\\data\\' WITH (FIRSTROW = 2)", TSql, Load, "dbo.t", SqlWriteMode.Append)]
    [InlineData("LOAD DATA INFILE 'x.csv' INTO TABLE t FIELDS TERMINATED BY ',' IGNORE 1 LINES (a, b)", MySql, Load, "t", SqlWriteMode.Append)]
    [InlineData("LOAD DATA LOCAL INFILE 'x.csv' REPLACE INTO TABLE t", MySql, Load, "t", SqlWriteMode.Upsert)]
    [InlineData("LOAD DATA OVERWRITE ds.t FROM FILES (format = 'CSV', uris = ['gs://x'])", BigQuery, Load, "ds.t", SqlWriteMode.Overwrite)]
    public void Knows_kind_target_and_write_mode(string sql, object dialect, object kind, string? target, object mode)
    {
        var statement = SqlReading.One(sql, (SqlDialect)dialect);

        Assert.Equal((kind, target, mode), ((object)statement.Kind, statement.Target?.Text, (object)statement.WriteMode));
    }

    [Theory]
    [InlineData("INSERT INTO t (a, b) VALUES (1, 2)", "a b")]
    [InlineData("INSERT INTO t ([Order Id], \"b\", `c`) VALUES (1, 2, 3)", "Order Id b c")]
    [InlineData("INSERT INTO t SET a = 1, b = 2", "a b")]
    [InlineData("COPY t (a, b) FROM STDIN", "a b")]
    [InlineData("LOAD DATA INFILE 'x' INTO TABLE t IGNORE 1 LINES (a, b)", "a b")]
    [InlineData("MERGE t USING s ON t.id = s.id WHEN NOT MATCHED THEN INSERT (id, a) VALUES (s.id, s.a);", "id a")]
    [InlineData("INSERT INTO t (start, output, [order], key, order) VALUES (1, 2, 3, 4, 5)", "start output order key order")]
    [InlineData("INSERT INTO t (SELECT a FROM s)", "")]
    [InlineData("INSERT INTO t VALUES (1)", "")]
    public void Reads_the_column_list(string sql, string columns)
    {
        var statement = SqlReading.One(sql);

        Assert.Equal(columns, SqlReading.Join(statement.Columns));
        Assert.Equal(columns.Length > 0, statement.HasColumnList);
    }

    [Theory]
    [InlineData("INSERT INTO t (a) VALUES (1) ON CONFLICT (a, b) DO UPDATE SET c = 1, d = 2", "a b", "c d")]
    [InlineData("INSERT INTO t (a) VALUES (1) ON CONFLICT (a) WHERE b > 0 DO NOTHING", "a", "")]
    [InlineData("INSERT INTO t (a) VALUES (1) ON DUPLICATE KEY UPDATE c = VALUES(c), d = d + 1", "", "c d")]
    [InlineData("MERGE INTO t AS x USING s ON s.id = x.id AND (x.day = s.day) WHEN MATCHED AND x.a <> s.a THEN UPDATE SET x.a = s.a, b = CASE WHEN s.b = 1 THEN 2 ELSE 3 END WHEN NOT MATCHED THEN INSERT (id) VALUES (s.id);", "x.id x.day", "x.a b")]
    public void Reads_the_key_and_the_updated_columns_of_a_conflict(string sql, string keys, string updates)
    {
        var conflict = SqlReading.One(sql).Conflict!;

        Assert.Equal((keys, updates), (SqlReading.Join(conflict.KeyColumns), SqlReading.Join(conflict.UpdateColumns)));
    }

    [Theory]
    [InlineData("VALUES (1, 'a', NULL), (-2, N'b', DATE '2024-01-01')", 2, true)]
    [InlineData("VALUES (1, @p)", 1, false)]
    [InlineData("VALUES (1, now())", 1, false)]
    [InlineData("VALUES (1), (2), (3)", 3, true)]
    public void Counts_rows_and_knows_literals(string values, int rows, bool areLiterals)
    {
        var read = SqlReading.One("INSERT INTO t " + values).Values!;

        Assert.Equal((rows, areLiterals), (read.RowCount, read.AreLiterals));
    }

    [Fact]
    public void Cuts_the_values_of_the_first_row()
    {
        const string sql = "INSERT INTO t (a, b, c) VALUES (@a, coalesce(@b, 0), 'x, y'), (1, 2, 3)";

        var values = SqlReading.One(sql).Values!;

        Assert.Equal(["@a", "coalesce(@b, 0)", "'x, y'"], values.FirstRow.Select(v => SqlReading.Cut(sql, v)));
    }

    [Theory]
    [InlineData("INSERT INTO t (a) VALUES (1)|")]
    [InlineData("INSERT INTO t (a) VALUES (1)|;")]
    [InlineData("INSERT INTO t (a) VALUES (1), (2)| RETURNING a;")]
    [InlineData("INSERT INTO t (a) VALUES (1)| -- done")]
    [InlineData("INSERT INTO t (a) SELECT a FROM s WHERE b = 1|\n;")]
    public void Marks_where_a_conflict_clause_may_stand(string marked)
    {
        var sql = marked.Replace("|", "");

        Assert.Equal(marked.IndexOf('|'), SqlReading.One(sql, PostgreSql).AppendPoint?.Start);
    }

    [Theory]
    [InlineData("UPDATE t SET a = 1", false)]
    [InlineData("UPDATE t SET a = (SELECT max(a) FROM s WHERE s.id = t.id)", false)]
    [InlineData("UPDATE t SET a = 1 WHERE id = 2", true)]
    [InlineData("DELETE FROM t", false)]
    [InlineData("DELETE FROM t WHERE ¤", true)]
    [InlineData("DELETE FROM t WHERE EXISTS (SELECT 1 FROM s WHERE s.id = t.id)", true)]
    [InlineData("DELETE FROM t ¤", null)]
    [InlineData("DELETE FROM ¤", false)]
    [InlineData("UPDATE t SET a = ¤", false)]
    [InlineData("UPDATE t SET a = @a ¤", null)]
    [InlineData("UPDATE t SET a = @a, ¤ WHERE id = 1", true)]
    public void Knows_whether_rows_are_chosen(string sql, bool? hasWhere) => Assert.Equal(hasWhere, SqlReading.One(sql).HasWhere);

    [Theory]
    [InlineData("UPDATE x SET a = s.a FROM orders x JOIN s ON s.id = x.id", true)]
    [InlineData("UPDATE t SET a = s.a FROM s WHERE s.id = t.id", true)]
    [InlineData("DELETE FROM t USING s WHERE s.id = t.id", true)]
    [InlineData("DELETE x FROM orders x WHERE x.a = 1", false)]
    [InlineData("UPDATE t SET a = 1 WHERE id IN (SELECT id FROM s)", false)]
    public void Knows_whether_rows_are_chosen_by_a_join(string sql, bool joins) => Assert.Equal(joins, SqlReading.One(sql).HasJoinOrFrom);
}
