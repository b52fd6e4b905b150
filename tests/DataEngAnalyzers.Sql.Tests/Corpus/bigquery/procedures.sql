-- # script-with-variables
-- : select from dw.watermark
-- : set from dw.sales
-- : delete dw.daily
-- : insert append dw.daily from dw.sales
DECLARE since DATE DEFAULT (SELECT MAX(day) FROM dw.watermark);
DECLARE n INT64;
SET n = (SELECT COUNT(*) FROM dw.sales WHERE day >= since);
DELETE FROM dw.daily WHERE day >= since;
INSERT INTO dw.daily SELECT day, SUM(amount) FROM dw.sales WHERE day >= since GROUP BY day;

-- # set-several
-- : set
SET (a, b) = (1, 'x');

-- # if-exists
-- : delete dw.t
-- : insert append dw.t(id)
IF EXISTS (SELECT 1 FROM stg.t) THEN
    DELETE FROM dw.t WHERE TRUE;
ELSE
    INSERT INTO dw.t (id) VALUES (1);
END IF;

-- # guarded-insert
-- : insert append-if-absent dw.t(id)
IF NOT EXISTS (SELECT 1 FROM dw.t WHERE id = @id) THEN
    INSERT INTO dw.t (id) VALUES (@id);
END IF;

-- # loops
-- : select from dw.job
-- : update dw.job sets(state)
-- : set
-- : delete dw.part
-- : other
FOR job IN (SELECT id FROM dw.job WHERE state = 'new') DO
    UPDATE dw.job SET state = 'done' WHERE id = job.id;
END FOR;
WHILE x < 10 DO
    SET x = x + 1;
    DELETE FROM dw.part WHERE n = x;
END WHILE;
LOOP
    LEAVE;
END LOOP;

-- # case-statement
-- : truncate dw.a
-- : truncate dw.b
CASE kind WHEN 'a' THEN TRUNCATE TABLE dw.a; ELSE TRUNCATE TABLE dw.b; END CASE;

-- # block-with-handler
-- : insert append dw.t from stg.t
-- : insert append dw.error(message)
BEGIN
    INSERT INTO dw.t SELECT * FROM stg.t;
EXCEPTION WHEN ERROR THEN
    INSERT INTO dw.error (message) VALUES (@@error.message);
END;

-- # procedure
-- : create routine
-- : body delete dw.sales
-- : body insert append dw.sales from stg.sales
-- : call
CREATE OR REPLACE PROCEDURE etl.load(day DATE, OUT n INT64)
BEGIN
    DELETE FROM dw.sales WHERE dw.sales.day = day;
    INSERT INTO dw.sales SELECT * FROM stg.sales AS s WHERE s.day = day;
END;
CALL etl.load(DATE '2024-01-01', n);

-- # functions
-- : create routine
-- : create routine
-- : create routine
-- : body select from dw.rate
CREATE TEMP FUNCTION twice(x INT64) AS (x * 2);
CREATE FUNCTION dw.js(x STRING) RETURNS STRING LANGUAGE js AS r"""return x + "DELETE FROM t;";""";
CREATE TABLE FUNCTION dw.rates(c STRING) AS SELECT rate FROM dw.rate WHERE currency = c;

-- # execute-immediate
-- : create table overwrite dw.x from dw.y
-- : call
-- : select from dw.t
EXECUTE IMMEDIATE "CREATE OR REPLACE TABLE dw.x AS SELECT * FROM dw.y WHERE a = 'b'";
EXECUTE IMMEDIATE FORMAT('DROP TABLE dw.%s', name);
EXECUTE IMMEDIATE "SELECT a FROM dw.t WHERE b = @b" INTO x USING 1 AS b;

-- # assert-and-raise
-- : other from dw.sales
-- : other
ASSERT (SELECT COUNT(*) FROM dw.sales WHERE amount IS NULL) = 0 AS 'no amount';
RAISE USING MESSAGE = 'bad';
