-- = CREATE TABLE orders (id INTEGER PRIMARY KEY, customer_id INTEGER, sku TEXT, amount REAL, quantity INTEGER, day TEXT, status TEXT, updated_at TEXT, UNIQUE (customer_id, sku, day));
-- = CREATE TABLE staging (id INTEGER, customer_id INTEGER, sku TEXT, amount REAL, quantity INTEGER, day TEXT, status TEXT, received_at TEXT);
-- = CREATE TABLE customers (id INTEGER PRIMARY KEY, email TEXT UNIQUE COLLATE NOCASE, name TEXT, city TEXT, visits INTEGER DEFAULT 0, updated_at TEXT);
-- = CREATE TABLE daily (day TEXT, sku TEXT, total REAL, n INTEGER, PRIMARY KEY (day, sku)) WITHOUT ROWID;
-- = CREATE TABLE log (id INTEGER PRIMARY KEY AUTOINCREMENT, what TEXT, n INTEGER, at TEXT DEFAULT CURRENT_TIMESTAMP);
-- = CREATE TABLE watermarks (job TEXT PRIMARY KEY, value TEXT);
-- = CREATE TABLE archive AS SELECT * FROM orders;
-- = CREATE TABLE facts (order_id INTEGER, amount REAL, day TEXT);
-- = CREATE TABLE nodes (id INTEGER PRIMARY KEY, parent INTEGER, name TEXT);
-- = INSERT INTO staging VALUES (1, 1, 's1', 5, 1, '2026-01-05', 'new', '2026-01-05'), (2, 2, 's2', 7, 2, '2026-01-06', 'new', '2026-01-06'), (2, 2, 's2', 8, 2, '2026-01-06', 'new', '2026-01-07');
-- = INSERT INTO customers (id, email, name, city) VALUES (1, 'ada@x.org', 'Ada', 'London'), (2, 'bob@x.org', 'Bob', 'Paris');
-- = INSERT INTO nodes VALUES (1, NULL, 'root'), (2, 1, 'leaf');

-- # one-row
-- : insert append log(what, n)
INSERT INTO log (what, n) VALUES (@what, @n)

-- # question-marks
-- : insert append facts(order_id, amount, day)
INSERT INTO facts (order_id, amount, day) VALUES (?, ?, ?)

-- # numbered-and-named-parameters
-- : insert append facts(order_id, amount, day)
INSERT INTO facts (order_id, amount, day) VALUES (?1, :amount, $day)

-- # several-rows
-- : insert append facts
INSERT INTO facts VALUES (1, 2.5, '2026-01-01'), (2, 3.5, '2026-01-01');

-- # default-values
-- : insert append log
INSERT INTO log DEFAULT VALUES

-- # insert-select
-- : insert append facts(order_id, amount, day) from staging
INSERT INTO facts (order_id, amount, day) SELECT id, amount, day FROM staging WHERE status <> 'void'

-- # insert-select-star
-- : insert append archive from orders
INSERT INTO archive SELECT * FROM orders WHERE day < date('now', '-1 year')

-- # with-before-insert
-- : insert append facts(order_id, amount) from staging
WITH latest AS (SELECT id, amount, row_number() OVER (PARTITION BY id ORDER BY received_at DESC) AS rn FROM staging)
INSERT INTO facts (order_id, amount) SELECT id, amount FROM latest WHERE rn = 1

-- # not-exists-against-the-target
-- : insert append-if-absent facts(order_id, amount) from staging, facts
INSERT INTO facts (order_id, amount)
SELECT s.id, s.amount FROM staging s WHERE NOT EXISTS (SELECT 1 FROM facts f WHERE f.order_id = s.id)

-- # left-join-is-null
-- : insert append-if-absent facts(order_id, day) from staging, facts
INSERT INTO facts (order_id, day)
SELECT s.id, s.day FROM staging AS s LEFT JOIN facts AS f ON f.order_id = s.id WHERE f.order_id IS NULL

