using System.Linq;
using DataEngAnalyzers.Sql.Tests.Reading;
using Xunit;
using static DataEngAnalyzers.Sql.SqlDialect;

namespace DataEngAnalyzers.Sql.Tests;

/// <summary>Statements inside others: bodies of routines, which run when called, and text that runs where it stands.</summary>
public sealed class SqlRoutineTests
{
    [Theory]
    [InlineData(TSql, "CREATE PROC dbo.p @day date, @top AS int = 1 WITH EXECUTE AS OWNER AS SET NOCOUNT ON; DELETE FROM t WHERE d = @day INSERT t SELECT a FROM s", "set|delete t|insert append t from s")]
    [InlineData(TSql, "ALTER PROCEDURE p AS BEGIN TRY BEGIN TRAN UPDATE t SET a = 1 COMMIT END TRY BEGIN CATCH ROLLBACK; THROW END CATCH", "begin|update t sets(a)|commit|rollback|other")]
    [InlineData(TSql, "CREATE TRIGGER tr ON dbo.t AFTER INSERT, UPDATE AS INSERT INTO log (id) SELECT id FROM inserted", "insert append log(id) from inserted")]
    [InlineData(TSql, "CREATE FUNCTION f (@a int) RETURNS TABLE AS RETURN (SELECT b FROM t WHERE a = @a)", "select from t")]
    [InlineData(TSql, "CREATE PROC p AS DECLARE c CURSOR FAST_FORWARD FOR SELECT id FROM s OPEN c FETCH NEXT FROM c INTO @id WHILE @@FETCH_STATUS = 0 BEGIN DELETE FROM t WHERE id = @id FETCH NEXT FROM c INTO @id END CLOSE c DEALLOCATE c", "select from s|other|other|delete t|other|other|other")]
    [InlineData(PostgreSql, "CREATE FUNCTION f() RETURNS void AS $$ INSERT INTO t SELECT a FROM s; DELETE FROM s $$ LANGUAGE sql", "insert append t from s|delete s")]
    [InlineData(PostgreSql, "CREATE FUNCTION f() RETURNS SETOF t LANGUAGE plpgsql AS $b$ DECLARE r t; BEGIN FOR r IN SELECT * FROM s LOOP UPDATE t SET a = r.a; END LOOP; RETURN QUERY SELECT * FROM t; END $b$", "select from s|update t sets(a)|select from t")]
    [InlineData(PostgreSql, "CREATE FUNCTION f() RETURNS int AS 'DELETE FROM t WHERE a = ''x''; SELECT 1' LANGUAGE sql", "delete t|select")]
    [InlineData(PostgreSql, "CREATE FUNCTION f() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT a FROM t; END", "select from t")]
    [InlineData(PostgreSql, "CREATE FUNCTION f() RETURNS int AS $$ DELETE FROM t $$ LANGUAGE plpython3u", "")]
    [InlineData(PostgreSql, "CREATE TRIGGER tr BEFORE UPDATE OF a ON t FOR EACH ROW WHEN (OLD.a <> NEW.a) EXECUTE FUNCTION f()", "")]
    [InlineData(MySql, "CREATE DEFINER=`a`@`b` PROCEDURE p (IN x INT) MODIFIES SQL DATA BEGIN DECLARE n INT DEFAULT 0; DECLARE EXIT HANDLER FOR SQLEXCEPTION ROLLBACK; l: LOOP INSERT INTO t VALUES (1); LEAVE l; END LOOP l; WHILE n < 3 DO DELETE FROM t LIMIT 1; END WHILE; END", "rollback|insert append t|other|delete t")]
    [InlineData(MySql, "CREATE TRIGGER tr AFTER DELETE ON t FOR EACH ROW INSERT INTO log (id) VALUES (OLD.id)", "insert append log(id)")]
    [InlineData(MySql, "CREATE EVENT e ON SCHEDULE EVERY 1 DAY DO DELETE FROM t WHERE d < NOW()", "delete t")]
    [InlineData(Oracle, "CREATE OR REPLACE PROCEDURE p (d IN DATE) IS n NUMBER; CURSOR c IS SELECT id FROM s; BEGIN MERGE INTO t USING s ON (t.id = s.id) WHEN MATCHED THEN UPDATE SET t.a = s.a; COMMIT; EXCEPTION WHEN OTHERS THEN ROLLBACK; RAISE; END p;", "select from s|merge t key(id) sets(a) from s|commit|rollback|other")]
    [InlineData(Oracle, "CREATE PACKAGE BODY k AS v NUMBER; PROCEDURE a; PROCEDURE a IS BEGIN DELETE FROM t; END a; FUNCTION b RETURN NUMBER IS n NUMBER; BEGIN SELECT MAX(id) INTO n FROM t; RETURN n; END; END k;", "delete t|select from t|other")]
    [InlineData(Sqlite, "CREATE TRIGGER tr AFTER INSERT ON t WHEN NEW.a > 1 BEGIN UPDATE s SET b = 1 WHERE id = NEW.id; DELETE FROM r; END", "update s sets(b)|delete r")]
    [InlineData(Snowflake, "CREATE PROCEDURE p() RETURNS INT LANGUAGE SQL AS $$ DECLARE n INT DEFAULT 0; BEGIN LET x INT := 1; FOR r IN (SELECT id FROM s) DO INSERT INTO t VALUES (:x); END FOR; RETURN n; END $$", "set|select from s|insert append t|other")]
    [InlineData(Snowflake, "CREATE TASK k WAREHOUSE = w SCHEDULE = '1 minute' WHEN SYSTEM$STREAM_HAS_DATA('s') AS INSERT INTO t SELECT a FROM s", "insert append t from s")]
    [InlineData(BigQuery, "CREATE OR REPLACE PROCEDURE ds.p (d DATE) BEGIN DECLARE n INT64 DEFAULT (SELECT COUNT(*) FROM ds.t); DELETE FROM ds.t WHERE day = d; END", "select from ds.t|delete ds.t")]
    [InlineData(DuckDb, "CREATE MACRO m(a) AS TABLE SELECT b FROM t WHERE c = a", "select from t")]
    public void Reads_the_body_of_a_routine(object dialect, string sql, string body)
    {
        var routine = SqlReading.One(sql, (SqlDialect)dialect);

        Assert.Equal(SqlStatementKind.CreateRoutine, routine.Kind);
        Assert.Equal(body, string.Join('|', routine.Body.Select(StatementText.Short)));
    }

