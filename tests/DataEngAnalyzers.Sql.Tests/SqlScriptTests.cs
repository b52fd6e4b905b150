using System.Linq;
using Xunit;

namespace DataEngAnalyzers.Sql.Tests;

/// <summary>Where one statement ends and the next begins, and what holds between them.</summary>
public sealed class SqlScriptTests
{
    [Theory]
    [InlineData("SELECT 1; SELECT 2;", "Select Select")]
    [InlineData("INSERT INTO t (a) VALUES (1) SELECT SCOPE_IDENTITY()", "Insert Select")]
    [InlineData("DELETE FROM t WHERE d = @d INSERT INTO t (d) SELECT d FROM s", "Delete Insert")]
    [InlineData("SET NOCOUNT ON DECLARE @x int = 1 UPDATE t SET a = @x SET @x = 2 EXEC p @x", "Set Other Update Set Call")]
    [InlineData("BEGIN TRAN DELETE FROM t INSERT INTO t SELECT a FROM s COMMIT", "Begin Delete Insert Commit")]
    [InlineData("BEGIN TRANSACTION; TRUNCATE TABLE t; COMMIT TRANSACTION;", "Begin Truncate Commit")]
    [InlineData("BEGIN; DELETE FROM t; END;", "Begin Delete Commit")]
    [InlineData("START TRANSACTION; ROLLBACK; ROLLBACK TO SAVEPOINT a", "Begin Rollback Savepoint")]
    [InlineData("BEGIN TRY BEGIN TRAN INSERT INTO t VALUES (1) COMMIT END TRY BEGIN CATCH ROLLBACK; THROW; END CATCH", "Begin Insert Commit Rollback Other")]
    [InlineData("CREATE TABLE #t (id int)\nGO\nINSERT INTO #t VALUES (1)\nGO 2\nDROP TABLE #t", "CreateTable Insert Drop")]
    [InlineData("CREATE TABLE #t (id int) INSERT INTO #t (id) SELECT id FROM s", "CreateTable Insert")]
    [InlineData("SELECT a FROM t UNION ALL SELECT b FROM s ORDER BY 1", "Select")]
    [InlineData("SELECT CASE WHEN a = 1 THEN 2 ELSE 3 END AS b FROM t", "Select")]
    [InlineData("SELECT t.[end], t.set FROM t", "Select")]
    [InlineData("CREATE TABLE t (a int REFERENCES s (id) ON DELETE SET NULL ON UPDATE CASCADE); SELECT 1", "CreateTable Select")]
    [InlineData("CREATE PROCEDURE p AS BEGIN INSERT INTO t VALUES (1); DELETE FROM s; END\nGO\nEXEC p", "CreateRoutine Call")]
    [InlineData("CREATE FUNCTION f() RETURNS int AS $$ BEGIN INSERT INTO t VALUES (1); END $$ LANGUAGE plpgsql; SELECT f()", "CreateRoutine Select")]
    [InlineData("DO $$ BEGIN INSERT INTO t (a) VALUES (1); DELETE FROM s; END $$; SELECT 1", "Insert Delete Select")]
    [InlineData("WITH d AS (DELETE FROM s RETURNING a) INSERT INTO t (a) SELECT a FROM d", "Delete Insert")]
    [InlineData("TRUNCATE TABLE a, b", "Truncate Truncate")]
    [InlineData("GRANT SELECT, INSERT ON t TO r; EXPLAIN SELECT 1", "Other Other")]
    [InlineData("¤ INTO t (a) VALUES (1)", "Unknown")]
    [InlineData("¤", "Unknown")]
    [InlineData("-- nothing", "")]
    [InlineData("SELECT ';', \"a;b\", [c;d] -- ;\n /* ; */ FROM t", "Select")]
    public void Cuts_a_script_into_statements(string sql, string kinds) =>
        Assert.Equal(kinds, string.Join(' ', SqlReading.Script(sql).Statements.Select(s => s.Kind)));

