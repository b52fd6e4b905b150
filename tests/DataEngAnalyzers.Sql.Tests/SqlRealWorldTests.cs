using System.Linq;
using Xunit;
using static DataEngAnalyzers.Sql.SqlDialect;

namespace DataEngAnalyzers.Sql.Tests;

/// <summary>Scripts as loaders have them, summed up a statement a line.</summary>
public sealed class SqlRealWorldTests
{
    [Fact]
    public void Reads_a_sql_server_load_procedure_body() => Says(TSql, """
        SET NOCOUNT, XACT_ABORT ON;
        DECLARE @from datetime2 = (SELECT MAX(LoadedTo) FROM etl.Watermark WHERE Name = @name), @rows int
        IF OBJECT_ID('tempdb..#batch') IS NOT NULL DROP TABLE #batch
        SELECT s.OrderId, s.CustomerId, Amount = s.Qty * s.Price, [Loaded At] = SYSUTCDATETIME()
        INTO #batch
        FROM stg.Orders AS s WITH (NOLOCK)
        LEFT JOIN dbo.Customers c ON c.CustomerId = s.CustomerId AND c.IsActive = 1
        WHERE s.ModifiedAt > @from AND s.ModifiedAt <= @to
        CREATE UNIQUE CLUSTERED INDEX ix ON #batch (OrderId)
        BEGIN TRY
            BEGIN TRAN
            DELETE f FROM dw.FactOrders f WHERE EXISTS (SELECT 1 FROM #batch b WHERE b.OrderId = f.OrderId)
            INSERT dw.FactOrders (OrderId, CustomerId, Amount)
            SELECT OrderId, CustomerId, Amount FROM #batch
            SET @rows = @@ROWCOUNT
            UPDATE etl.Watermark SET LoadedTo = @to WHERE Name = @name
            COMMIT TRAN
        END TRY
        BEGIN CATCH
            IF @@TRANCOUNT > 0 ROLLBACK TRAN;
            THROW
        END CATCH
        """,
        "Set", "Other", "Drop #batch", "Select Overwrite #batch < stg.Orders dbo.Customers", "CreateIndex #batch", "Begin",
        "Delete Delete dw.FactOrders < #batch", "Insert Append dw.FactOrders < #batch", "Set", "Update Update etl.Watermark", "Commit", "Rollback", "Other");

    [Fact]
    public void Reads_a_slowly_changing_dimension() => Says(TSql, """
        ;WITH src AS (
            SELECT CustomerId, Name, ROW_NUMBER() OVER (PARTITION BY CustomerId ORDER BY ModifiedAt DESC) AS rn
            FROM stg.Customer
        )
        INSERT INTO dw.DimCustomer (CustomerId, Name, ValidFrom, IsCurrent)
        SELECT CustomerId, Name, @now, 1
        FROM (
            MERGE dw.DimCustomer AS t
            USING (SELECT * FROM src WHERE rn = 1) AS s
            ON t.CustomerId = s.CustomerId AND t.IsCurrent = 1
            WHEN MATCHED AND t.Name <> s.Name THEN UPDATE SET IsCurrent = 0, ValidTo = @now
            WHEN NOT MATCHED BY TARGET THEN INSERT (CustomerId, Name) VALUES (s.CustomerId, s.Name)
            OUTPUT $action, s.CustomerId, s.Name
        ) AS changes (act, CustomerId, Name)
        WHERE act = 'UPDATE';
        """,
        "Merge Merge dw.DimCustomer", "Insert Append dw.DimCustomer < stg.Customer");

    [Fact]
    public void Reads_a_postgres_window_replacement() => Says(PostgreSql, """
        BEGIN;
        DELETE FROM "dw"."daily_sales" WHERE sale_day >= $1 AND sale_day < $2;
        INSERT INTO "dw"."daily_sales" (sale_day, store_id, amount, tags)
        SELECT date_trunc('day', s.sold_at)::date, s.store_id, SUM(s.amount) FILTER (WHERE s.amount > 0), ARRAY_AGG(DISTINCT t.tag ORDER BY t.tag)
        FROM sales s
        LEFT JOIN LATERAL jsonb_to_recordset(s.payload->'tags') AS t(tag text) ON TRUE
        WHERE s.sold_at >= $1 AND s.sold_at < $2 AND s.payload ? 'tags' AND s.note !~* 'it''s;'
        GROUP BY 1, 2
        HAVING SUM(s.amount) > 0;
        COMMIT;
        """,
        "Begin", "Delete Delete dw.daily_sales", "Insert Append dw.daily_sales < sales", "Commit");

    [Fact]
    public void Reads_postgres_queues_and_writing_common_tables() => Says(PostgreSql, """
        WITH picked AS (
            SELECT id FROM jobs WHERE state = 'new' ORDER BY id LIMIT 10 FOR UPDATE SKIP LOCKED
        ), done AS (
            UPDATE jobs j SET state = 'done' FROM picked p WHERE p.id = j.id RETURNING j.*
        )
        INSERT INTO job_log (id, at) SELECT id, now() FROM done ON CONFLICT (id) DO NOTHING;
        """,
        "Update Update jobs", "Insert AppendIfAbsent job_log < jobs");