-- # not-in-the-target
-- : insert append-if-absent facts(order_id) from staging, facts
INSERT INTO facts(order_id) SELECT DISTINCT id FROM staging WHERE id NOT IN (SELECT order_id FROM facts)

-- # except-the-target
-- : insert append-if-absent facts(order_id, amount, day) from staging, facts
INSERT INTO facts (order_id, amount, day) SELECT id, amount, day FROM staging EXCEPT SELECT order_id, amount, day FROM facts

-- # insert-of-one-row-when-absent
-- : insert append-if-absent watermarks(job, value) from watermarks
INSERT INTO watermarks (job, value) SELECT 'sales', '1900-01-01' WHERE NOT EXISTS (SELECT 1 FROM watermarks WHERE job = 'sales')

-- # union-all
-- : insert append log(what) from staging, customers
INSERT INTO log (what) SELECT sku FROM staging UNION ALL SELECT name FROM customers

-- # or-ignore
-- : insert append-if-absent orders(id, customer_id, amount)
INSERT OR IGNORE INTO orders (id, customer_id, amount) VALUES (@id, @customer, @amount)

-- # or-ignore-from-a-query
-- : insert append-if-absent orders(id, amount) from staging
insert or ignore into orders (id, amount) select id, amount from staging

-- # or-replace
-- : insert upsert orders(id, customer_id, amount)
INSERT OR REPLACE INTO orders (id, customer_id, amount) VALUES (:id, :customer, :amount)

-- # or-replace-from-a-query
-- : insert upsert daily(day, sku, total, n) from staging
INSERT OR REPLACE INTO daily (day, sku, total, n) SELECT day, sku, sum(amount), count(*) FROM staging GROUP BY day, sku

-- # replace
-- : insert upsert customers(id, email, name)
REPLACE INTO customers (id, email, name) VALUES (1, 'ada@x.org', 'Ada')

-- # replace-from-a-query
-- : insert upsert daily from staging
REPLACE INTO daily SELECT day, sku, total(amount), count(*) FROM staging GROUP BY 1, 2

-- # or-abort-or-fail-or-rollback
-- : insert append facts(order_id)
-- : insert append facts(order_id)
-- : insert append facts(order_id)
INSERT OR ABORT INTO facts (order_id) VALUES (1);
INSERT OR FAIL INTO facts (order_id) VALUES (2);
INSERT OR ROLLBACK INTO facts (order_id) VALUES (3);

-- # do-nothing
-- : insert append-if-absent customers(id, name)
INSERT INTO customers (id, name) VALUES (3, 'Cyd') ON CONFLICT DO NOTHING

-- # do-nothing-on-a-key
-- : insert append-if-absent customers(id, email) key(email)
INSERT INTO customers (id, email) VALUES (?, ?) ON CONFLICT (email) DO NOTHING

-- # do-update
-- : insert upsert customers(id, email, name) key(id) sets(email, name)
INSERT INTO customers (id, email, name) VALUES (@id, @email, @name)
ON CONFLICT(id) DO UPDATE SET email = excluded.email, name = excluded.name

-- # do-update-from-a-query
-- : insert upsert daily(day, sku, total, n) key(day, sku) sets(total, n) from staging
INSERT INTO daily (day, sku, total, n)
SELECT day, sku, sum(amount), count(*) FROM staging WHERE true GROUP BY day, sku
ON CONFLICT (day, sku) DO UPDATE SET total = excluded.total, n = excluded.n

-- # do-update-only-when-newer
-- : insert upsert customers(id, name, updated_at) key(id) sets(name, updated_at)
INSERT INTO customers AS c (id, name, updated_at) VALUES ($id, $name, $at)
ON CONFLICT (id) DO UPDATE SET name = excluded.name, updated_at = excluded.updated_at WHERE excluded.updated_at > c.updated_at

