-- = CREATE SCHEMA dw;
-- = CREATE TABLE dw.orders (id bigint PRIMARY KEY, customer_id bigint, status text, amount numeric, tax numeric, day date, region text, note text, created_at timestamptz DEFAULT now(), updated_at timestamptz, is_deleted boolean DEFAULT false, tags text[], body jsonb);
-- = CREATE TABLE dw.order_lines (id bigint PRIMARY KEY, order_id bigint REFERENCES dw.orders ON DELETE CASCADE, sku text, quantity int, price numeric);
-- = CREATE TABLE dw.customers (id bigint PRIMARY KEY, name text, region text, orders_count bigint, last_order date, total numeric, is_active boolean);
-- = CREATE TABLE dw.orders_archive (LIKE dw.orders);
-- = CREATE TABLE dw.rates (region text, day date, rate numeric);
-- = CREATE TABLE jobs (id bigserial PRIMARY KEY, name text, state text, locked_by text, locked_until timestamptz, run_at timestamptz, attempts int, priority int);
-- = CREATE TABLE nodes (id int PRIMARY KEY, parent_id int, name text);
-- = INSERT INTO dw.customers (id, name, region) VALUES (1, 'Ada', 'north'), (2, 'Bob', 'south');
-- = INSERT INTO dw.orders (id, customer_id, status, amount, day, region) VALUES (1, 1, 'new', 10, '2026-01-01', 'north'), (2, 2, 'done', 20, '2026-01-02', 'south');

-- # update-by-key
-- : update dw.orders sets(status, updated_at)
UPDATE dw.orders SET status = @status, updated_at = now() WHERE id = @id

-- # update-of-everything
-- : update dw.orders sets(tax)
UPDATE dw.orders SET tax = 0

-- # update-with-alias
-- : update dw.orders sets(amount)
UPDATE dw.orders AS o SET amount = o.amount * 1.1 WHERE o.region = 'north' AND o.day BETWEEN @from AND @to

-- # update-from
-- : update dw.orders sets(region) from dw.customers
UPDATE dw.orders o
SET region = c.region
FROM dw.customers c
WHERE c.id = o.customer_id AND o.region IS DISTINCT FROM c.region

-- # update-from-a-join
-- : update dw.orders sets(amount, tax) from dw.customers, dw.rates
UPDATE dw.orders o
SET amount = o.amount * r.rate,
    tax = (o.amount * r.rate) * 0.2
FROM dw.customers c
JOIN dw.rates r ON r.region = c.region
WHERE c.id = o.customer_id AND r.day = o.day

-- # update-from-a-subquery
-- : update dw.customers sets(orders_count, total, last_order) from dw.orders
UPDATE dw.customers c
SET orders_count = s.n, total = s.total, last_order = s.last_day
FROM (
    SELECT customer_id, count(*) AS n, sum(amount) AS total, max(day) AS last_day
    FROM dw.orders
    WHERE NOT is_deleted
    GROUP BY customer_id
) s
WHERE s.customer_id = c.id

-- # update-from-values
-- : update dw.customers sets(name)
UPDATE dw.customers SET name = v.name
FROM (VALUES (1, 'Ada'), (2, 'Bob')) AS v(id, name)
WHERE customers.id = v.id

-- # update-from-arrays
-- : update dw.orders sets(status)
UPDATE dw.orders o SET status = u.status
FROM unnest(@ids::bigint[], @statuses::text[]) AS u(id, status)
WHERE u.id = o.id

-- # update-by-correlated-subquery
-- : update dw.customers sets(orders_count) from dw.orders
UPDATE dw.customers SET orders_count = (SELECT count(*) FROM dw.orders o WHERE o.customer_id = customers.id)

-- # update-by-tuple-of-a-subquery
-- : update dw.customers sets(orders_count, total) from dw.orders
UPDATE dw.customers c
SET (orders_count, total) = (SELECT count(*), sum(amount) FROM dw.orders o WHERE o.customer_id = c.id)
WHERE c.is_active

-- # update-with-a-cte
-- : update dw.customers sets(is_active) from dw.orders
WITH quiet AS (
    SELECT customer_id FROM dw.orders GROUP BY customer_id HAVING max(day) < current_date - 365
)
UPDATE dw.customers SET is_active = false FROM quiet q WHERE q.customer_id = customers.id

-- # update-in-subquery
-- : update dw.orders sets(is_deleted) from dw.customers
UPDATE dw.orders SET is_deleted = true WHERE customer_id IN (SELECT id FROM dw.customers WHERE NOT is_active)

