-- Shapes that users of other tools complained about: wrong or missing edges, misread scopes, half-read procedures.
-- = CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint, amount numeric, day date, status text);
-- = CREATE TABLE customers (id bigint PRIMARY KEY, name text, parent_id bigint);
-- = CREATE TABLE archive (id bigint, amount numeric, total numeric);
-- = CREATE TABLE events (id bigint, at timestamptz, body jsonb);
-- = CREATE TABLE marks (job text PRIMARY KEY, at timestamptz);
-- = INSERT INTO orders VALUES (1, 1, 10, '2026-01-01', 'new'), (2, 2, 20, '2026-01-02', 'done');

-- # star-through-two-common-tables
-- : insert append archive(id, amount) from orders
WITH a AS (SELECT * FROM orders), b AS (SELECT * FROM a WHERE amount > 0)
INSERT INTO archive (id, amount) SELECT id, amount FROM b

-- # union-with-other-aliases
-- : insert append archive(id, total) from orders, customers
INSERT INTO archive (id, total)
SELECT id AS x, amount AS y FROM orders UNION ALL SELECT parent_id, id FROM customers

-- # insert-list-in-another-order
-- : insert append archive(total, id) from orders
INSERT INTO archive (total, id) SELECT sum(amount), customer_id FROM orders GROUP BY customer_id

-- # update-of-a-temporary-table-without-where
-- : create table overwrite picked from orders
-- : update picked sets(amount)
CREATE TEMP TABLE picked AS SELECT * FROM orders;
UPDATE picked SET amount = 0;

-- # unnest-beside-a-table
-- : insert append archive(id, amount) from events
INSERT INTO archive (id, amount)
SELECT e.id, (x.item ->> 'amount')::numeric FROM events e CROSS JOIN LATERAL jsonb_array_elements(e.body -> 'items') AS x(item)

-- # transaction-that-is-never-closed
-- : begin
-- : alter table orders: add column note
BEGIN;
ALTER TABLE orders ADD COLUMN note text;

-- # strict-watermark
-- : select from events, marks
SELECT id, body FROM events WHERE at > (SELECT at FROM marks WHERE job = @job) ORDER BY at LIMIT 1000

-- # watermark-with-lookback-and-cap
-- : select from events, marks
SELECT e.id FROM events e, marks m
WHERE m.job = 'load' AND e.at > m.at - interval '10 minutes' AND e.at <= least(now(), @until) ORDER BY e.at

-- # exists-reads-but-guards-nothing
-- : insert append archive(id) from orders, customers
INSERT INTO archive (id) SELECT id FROM orders o WHERE EXISTS (SELECT 1 FROM customers c WHERE c.id = o.customer_id)

-- # not-exists-on-the-target-behind-an-and
-- : insert append-if-absent archive(id) from orders, archive
INSERT INTO archive (id)
SELECT o.id FROM orders o WHERE o.status = 'done' AND NOT EXISTS (SELECT FROM archive a WHERE a.id = o.id)

-- # merge-with-three-branches
-- : merge archive(id, amount) key(id) sets(amount) from orders
MERGE INTO archive a USING (SELECT id, amount, status FROM orders) o ON a.id = o.id
WHEN MATCHED AND o.status = 'void' THEN DELETE
WHEN MATCHED THEN UPDATE SET amount = o.amount
WHEN NOT MATCHED AND o.status <> 'void' THEN INSERT (id, amount) VALUES (o.id, o.amount)

-- # delete-and-reload-in-a-block
-- : delete archive
-- : insert append archive(id, amount) from orders
-- : other
-- : other
-- : other
DO $body$
DECLARE
    moved bigint;
BEGIN
    DELETE FROM archive WHERE id IN (1, 2);
    INSERT INTO archive (id, amount) SELECT id, amount FROM orders WHERE status = 'done';
    GET DIAGNOSTICS moved = ROW_COUNT;
    RAISE NOTICE 'moved %', moved;
EXCEPTION WHEN unique_violation THEN
    RAISE WARNING 'twice';
END
$body$ LANGUAGE plpgsql;

-- # loop-over-a-query
-- : select from customers
-- : insert append archive(id, total) from orders
DO $$
DECLARE
    c record;
BEGIN
    FOR c IN SELECT id FROM customers LOOP
        INSERT INTO archive (id, total) SELECT c.id, sum(amount) FROM orders WHERE customer_id = c.id;
    END LOOP;
END $$;

-- # procedure-of-a-load
-- : create routine
-- : body truncate archive
-- : body insert append archive(id, amount) from orders
-- : body insert upsert marks(job, at) key(job) sets(at)
-- : call
CREATE OR REPLACE PROCEDURE load_archive(p_day date) LANGUAGE plpgsql AS $$
BEGIN
    TRUNCATE archive;
    INSERT INTO archive (id, amount) SELECT id, amount FROM orders WHERE day = p_day;
    INSERT INTO marks (job, at) VALUES ('archive', now()) ON CONFLICT (job) DO UPDATE SET at = excluded.at;
END
$$;
CALL load_archive('2026-01-01');

-- # sql-function
-- : create routine
-- : body select from orders
CREATE FUNCTION total_of(customer bigint) RETURNS numeric LANGUAGE sql STABLE AS 'SELECT sum(amount) FROM orders WHERE customer_id = $1'