-- # do-update-of-a-tuple
-- : insert upsert customers(id, name, city) key(id) sets(name, city)
INSERT INTO customers (id, name, city) VALUES (1, 'Ada', 'Rome')
ON CONFLICT (id) DO UPDATE SET (name, city) = (excluded.name, excluded.city)

-- # two-conflict-clauses
-- : insert upsert customers(id, email, name) key(email) sets(name)
INSERT INTO customers (id, email, name) VALUES (1, 'ada@x.org', 'Ada')
ON CONFLICT (id) DO NOTHING
ON CONFLICT (email) DO UPDATE SET name = excluded.name

-- # counter-with-returning
-- : insert upsert customers(id, email) key(email) sets(visits)
INSERT INTO customers (id, email) VALUES (?1, ?2)
ON CONFLICT (email) DO UPDATE SET visits = visits + 1 RETURNING id, visits

-- # last-insert-rowid
-- : insert append log(what)
-- : select
INSERT INTO log (what) VALUES ('x'); SELECT last_insert_rowid();

-- # update-by-key
-- : update orders sets(status, updated_at)
UPDATE orders SET status = @status, updated_at = datetime('now') WHERE id = @id

-- # update-everything
-- : update orders sets(status)
UPDATE orders SET status = 'seen'

-- # update-from
-- : update orders sets(amount, quantity) from staging
UPDATE orders SET amount = s.amount, quantity = s.quantity FROM staging AS s WHERE s.id = orders.id

-- # update-from-a-subquery
-- : update customers sets(visits) from orders
UPDATE customers SET visits = q.n FROM (SELECT customer_id, count(*) AS n FROM orders GROUP BY customer_id) AS q WHERE q.customer_id = customers.id

-- # update-with-alias
-- : update customers sets(city) from orders
UPDATE customers AS c SET city = 'x' WHERE EXISTS (SELECT 1 FROM orders AS o WHERE o.customer_id = c.id)

-- # update-by-correlated-subquery
-- : update customers sets(visits, updated_at) from orders
UPDATE customers SET (visits, updated_at) = (SELECT count(*), max(day) FROM orders WHERE orders.customer_id = customers.id)

-- # update-or-ignore
-- : update customers sets(email)
UPDATE OR IGNORE customers SET email = lower(email)

-- # update-or-replace
-- : update customers sets(email)
UPDATE OR REPLACE customers SET email = 'x' WHERE id = 1

-- # update-with-a-cte
-- : update orders sets(status) from customers
WITH gone AS (SELECT id FROM customers WHERE name IS NULL) UPDATE orders SET status = 'void' WHERE customer_id IN (SELECT id FROM gone) RETURNING id

-- # update-joined
-- : update orders sets(status) from customers, staging
UPDATE orders SET status = 'match' FROM customers c JOIN staging s ON s.customer_id = c.id WHERE orders.id = s.id AND c.city = 'Paris'

-- # update-indexed-by
-- : update daily sets(total)
UPDATE daily NOT INDEXED SET total = 0 WHERE day = '2026-01-01'

-- # delete-by-day
-- : delete facts
DELETE FROM facts WHERE day = @day

-- # delete-everything
-- : delete facts
DELETE FROM facts

-- # delete-in
-- : delete facts from staging
DELETE FROM facts WHERE order_id IN (SELECT id FROM staging WHERE status = 'void')

-- # delete-duplicates-by-rowid
-- : delete facts from facts
DELETE FROM facts WHERE rowid NOT IN (SELECT min(rowid) FROM facts GROUP BY order_id, day)

-- # delete-with-alias
-- : delete orders from customers
DELETE FROM orders AS o WHERE NOT EXISTS (SELECT 1 FROM customers c WHERE c.id = o.customer_id)

-- # delete-recursive
-- : delete nodes from nodes
WITH RECURSIVE doomed(id) AS (VALUES (2) UNION SELECT n.id FROM nodes n JOIN doomed d ON n.parent = d.id)
DELETE FROM nodes WHERE id IN doomed