-- # update-where-exists
-- : update dw.orders sets(note) from dw.order_lines
UPDATE dw.orders o SET note = 'has lines' WHERE EXISTS (SELECT 1 FROM dw.order_lines l WHERE l.order_id = o.id)

-- # update-reads-itself
-- : update dw.orders sets(status) from dw.orders
UPDATE dw.orders a SET status = 'duplicate'
FROM dw.orders b
WHERE a.customer_id = b.customer_id AND a.day = b.day AND a.id > b.id

-- # update-only
-- : update dw.orders sets(note)
UPDATE ONLY dw.orders SET note = NULL WHERE note = ''

-- # update-of-parts
-- : update dw.orders sets(tags, body)
UPDATE dw.orders SET tags[1] = 'x', body['state'] = '"done"' WHERE id = 1

-- # update-of-json
-- : update dw.orders sets(body)
UPDATE dw.orders SET body = jsonb_set(body, '{lines,0,qty}', '2') || '{"a": 1}' WHERE body @> '{"open": true}' AND body ? 'lines' AND body #>> '{a,b}' = 'x'

-- # update-returning
-- : update dw.orders sets(status)
UPDATE dw.orders SET status = 'sent' WHERE status = 'new' RETURNING id, status, updated_at

-- # claim-a-job
-- : update jobs sets(state, locked_by, locked_until, attempts) from jobs
UPDATE jobs
SET state = 'running', locked_by = @worker, locked_until = now() + interval '5 minutes', attempts = attempts + 1
WHERE id = (
    SELECT id FROM jobs
    WHERE state = 'ready' AND run_at <= now()
    ORDER BY priority DESC, run_at
    LIMIT 1
    FOR UPDATE SKIP LOCKED
)
RETURNING *

-- # claim-by-cte
-- : update jobs sets(state) from jobs
WITH next AS (
    SELECT id FROM jobs WHERE state = 'ready' ORDER BY run_at LIMIT @n FOR UPDATE SKIP LOCKED
)
UPDATE jobs j SET state = 'running' FROM next WHERE next.id = j.id RETURNING j.id

-- # soft-delete
-- : update dw.orders sets(is_deleted, updated_at)
UPDATE dw.orders SET (is_deleted, updated_at) = (true, now()) WHERE id = ANY(@ids)

-- # update-where-current-of
-- : update dw.orders sets(status)
UPDATE dw.orders SET status = 'seen' WHERE CURRENT OF c_orders

-- # update-set-default
-- : update dw.orders sets(created_at)
UPDATE dw.orders SET created_at = DEFAULT WHERE created_at IS NULL

-- # lower-case-odd-layout
-- : update dw.orders sets(status, note)
update
	dw.orders
set	status='x'
,	note=/* why not */'y'
where	id=1

-- # delete-by-day
-- : delete dw.orders
DELETE FROM dw.orders WHERE day = @day

-- # delete-all
-- : delete dw.order_lines
DELETE FROM dw.order_lines

-- # delete-by-range
-- : delete dw.orders
DELETE FROM dw.orders WHERE day >= date_trunc('month', @day::date) AND day < date_trunc('month', @day::date) + interval '1 month'

-- # delete-using
-- : delete dw.orders from dw.customers
DELETE FROM dw.orders o USING dw.customers c WHERE c.id = o.customer_id AND c.name = 'test'

-- # delete-using-two
-- : delete dw.order_lines from dw.orders, dw.customers
DELETE FROM dw.order_lines l
USING dw.orders o, dw.customers c
WHERE o.id = l.order_id AND c.id = o.customer_id AND NOT c.is_active

-- # delete-using-a-join
-- : delete dw.order_lines from dw.orders, dw.customers
DELETE FROM dw.order_lines l
USING dw.orders o LEFT JOIN dw.customers c ON c.id = o.customer_id
WHERE o.id = l.order_id AND c.id IS NULL

-- # delete-duplicates-by-self-join
-- : delete dw.orders from dw.orders
DELETE FROM dw.orders a USING dw.orders b WHERE a.id > b.id AND a.customer_id = b.customer_id AND a.day = b.day

-- # delete-duplicates-by-ctid
-- : delete dw.rates from dw.rates
DELETE FROM dw.rates WHERE ctid NOT IN (SELECT min(ctid) FROM dw.rates GROUP BY region, day)

