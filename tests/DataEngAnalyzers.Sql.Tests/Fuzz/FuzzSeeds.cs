using System.Collections.Immutable;

namespace DataEngAnalyzers.Sql.Tests.Fuzz;

/// <summary>Statements that crowd many forms together, for mutation.</summary>
internal static class FuzzSeeds
{
    public static ImmutableArray<string> All { get; } =
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
}