-- # delete-returning
-- : delete orders
DELETE FROM orders WHERE status = 'void' RETURNING id, amount

-- # reload-in-a-transaction
-- : begin
-- : delete daily
-- : insert append daily(day, sku, total, n) from staging
-- : insert upsert watermarks(job, value) from staging
-- : commit
BEGIN IMMEDIATE;
DELETE FROM daily WHERE day = @day;
INSERT INTO daily (day, sku, total, n) SELECT day, sku, sum(amount), count(*) FROM staging WHERE day = @day GROUP BY sku;
INSERT OR REPLACE INTO watermarks (job, value) SELECT 'daily', max(day) FROM staging;
COMMIT;

-- # begin-variants
-- : begin
-- : commit
-- : begin
-- : rollback
-- : begin
-- : commit
BEGIN; END;
BEGIN DEFERRED TRANSACTION; ROLLBACK TRANSACTION;
begin exclusive; end transaction;

-- # savepoint
-- : savepoint
-- : delete facts
-- : savepoint
-- : savepoint
SAVEPOINT s1; DELETE FROM facts WHERE day = 'x'; ROLLBACK TO s1; RELEASE s1;

-- # temp-table-load
-- : create table incoming(id, amount)
-- : insert append incoming from staging
-- : insert upsert orders(id, amount) key(id) sets(amount) from incoming
-- : drop table incoming
CREATE TEMP TABLE incoming (id INTEGER, amount REAL);
INSERT INTO incoming SELECT id, amount FROM staging;
INSERT INTO orders (id, amount) SELECT id, amount FROM incoming WHERE 1 ON CONFLICT (id) DO UPDATE SET amount = excluded.amount;
DROP TABLE incoming;

-- # temp-schema
-- : create table overwrite temp.picked from orders
-- : insert append temp.picked from orders
-- : delete main.orders from temp.picked
CREATE TABLE temp.picked AS SELECT id FROM orders WHERE status = 'new';
INSERT INTO temp.picked SELECT id FROM orders WHERE status = 'late';
DELETE FROM main.orders WHERE id IN (SELECT id FROM temp.picked);

-- # create-table-as
-- : create table overwrite snapshot from orders, customers
CREATE TABLE snapshot AS SELECT o.*, c.name FROM orders o JOIN customers c ON c.id = o.customer_id

-- # create-table-as-if-not-exists
-- : create table append-if-absent snapshot from orders
CREATE TABLE IF NOT EXISTS snapshot AS SELECT * FROM orders

-- # json-rows
-- : insert append facts(order_id, amount, day)
INSERT INTO facts (order_id, amount, day)
SELECT value ->> 'id', value ->> '$.amount', json_extract(value, '$.day') FROM json_each(@rows)

-- # scd2
-- : update customers sets(updated_at) from staging
-- : insert append-if-absent customers(email, city) from staging, customers
UPDATE customers SET updated_at = CURRENT_TIMESTAMP WHERE id IN (SELECT customer_id FROM staging);
INSERT INTO customers (email, city)
SELECT DISTINCT 'c' || s.customer_id, s.sku FROM staging s
WHERE NOT EXISTS (SELECT 1 FROM customers c WHERE c.email = 'c' || s.customer_id);

-- # values-of-subqueries
-- : insert append log(what, n) from staging
INSERT INTO log (what, n) VALUES ('staging', (SELECT count(*) FROM staging))

-- # values-as-a-query
-- : insert append facts
INSERT INTO facts SELECT * FROM (VALUES (1, 2.0, 'x'), (2, 3.0, 'y'))

-- # watermark-advance
-- : insert upsert watermarks(job, value) key(job) sets(value) from staging
INSERT INTO watermarks (job, value) SELECT 'orders', max(received_at) FROM staging WHERE true
ON CONFLICT (job) DO UPDATE SET value = max(watermarks.value, excluded.value)