-- # delete-duplicates-by-row-number
-- : delete dw.orders from dw.orders
DELETE FROM dw.orders WHERE id IN (
    SELECT id FROM (
        SELECT id, row_number() OVER (PARTITION BY customer_id, day ORDER BY updated_at DESC NULLS LAST) AS rn FROM dw.orders
    ) d WHERE d.rn > 1
)

-- # delete-with-a-cte
-- : delete dw.orders from dw.customers
WITH gone AS (SELECT id FROM dw.customers WHERE NOT is_active)
DELETE FROM dw.orders USING gone WHERE gone.id = orders.customer_id

-- # delete-in-batches
-- : delete dw.orders from dw.orders
DELETE FROM dw.orders WHERE id IN (SELECT id FROM dw.orders WHERE day < @before ORDER BY id LIMIT 10000)

-- # delete-orphans
-- : delete dw.order_lines from dw.orders
DELETE FROM dw.order_lines l WHERE NOT EXISTS (SELECT 1 FROM dw.orders o WHERE o.id = l.order_id)

-- # delete-only-returning
-- : delete dw.orders
DELETE FROM ONLY dw.orders WHERE is_deleted RETURNING id

-- # archive-then-delete
-- : begin
-- : insert append dw.orders_archive from dw.orders
-- : delete dw.orders
-- : commit
BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ;
INSERT INTO dw.orders_archive SELECT * FROM dw.orders WHERE day < @before;
DELETE FROM dw.orders WHERE day < @before;
COMMIT;

-- # archive-by-writable-cte
-- : delete dw.orders
-- : insert append dw.orders_archive
WITH old AS (DELETE FROM dw.orders WHERE day < $1 RETURNING *)
INSERT INTO dw.orders_archive SELECT * FROM old

-- # delete-returning-into-an-aggregate
-- : delete dw.orders
-- : select
WITH gone AS (DELETE FROM dw.orders WHERE is_deleted RETURNING amount)
SELECT count(*), coalesce(sum(amount), 0) FROM gone

-- # chain-of-three-writes
-- : delete dw.order_lines from dw.orders
-- : update dw.orders sets(note)
-- : update dw.customers sets(orders_count)
WITH lines AS (
    DELETE FROM dw.order_lines l USING dw.orders o WHERE o.id = l.order_id AND o.status = 'void' RETURNING l.order_id
), marked AS (
    UPDATE dw.orders SET note = 'emptied' FROM lines WHERE orders.id = lines.order_id RETURNING customer_id
)
UPDATE dw.customers c SET orders_count = orders_count - m.n
FROM (SELECT customer_id, count(*) AS n FROM marked GROUP BY customer_id) m
WHERE m.customer_id = c.id

-- # truncate-one
-- : truncate dw.orders_archive
TRUNCATE dw.orders_archive

-- # truncate-only-cascade
-- : truncate dw.orders
TRUNCATE TABLE ONLY dw.orders CONTINUE IDENTITY CASCADE;

-- # recursive-delete
-- : delete nodes from nodes
WITH RECURSIVE doomed(id) AS (
    SELECT id FROM nodes WHERE id = @root
    UNION
    SELECT n.id FROM nodes n JOIN doomed d ON n.parent_id = d.id
)
DELETE FROM nodes WHERE id IN (SELECT id FROM doomed)

-- # update-joined-to-lateral
-- : update dw.customers sets(last_order) from dw.customers, dw.orders
UPDATE dw.customers c
SET last_order = x.day
FROM dw.customers d
CROSS JOIN LATERAL (SELECT day FROM dw.orders o WHERE o.customer_id = d.id ORDER BY day DESC LIMIT 1) x
WHERE d.id = c.id

-- # update-from-function-and-table
-- : update dw.orders sets(day) from dw.rates
UPDATE dw.orders SET day = r.day FROM generate_series(1, 3) AS g(n), dw.rates r WHERE g.n = orders.id AND r.region = orders.region

-- # savepoints
-- : begin
-- : savepoint
-- : update dw.orders sets(status)
-- : savepoint
-- : savepoint
-- : commit
START TRANSACTION;
SAVEPOINT before_update;
UPDATE dw.orders SET status = 'x' WHERE id = 1;
ROLLBACK TO SAVEPOINT before_update;
RELEASE SAVEPOINT before_update;
END;

-- # abort
-- : begin
-- : delete dw.rates
-- : rollback
BEGIN WORK; DELETE FROM dw.rates; ABORT
