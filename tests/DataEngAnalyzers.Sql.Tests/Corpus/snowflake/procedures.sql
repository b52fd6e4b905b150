-- # procedure-in-dollars
-- : create routine
-- : body begin
-- : body delete dw.sales
-- : body insert append dw.sales(day, amount) from stg.sales
-- : body commit
-- : body other
-- : body rollback
-- : body other
CREATE OR REPLACE PROCEDURE etl.load_sales(day DATE)
RETURNS STRING
LANGUAGE SQL
EXECUTE AS CALLER
AS
$$
DECLARE
    n INT DEFAULT 0;
BEGIN
    BEGIN TRANSACTION;
    DELETE FROM dw.sales WHERE day = :day;
    INSERT INTO dw.sales (day, amount) SELECT day, amount FROM stg.sales WHERE day = :day;
    COMMIT;
    RETURN 'ok';
EXCEPTION
    WHEN OTHER THEN
        ROLLBACK;
        RAISE;
END;
$$;

-- # procedure-without-dollars
-- : create routine
-- : body select from etl.job
-- : body insert append dw.log(id)
-- : body other
-- : call
CREATE PROCEDURE etl.run() RETURNS INT AS
DECLARE
    jobs CURSOR FOR SELECT id FROM etl.job WHERE state = 'new';
BEGIN
    FOR job IN jobs DO
        INSERT INTO dw.log (id) VALUES (job.id);
    END FOR;
    RETURN 1;
END;
CALL etl.run();

-- # procedure-in-javascript
-- : create routine
CREATE PROCEDURE etl.js() RETURNS STRING LANGUAGE JAVASCRIPT AS $$ snowflake.execute({sqlText: "DELETE FROM dw.sales"}); return "x"; $$;

-- # sql-function
-- : create routine
-- : body select from dw.rate
CREATE FUNCTION dw.rates(c STRING) RETURNS TABLE (rate NUMBER) AS 'SELECT rate FROM dw.rate WHERE currency = c';

-- # task
-- : create routine
-- : body merge dw.t(id) key(id) from raw.s
-- : other
CREATE TASK etl.refresh WAREHOUSE = w SCHEDULE = 'USING CRON 0 3 * * * UTC' WHEN SYSTEM$STREAM_HAS_DATA('raw.s')
AS MERGE INTO dw.t t USING raw.s s ON t.id = s.id WHEN NOT MATCHED THEN INSERT (id) VALUES (s.id);
USE ROLE loader;

-- # pipe
-- : create routine
-- : body copy append-if-absent raw.orders from @landing
CREATE PIPE raw.p AUTO_INGEST = TRUE AS COPY INTO raw.orders FROM @landing FILE_FORMAT = (TYPE = JSON);

-- # anonymous-block
-- : insert append dw.log(at)
-- : set
-- : update dw.job sets(state)
EXECUTE IMMEDIATE $$
BEGIN
    INSERT INTO dw.log (at) VALUES (CURRENT_TIMESTAMP());
    LET n INT := 1;
    IF (n > 0) THEN
        UPDATE dw.job SET state = 'done' WHERE id = :n;
    END IF;
END;
$$;

-- # block-with-loops
-- : select from dw.job
-- : delete dw.part
-- : set
-- : insert append dw.part from stg.part
DECLARE
    c CURSOR FOR SELECT id FROM dw.job;
    i INT DEFAULT 0;
BEGIN
    FOR r IN c DO
        DELETE FROM dw.part WHERE job_id = r.id;
    END FOR;
    WHILE (i < 3) DO
        i := i + 1;
        INSERT INTO dw.part SELECT * FROM stg.part WHERE n = :i;
    END WHILE;
END;

-- # execute-immediate-literal
-- : truncate stg.orders
EXECUTE IMMEDIATE 'TRUNCATE TABLE stg.orders';

-- # execute-immediate-variable
-- : call
EXECUTE IMMEDIATE :stmt USING (day);
