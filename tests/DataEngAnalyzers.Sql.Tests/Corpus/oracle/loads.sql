-- # insert-values
-- : insert append orders(id, amount, day)
-- + parameter: id for id
-- + clock: SYSDATE
INSERT INTO orders (id, amount, day) VALUES (:id, :amount, SYSDATE)

-- # insert-append-hint
-- : insert append dw.sales from stg.sales
INSERT /*+ APPEND PARALLEL(4) */ INTO dw.sales SELECT /*+ FULL(s) */ * FROM stg.sales s WHERE s.day = TRUNC(SYSDATE) - 1

-- # insert-partition-by-name
-- : insert append dw.sales(id, day) from stg.sales
INSERT INTO dw.sales PARTITION (p2024) (id, day) SELECT id, day FROM stg.sales

-- # insert-returning
-- : insert append orders(id, note)
INSERT INTO orders (id, note) VALUES (orders_seq.NEXTVAL, :note) RETURNING id INTO :new_id

-- # insert-with-cte
-- : insert append dw.daily(day, amount) from dw.sales
INSERT INTO dw.daily (day, amount)
WITH d AS (SELECT TRUNC(sold_at) AS day, SUM(amount) AS amount FROM dw.sales GROUP BY TRUNC(sold_at))
SELECT day, amount FROM d

-- # insert-only-new
-- : insert append-if-absent dw.customer(id, name) from stg.customer, dw.customer
INSERT INTO dw.customer (id, name) SELECT id, name FROM stg.customer s WHERE NOT EXISTS (SELECT NULL FROM dw.customer t WHERE t.id = s.id)

-- # insert-minus
-- : insert append-if-absent dw.customer(id) from stg.customer, dw.customer
INSERT INTO dw.customer (id) SELECT id FROM stg.customer MINUS SELECT id FROM dw.customer

-- # insert-old-outer-join
-- : insert append dw.line(id, name) from stg.line, dw.product
INSERT INTO dw.line (id, name) SELECT l.id, p.name FROM stg.line l, dw.product p WHERE l.sku = p.sku (+) AND p.state (+) = 'A'

-- # insert-all-rows
-- : insert append t(a, b) from dual
INSERT ALL
  INTO t (a, b) VALUES (1, 'x')
  INTO t (a, b) VALUES (2, q'[y's]')
SELECT * FROM dual

-- # insert-all-conditional
-- : insert append dw.big(id, amount) from stg.sales
-- : insert append dw.small(id) from stg.sales
-- : insert append dw.rest from stg.sales
INSERT ALL
  WHEN amount >= 1000 THEN INTO dw.big (id, amount) VALUES (id, amount)
  WHEN amount >= 10 AND CASE WHEN day IS NULL THEN 0 ELSE 1 END = 1 THEN INTO dw.small (id) VALUES (id)
  ELSE INTO dw.rest
SELECT id, amount, day FROM stg.sales

-- # insert-first
-- : insert append a from s
-- : insert append b from s
INSERT FIRST WHEN x = 1 THEN INTO a ELSE INTO b SELECT x FROM s

-- # insert-log-errors
-- : insert append dw.sales from stg.sales
INSERT INTO dw.sales SELECT * FROM stg.sales LOG ERRORS INTO err$_sales ('load') REJECT LIMIT UNLIMITED

-- # insert-over-a-link
-- : insert append orders from orders@remote
INSERT INTO orders SELECT * FROM orders@remote WHERE changed > :since

-- # merge-upsert
-- : merge dw.customer(id, name) key(id) sets(name, changed) from stg.customer
MERGE /*+ PARALLEL(t, 4) */ INTO dw.customer t
USING (SELECT id, name FROM (SELECT c.*, ROW_NUMBER() OVER (PARTITION BY id ORDER BY ts DESC) rn FROM stg.customer c) WHERE rn = 1) s
ON (t.id = s.id)
WHEN MATCHED THEN UPDATE SET t.name = s.name, t.changed = SYSTIMESTAMP WHERE t.name <> s.name DELETE WHERE t.gone = 'Y'
WHEN NOT MATCHED THEN INSERT (t.id, t.name) VALUES (s.id, s.name) WHERE s.name IS NOT NULL

-- # merge-dual
-- : merge orders(id, note) key(id) sets(note) from dual
-- + parameter: id
MERGE INTO orders o USING (SELECT :id AS id, :note AS note FROM dual) s ON (o.id = s.id)
WHEN MATCHED THEN UPDATE SET o.note = s.note
WHEN NOT MATCHED THEN INSERT (id, note) VALUES (s.id, s.note)

-- # merge-insert-only-two-keys
-- : merge dw.stock(sku, store, qty) key(sku, store) from stg.stock
MERGE INTO dw.stock USING stg.stock s ON (dw.stock.sku = s.sku AND dw.stock.store = s.store)
WHEN NOT MATCHED THEN INSERT (sku, store, qty) VALUES (s.sku, s.store, s.qty)

-- # update-plain
-- : update dw.orders sets(status, changed)
-- + predicate: id = :id (parameter) in where
UPDATE dw.orders SET status = :status, changed = SYSDATE WHERE id = :id

-- # update-by-subquery
-- : update dw.orders sets(total) from dw.line, dw.gone
UPDATE dw.orders o SET o.total = (SELECT SUM(l.amount) FROM dw.line l WHERE l.order_id = o.id) WHERE o.id NOT IN (SELECT id FROM dw.gone)

-- # update-tuple
-- : update dw.customer sets(name, city) from stg.customer
UPDATE dw.customer c SET (name, city) = (SELECT s.name, s.city FROM stg.customer s WHERE s.id = c.id) WHERE EXISTS (SELECT 1 FROM stg.customer s WHERE s.id = c.id)

-- # delete-where
-- : delete dw.sales
DELETE FROM dw.sales WHERE day >= DATE '2024-01-01' AND day < :until

-- # delete-without-from
-- : delete dw.sales from stg.gone
DELETE dw.sales s WHERE s.id IN (SELECT id FROM stg.gone)

-- # delete-by-rownum
-- : delete dw.log
-- + predicate: ROWNUM <= 1000 (literal) in where
DELETE FROM dw.log WHERE at < SYSDATE - 90 AND ROWNUM <= 1000

-- # truncates
-- : truncate stg.sales
TRUNCATE TABLE stg.sales REUSE STORAGE

-- # lock-and-transaction
-- : other
-- : savepoint
-- : update dw.job sets(state)
-- : savepoint
-- : commit
-- : rollback
LOCK TABLE dw.job IN EXCLUSIVE MODE NOWAIT;
SAVEPOINT before_job;
UPDATE dw.job SET state = 'x';
ROLLBACK TO SAVEPOINT before_job;
COMMIT;
ROLLBACK;