    [Fact]
    public void Reads_a_mysql_load() => Says(MySql, """
        # nightly
        CREATE TABLE IF NOT EXISTS `orders` (
          `id` int(11) unsigned NOT NULL AUTO_INCREMENT,
          `note` varchar(50) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT 'it\'s; "x"' COMMENT 'a, b',
          PRIMARY KEY (`id`), KEY `ix` (`note`(10))
        ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
        START TRANSACTION;
        INSERT INTO orders (id, note) VALUES (?, "a;b"), (?, 'c')
          ON DUPLICATE KEY UPDATE note = IF(VALUES(note) = '', note, VALUES(note)), updated = NOW();
        UPDATE orders o JOIN staging s USING (id) SET o.note = s.note WHERE s.day = CURDATE();
        DELETE o FROM orders o LEFT JOIN staging s ON s.id = o.id WHERE s.id IS NULL LIMIT 100;
        COMMIT
        """,
        "CreateTable orders", "Begin", "Insert Upsert orders", "Update Update orders < staging", "Delete Delete orders < staging", "Commit");

    [Fact]
    public void Reads_sqlite_and_duckdb_loads()
    {
        Says(Sqlite, """
            PRAGMA journal_mode = WAL;
            CREATE TABLE IF NOT EXISTS [fact_sales] (id INTEGER PRIMARY KEY, day TEXT NOT NULL, amount REAL, UNIQUE (id, day) ON CONFLICT REPLACE) WITHOUT ROWID;
            INSERT INTO fact_sales SELECT id, day, amount FROM staging WHERE true ON CONFLICT (id) DO UPDATE SET amount = excluded.amount WHERE excluded.amount <> amount;
            INSERT OR ROLLBACK INTO main.fact_sales VALUES (:id, $day, @amount);
            """,
            "Other", "CreateTable fact_sales", "Insert Upsert fact_sales < staging", "Insert Append main.fact_sales");
        Says(DuckDb, """
            CREATE OR REPLACE TEMP TABLE raw AS FROM read_csv('orders/*.csv', header = true, columns = {'id': 'INT'});
            INSERT INTO orders BY NAME (SELECT * EXCLUDE (junk) FROM raw QUALIFY row_number() OVER (PARTITION BY id ORDER BY ts DESC) = 1);
            COPY (SELECT * FROM orders) TO 'orders.parquet' (FORMAT parquet);
            COPY orders FROM 'more.csv' (AUTO_DETECT true);
            """,
            "CreateTable Overwrite raw", "Insert Append orders < raw", "Copy None < orders", "Copy Append orders");
    }

    [Fact]
    public void Reads_warehouse_merges()
    {
        Says(Snowflake, """
            MERGE INTO db.dw.orders t USING (SELECT $1:id::int AS id, $2 AS note FROM @stage/orders (FILE_FORMAT => csv)) s ON t.id = s.id
            WHEN MATCHED AND s.note = 'gone' THEN DELETE WHEN MATCHED THEN UPDATE SET t.note = s.note WHEN NOT MATCHED THEN INSERT (id, note) VALUES (s.id, s.note);
            INSERT OVERWRITE INTO dw.daily SELECT day, SUM(amount) FROM db.dw.orders GROUP BY ALL
            """,
            "Merge Merge db.dw.orders < @stage/orders", "Insert Overwrite dw.daily < db.dw.orders");
        Says(BigQuery, """
            MERGE `proj.dw.orders` T USING `proj.stg.orders` S ON T.id = S.id AND T.day = DATE '2024-01-01'
            WHEN NOT MATCHED THEN INSERT ROW;
            CREATE OR REPLACE TABLE dw.daily PARTITION BY day CLUSTER BY store AS SELECT * EXCEPT (x) REPLACE (a / 2 AS a) FROM `proj.dw.orders` # all
            """,
            "Merge Merge proj.dw.orders < proj.stg.orders", "CreateTable Overwrite dw.daily < proj.dw.orders");
        Says(Oracle, """
            MERGE INTO orders o USING (SELECT :id AS id, :note AS note FROM dual) s ON (o.id = s.id)
            WHEN MATCHED THEN UPDATE SET o.note = s.note WHEN NOT MATCHED THEN INSERT (id, note) VALUES (s.id, s.note);
            INSERT /*+ APPEND */ INTO orders (id, note, at) SELECT id, q'{it's}', SYSDATE FROM stg WHERE ROWNUM <= 10
            """,
            "Merge Merge orders < dual", "Insert Append orders < stg");
    }

    [Fact]
    public void Reads_interpolated_batches() => Says(Unknown, """
        INSERT INTO ¤.¤_history (¤, loaded_at) SELECT ¤, GETDATE() FROM ¤ WHERE batch_id = ¤;
        DELETE FROM [¤].[orders] WHERE id IN (¤);
        TRUNCATE TABLE staging_¤;
        INSERT INTO orders (id, note) VALUES ¤
        """,
        "Insert Append ¤.¤_history < ¤", "Delete Delete ¤.orders", "Truncate Truncate staging_¤", "Insert Append orders");

    private static void Says(SqlDialect dialect, string sql, params string[] lines) =>
        Assert.Equal(lines, SqlReading.Script(sql, dialect).Statements.Select(Describe));

    private static string Describe(SqlStatement statement)
    {
        var mode = statement.WriteMode is SqlWriteMode.None && statement.Kind is not SqlStatementKind.Copy ? "" : " " + statement.WriteMode;
        var target = statement.Target is { } name ? " " + name.Text.Replace(SqlText.HoleMark, SqlReading.Hole) : "";
        var sources = statement.Sources.IsEmpty || statement.Kind is SqlStatementKind.Other ? "" : " < " + SqlReading.Join(statement.Sources);
        return statement.Kind + mode + target + sources;
    }
}
