-- # anonymous-block
-- : delete dw.sales
-- : insert append dw.sales from stg.sales
-- : set
-- : commit
-- : other
-- : rollback
-- : other
DECLARE
    v_day DATE := TRUNC(SYSDATE) - 1;
    n PLS_INTEGER;
BEGIN
    DELETE FROM dw.sales WHERE day = v_day;
    INSERT INTO dw.sales SELECT * FROM stg.sales WHERE day = v_day;
    n := SQL%ROWCOUNT;
    COMMIT;
EXCEPTION
    WHEN NO_DATA_FOUND THEN NULL;
    WHEN OTHERS THEN
        ROLLBACK;
        RAISE;
END;
/

-- # select-into-and-guard
-- : select from dw.t
-- : insert append dw.t(id)
BEGIN
    SELECT COUNT(*) INTO n FROM dw.t WHERE id = :id;
    IF n = 0 THEN
        INSERT INTO dw.t (id) VALUES (:id);
    END IF;
END;

-- # cursor-loop
-- : select from stg.customer
-- : merge dw.customer key(id) sets(name) from dual
-- : commit
DECLARE
    CURSOR c IS SELECT id, name FROM stg.customer;
BEGIN
    FOR r IN c LOOP
        MERGE INTO dw.customer t USING dual ON (t.id = r.id) WHEN MATCHED THEN UPDATE SET t.name = r.name;
    END LOOP;
    COMMIT;
END;

-- # query-loop
-- : select from dw.job
-- : update dw.job sets(state)
BEGIN
    FOR r IN (SELECT id FROM dw.job WHERE state = 'new') LOOP
        UPDATE dw.job SET state = 'done' WHERE id = r.id;
    END LOOP;
END;

-- # forall
-- : insert append dw.t
BEGIN
    FORALL i IN 1 .. ids.COUNT SAVE EXCEPTIONS
        INSERT INTO dw.t VALUES (ids(i));
END;

-- # execute-immediate
-- : truncate stg.sales
-- : insert append dw.t(a)
-- : call
BEGIN
    EXECUTE IMMEDIATE 'TRUNCATE TABLE stg.sales';
    EXECUTE IMMEDIATE q'[INSERT INTO dw.t (a) VALUES ('it''s')]';
    EXECUTE IMMEDIATE 'DROP TABLE ' || v_name;
END;

-- # procedure
-- : create routine
-- : body delete dw.daily
-- : body insert append dw.daily(day, amount) from dw.sales
-- : body commit
-- : select from dual
CREATE OR REPLACE PROCEDURE etl.load_daily (p_day IN DATE DEFAULT SYSDATE, p_rows OUT NUMBER) AUTHID DEFINER IS
    v_start TIMESTAMP := SYSTIMESTAMP;
BEGIN
    DELETE FROM dw.daily WHERE day = p_day;
    INSERT INTO dw.daily (day, amount) SELECT day, SUM(amount) FROM dw.sales WHERE day = p_day GROUP BY day;
    COMMIT;
END load_daily;
/
SELECT 1 FROM dual;

-- # package-body
-- : create routine
-- : body insert append dw.log(message)
-- : body select from dw.customer
-- : body other
CREATE OR REPLACE PACKAGE BODY etl.pkg AS
    c_max CONSTANT NUMBER := 10;
    PROCEDURE log (p_message VARCHAR2) IS
        PRAGMA AUTONOMOUS_TRANSACTION;
    BEGIN
        INSERT INTO dw.log (message) VALUES (p_message);
    END log;
    FUNCTION name_of (p_id NUMBER) RETURN VARCHAR2 IS
        v VARCHAR2(100);
    BEGIN
        SELECT name INTO v FROM dw.customer WHERE id = p_id;
        RETURN v;
    END;
END pkg;
/

-- # trigger
-- : create routine
-- : body set
-- : body insert append dw.audit(id, at)
CREATE OR REPLACE TRIGGER dw.tr_orders
BEFORE INSERT OR UPDATE OF amount, day ON dw.orders
REFERENCING NEW AS n OLD AS o
FOR EACH ROW
WHEN (n.amount > 0)
DECLARE
    v NUMBER;
BEGIN
    :n.changed := SYSDATE;
    INSERT INTO dw.audit (id, at) VALUES (:n.id, SYSDATE);
END;
/

-- # call-and-exec
-- : call
-- : call
CALL etl.load_daily(DATE '2024-01-01', :n);
BEGIN
    EXECUTE IMMEDIATE v_sql USING p_day;
END;

-- # while-and-case
-- : delete dw.a
-- : delete dw.b
-- : other
BEGIN
    WHILE n < 3 LOOP
        CASE kind
            WHEN 'a' THEN DELETE FROM dw.a;
            ELSE DELETE FROM dw.b;
        END CASE;
        EXIT WHEN SQL%ROWCOUNT = 0;
    END LOOP;
END;