    [Theory]
    [InlineData("IF NOT EXISTS (SELECT 1 FROM t WHERE id = @id) INSERT INTO t (id) VALUES (@id)")]
    [InlineData("IF NOT EXISTS (SELECT 1 FROM t WHERE id = @id) BEGIN SELECT 1; INSERT INTO t (id) VALUES (@id) END")]
    [InlineData("IF EXISTS (SELECT 1 FROM dbo.t WHERE id = @id) UPDATE t SET a = 1 ELSE INSERT INTO t (id) VALUES (@id)")]
    [InlineData("IF EXISTS (SELECT 1 FROM t) BEGIN UPDATE t SET a = 1 END ELSE BEGIN INSERT INTO t (id) VALUES (1) END")]
    [InlineData("UPDATE t SET a = 1 WHERE id = @id; IF @@ROWCOUNT = 0 INSERT INTO t (id) VALUES (@id)")]
    [InlineData("DO $$ BEGIN UPDATE t SET a = 1; IF NOT FOUND THEN INSERT INTO t (id) VALUES (1); END IF; END $$")]
    [InlineData("IF (SELECT COUNT(*) FROM t) = 0 INSERT INTO t (id) VALUES (1)")]
    public void Knows_an_insert_that_asks_first(string sql)
    {
        var insert = SqlReading.Script(sql).Statements.Single(s => s.Kind is SqlStatementKind.Insert);

        Assert.Equal((true, SqlWriteMode.AppendIfAbsent), (insert.IsGuardedByExistence, insert.WriteMode));
    }

    [Theory]
    [InlineData("IF NOT EXISTS (SELECT 1 FROM other) INSERT INTO t (id) VALUES (1)")]
    [InlineData("IF NOT EXISTS (SELECT 1 FROM t) SELECT 1; INSERT INTO t (id) VALUES (1)")]
    [InlineData("IF NOT EXISTS (SELECT 1 FROM t) BEGIN SELECT 1 END INSERT INTO t (id) VALUES (1)")]
    public void Knows_an_insert_that_does_not(string sql) =>
        Assert.False(SqlReading.Script(sql).Statements.Single(s => s.Kind is SqlStatementKind.Insert).IsGuardedByExistence);

    [Theory]
    [InlineData("INSERT INTO #t VALUES (1)", true)]
    [InlineData("INSERT INTO @t VALUES (1)", true)]
    [InlineData("INSERT INTO pg_temp.t VALUES (1)", true)]
    [InlineData("CREATE TEMP TABLE t (a int); INSERT INTO t VALUES (1)", true)]
    [InlineData("CREATE TABLE t (a int); INSERT INTO t VALUES (1)", false)]
    public void Knows_temporary_tables(string sql, bool isTemporary) =>
        Assert.Equal(isTemporary, SqlReading.Script(sql).Statements.Last().Target!.IsTemporary);

    [Theory]
    [InlineData("INSERT INTO t (a) VALUES (1) ¤", SqlWriteMode.Unknown)]
    [InlineData("INSERT INTO t (a) SELECT a FROM s ¤", SqlWriteMode.Unknown)]
    [InlineData("INSERT INTO t (a) SELECT a FROM ¤", SqlWriteMode.Append)]
    [InlineData("INSERT INTO t (a) SELECT a FROM s WHERE b = ¤", SqlWriteMode.Append)]
    [InlineData("INSERT INTO t (a) VALUES ¤", SqlWriteMode.Append)]
    [InlineData("INSERT INTO t ¤", SqlWriteMode.Unknown)]
    [InlineData("INSERT ¤ INTO t (a) VALUES (1)", SqlWriteMode.Unknown)]
    [InlineData("INSERT INTO ¤ (a) VALUES (1)", SqlWriteMode.Append)]
    [InlineData("INSERT INTO t (¤) VALUES (¤)", SqlWriteMode.Append)]
    public void Does_not_guess_what_a_hole_hides(string sql, object mode) => Assert.Equal(mode, SqlReading.One(sql).WriteMode);
}