    [Theory]
    [InlineData(TSql, "CREATE PROC p AS SELECT 1; DELETE FROM t\nGO\nEXEC p", "CreateRoutine Call")]
    [InlineData(PostgreSql, "CREATE FUNCTION f() RETURNS int LANGUAGE sql RETURN 1; SELECT 1", "CreateRoutine Select")]
    [InlineData(MySql, "DELIMITER //\nCREATE PROCEDURE p() BEGIN DROP TABLE IF EXISTS a; DELETE FROM t; END //\nDELIMITER ;\nCALL p();", "CreateRoutine Call")]
    [InlineData(MySql, "CREATE PROCEDURE p() DELETE FROM t; SELECT 1", "CreateRoutine Select")]
    [InlineData(Oracle, "CREATE PROCEDURE p IS n NUMBER; BEGIN DELETE FROM t; END;\n/\nSELECT 1 / 2 FROM DUAL", "CreateRoutine Select")]
    [InlineData(Snowflake, "CREATE PROCEDURE p() RETURNS INT AS DECLARE n INT; BEGIN DELETE FROM t; END; CALL p()", "CreateRoutine Call")]
    [InlineData(Unknown, "CREATE PROCEDURE p AS SET NOCOUNT ON; DELETE FROM t", "CreateRoutine")]
    public void Knows_where_a_routine_ends(object dialect, string sql, string kinds) =>
        Assert.Equal(kinds, string.Join(' ', SqlReading.Script(sql, (SqlDialect)dialect).Statements.Select(s => s.Kind)));

    [Theory]
    [InlineData(TSql, "EXEC ('TRUNCATE TABLE t')", "truncate t")]
    [InlineData(TSql, "EXEC sp_executesql N'INSERT INTO t (a, b) VALUES (@a, ''x'')', N'@a int', @a = 1", "insert append t(a, b)")]
    [InlineData(TSql, "EXECUTE sys.sp_executesql @stmt = N'DELETE FROM t'", "delete t")]
    [InlineData(TSql, "EXEC ('SELECT ' + @columns + ' FROM t')", "call")]
    [InlineData(TSql, "EXEC sp_executesql @sql", "call")]
    [InlineData(Oracle, "BEGIN EXECUTE IMMEDIATE 'TRUNCATE TABLE t'; EXECUTE IMMEDIATE 'DELETE FROM ' || n; END;", "truncate t|call")]
    [InlineData(Oracle, "BEGIN EXECUTE IMMEDIATE q'[INSERT INTO t VALUES ('a')]'; END;", "insert append t")]
    [InlineData(PostgreSql, "DO $$ BEGIN EXECUTE 'DELETE FROM t WHERE a = $1' USING 1; END $$", "delete t")]
    [InlineData(PostgreSql, "DO 'BEGIN DELETE FROM t; END'; SELECT 1", "delete t|select")]
    [InlineData(BigQuery, "EXECUTE IMMEDIATE \"\"\"CREATE TABLE ds.t AS SELECT 'a' AS b\"\"\"", "create table overwrite ds.t")]
    public void Reads_text_that_runs_where_it_stands(object dialect, string sql, string statements) =>
        Assert.Equal(statements, string.Join('|', SqlReading.Script(sql, (SqlDialect)dialect).Statements.Select(StatementText.Short)));

    [Fact]
    public void Keeps_the_places_of_text_inside_a_string()
    {
        const string Sql = "EXEC sp_executesql N'UPDATE dbo.t SET a = ''x'' WHERE b = @b'";

        var update = SqlReading.One(Sql, TSql);

        Assert.Equal("dbo.t", SqlReading.Cut(Sql, update.Target!.Span));
        Assert.Equal("WHERE b = @b", SqlReading.Cut(Sql, update.WhereSpan!.Value));
        Assert.Equal("''x''", SqlReading.Cut(Sql, update.Assignments[0].Value));
    }
}
