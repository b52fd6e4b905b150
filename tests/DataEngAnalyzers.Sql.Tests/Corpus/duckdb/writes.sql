-- = CREATE SCHEMA dw;
-- = CREATE TABLE staging (id BIGINT, customer_id BIGINT, sku VARCHAR, amount DECIMAL(12, 2), quantity INTEGER, day DATE, status VARCHAR, tags VARCHAR[], info STRUCT(city VARCHAR, zip VARCHAR), received_at TIMESTAMP);
-- = CREATE TABLE dw.orders (id BIGINT PRIMARY KEY, customer_id BIGINT, sku VARCHAR, amount DECIMAL(12, 2), quantity INTEGER, day DATE, status VARCHAR, updated_at TIMESTAMP);
-- = CREATE TABLE dw.daily (day DATE, sku VARCHAR, total DOUBLE, n BIGINT, PRIMARY KEY (day, sku));
-- = CREATE TABLE facts (order_id BIGINT, amount DOUBLE, day DATE);
-- = CREATE TABLE customers (id BIGINT PRIMARY KEY, name VARCHAR, city VARCHAR, visits BIGINT DEFAULT 0);
-- = CREATE TABLE log (what VARCHAR, n BIGINT, moment TIMESTAMP DEFAULT current_timestamp);
-- = CREATE TABLE watermarks (job VARCHAR PRIMARY KEY, value TIMESTAMP);
-- = CREATE SEQUENCE ids;
-- = INSERT INTO staging VALUES (1, 1, 's1', 5, 1, '2026-01-05', 'new', ['a', 'b'], {'city': 'Rome', 'zip': '1'}, '2026-01-05'), (2, 2, 's2', 7, 2, '2026-01-06', 'done', ['c'], {'city': 'Oslo', 'zip': '2'}, '2026-01-06');
-- = INSERT INTO customers (id, name, city) VALUES (1, 'Ada', 'London'), (2, 'Bob', 'Paris');
-- = INSERT INTO facts VALUES (9, 1, '2025-12-31'), (9, 1, '2025-12-31');
-- = INSERT INTO dw.orders (id, customer_id, status, day) VALUES (1, 1, 'new', '2026-01-05'), (8, 2, 'void', '2025-01-01');

-- # one-row
-- : insert append log(what, n)
INSERT INTO log (what, n) VALUES ('load', 12)

-- # named-parameters
-- : insert append log(what, n)
INSERT INTO log (what, n) VALUES ($what, $n)

-- # question-marks
-- : insert append facts(order_id, amount, day)
INSERT INTO facts (order_id, amount, day) VALUES (?, ?, ?)

-- # numbered-parameters
-- : insert append facts
INSERT INTO facts VALUES ($1, $2, $3), ($4, $5, $6)

-- # default-values
-- : insert append log
INSERT INTO log DEFAULT VALUES

-- # insert-select
-- : insert append facts(order_id, amount, day) from staging
INSERT INTO facts (order_id, amount, day) SELECT id, amount, day FROM staging WHERE status != 'void'

-- # from-first
-- : insert append facts from staging
INSERT INTO facts FROM (FROM staging SELECT id, amount, day)

-- # from-first-without-select
-- : insert append facts from facts
INSERT INTO facts FROM facts

-- # by-name
-- : insert append customers() from staging
INSERT INTO customers BY NAME SELECT customer_id + 100 AS id, info.city AS city FROM staging

-- # by-position
-- : insert append facts from staging
INSERT INTO facts BY POSITION SELECT id, amount, day FROM staging

-- # or-ignore
-- : insert append-if-absent customers(id, name)
INSERT OR IGNORE INTO customers (id, name) VALUES (1, 'Ada'), (3, 'Cyd')

-- # or-replace
-- : insert upsert customers(id, name)
INSERT OR REPLACE INTO customers (id, name) VALUES (3, 'Cyd')

-- # or-replace-by-name
-- : insert upsert dw.daily() from staging
INSERT OR REPLACE INTO dw.daily BY NAME SELECT day, sku, sum(amount) AS total, count(*) AS n FROM staging GROUP BY ALL

-- # do-nothing
-- : insert append-if-absent dw.orders(id, amount) from staging
INSERT INTO dw.orders (id, amount) SELECT id, amount FROM staging ON CONFLICT DO NOTHING

-- # do-nothing-on-a-key
-- : insert append-if-absent dw.orders(id, sku) key(id) from staging
INSERT INTO dw.orders (id, sku) SELECT id, sku FROM staging ON CONFLICT (id) DO NOTHING

-- # do-update
-- : insert upsert dw.orders(id, amount, status) key(id) sets(amount, status) from staging
INSERT INTO dw.orders (id, amount, status)
SELECT id, amount, status FROM staging
ON CONFLICT (id) DO UPDATE SET amount = EXCLUDED.amount, status = EXCLUDED.status

-- # do-update-without-a-key
-- : insert upsert customers(id, visits) sets(visits)
INSERT INTO customers (id, visits) VALUES (7, 1) ON CONFLICT DO UPDATE SET visits = visits + 1

-- # do-update-where
-- ! DuckDB: on the same rows the second run finds nothing to update
-- : insert upsert dw.daily(day, sku, total, n) key(day, sku) sets(total, n) from staging
INSERT INTO dw.daily (day, sku, total, n)
SELECT day, sku, sum(amount), count(*) FROM staging GROUP BY day, sku
ON CONFLICT (day, sku) DO UPDATE SET total = excluded.total, n = excluded.n WHERE excluded.n > daily.n

-- # upsert-returning
-- : insert upsert customers(id, name) key(id) sets(name)
INSERT INTO customers (id, name) VALUES (5, 'Eve') ON CONFLICT (id) DO UPDATE SET name = excluded.name RETURNING id

-- # not-exists-against-the-target
-- : insert append-if-absent facts(order_id, amount) from staging, facts
INSERT INTO facts (order_id, amount)
SELECT s.id, s.amount FROM staging s WHERE NOT EXISTS (SELECT 1 FROM facts f WHERE f.order_id = s.id)

-- # anti-join-against-the-target
-- : insert append-if-absent facts(order_id, amount) from staging, facts
INSERT INTO facts (order_id, amount)
SELECT s.id, s.amount FROM staging s ANTI JOIN facts f ON f.order_id = s.id

-- # left-join-is-null
-- : insert append-if-absent facts(order_id, day) from staging, facts
INSERT INTO facts (order_id, day)
SELECT s.id, s.day FROM staging s LEFT JOIN facts f ON f.order_id = s.id WHERE f.order_id IS NULL

-- # except-the-target
-- : insert append-if-absent facts(order_id, amount, day) from staging, facts
INSERT INTO facts (order_id, amount, day)
SELECT id, amount, day FROM staging EXCEPT SELECT order_id, amount, day FROM facts

-- # dedup-by-qualify
-- : insert append facts(order_id, amount) from staging
INSERT INTO facts (order_id, amount)
SELECT id, amount FROM staging QUALIFY row_number() OVER (PARTITION BY id ORDER BY received_at DESC) = 1

-- # dedup-by-arg-max
-- : insert append facts(order_id, amount) from staging
INSERT INTO facts (order_id, amount) SELECT id, arg_max(amount, received_at) FROM staging GROUP BY id

-- # cte-before-insert
-- : insert append facts(order_id, amount) from staging
WITH big AS MATERIALIZED (SELECT * FROM staging WHERE amount > 1)
INSERT INTO facts (order_id, amount) SELECT id, amount FROM big

-- # unnest
-- : insert append log(what) from staging
INSERT INTO log (what) SELECT unnest(tags) FROM staging

-- # range
-- : insert append facts(order_id)
INSERT INTO facts (order_id) SELECT range FROM range(10)

-- # struct-and-list
-- : insert append log(what, n) from staging
INSERT INTO log (what, n)
SELECT info.city || info['zip'], len(list_filter(tags, lambda t: t <> 'x')) FROM staging WHERE tags[1] = 'a'

-- # insert-with-sequence
-- : insert append facts(order_id, day) from staging
INSERT INTO facts (order_id, day) SELECT nextval('ids'), day FROM staging

-- # replacement-union-by-name
-- : insert append facts from staging, facts
INSERT INTO facts SELECT order_id, amount, day FROM (SELECT id AS order_id, amount, day FROM staging UNION ALL BY NAME SELECT day, order_id, amount FROM facts)

-- # insert-from-a-file
-- : insert append facts
INSERT INTO facts SELECT * FROM read_csv('orders_*.csv', header = true, columns = {'order_id': 'BIGINT', 'amount': 'DOUBLE', 'day': 'DATE'})

-- # insert-from-a-path
-- : insert append facts from landing/2026/*.parquet
INSERT INTO facts SELECT * FROM 'landing/2026/*.parquet'

-- # update-by-key
-- : update dw.orders sets(status, updated_at)
UPDATE dw.orders SET status = 'seen', updated_at = now() WHERE id = 1

-- # update-everything
-- : update customers sets(visits)
UPDATE customers SET visits = visits + 1

-- # update-from
-- : update dw.orders sets(amount, sku) from staging
UPDATE dw.orders SET amount = s.amount, sku = s.sku FROM staging s WHERE s.id = orders.id

-- # update-with-alias-from-subquery
-- : update customers sets(visits) from staging
UPDATE customers AS c SET visits = q.n FROM (SELECT customer_id, count(*) AS n FROM staging GROUP BY 1) q WHERE q.customer_id = c.id

-- # update-by-subquery
-- : update customers sets(city) from staging
UPDATE customers SET city = (SELECT max(s.info.city) FROM staging s WHERE s.customer_id = customers.id)

-- # update-in
-- : update dw.orders sets(status) from customers
UPDATE dw.orders SET status = 'gone' WHERE customer_id IN (SELECT id FROM customers WHERE city = 'Paris')

-- # update-from-itself
-- : update facts sets(amount) from facts
UPDATE facts SET amount = f.amount + 1 FROM facts f WHERE f.order_id = facts.order_id

-- # update-tuple
-- : update customers sets(name, city)
UPDATE customers SET (name, city) = ('x', 'y') WHERE id = 1

-- # delete-by-day
-- : delete facts
DELETE FROM facts WHERE day = DATE '2025-12-31'

-- # delete-everything
-- : delete facts
DELETE FROM facts

-- # delete-using
-- : delete dw.orders from staging
DELETE FROM dw.orders USING staging s WHERE s.id = orders.id

-- # delete-in
-- : delete dw.orders from staging
DELETE FROM dw.orders WHERE id IN (SELECT id FROM staging)

-- # delete-duplicates
-- : delete facts from facts
DELETE FROM facts WHERE rowid NOT IN (SELECT min(rowid) FROM facts GROUP BY order_id)

-- # delete-not-exists
-- : delete dw.orders from staging
DELETE FROM dw.orders o WHERE NOT EXISTS (SELECT 1 FROM staging s WHERE s.id = o.id) RETURNING id

-- # truncate
-- : truncate facts
TRUNCATE facts

-- # merge
-- : merge dw.orders(id, amount) key(id) sets(amount) from staging
MERGE INTO dw.orders AS t
USING staging AS s ON t.id = s.id
WHEN MATCHED THEN UPDATE SET amount = s.amount
WHEN NOT MATCHED THEN INSERT (id, amount) VALUES (s.id, s.amount)

-- # merge-using-columns
-- : merge customers key(id)
MERGE INTO customers
USING (SELECT 3 AS id, 'Cyd' AS name, 'Bonn' AS city, 0 AS visits) AS upserts
USING (id)
WHEN MATCHED THEN UPDATE
WHEN NOT MATCHED THEN INSERT

-- # merge-with-conditions
-- : merge dw.orders(id, status) key(id) sets(status) from staging
MERGE INTO dw.orders t
USING (SELECT DISTINCT ON (id) * FROM staging ORDER BY id, received_at DESC) s
ON s.id = t.id
WHEN MATCHED AND s.status = 'void' THEN DELETE
WHEN MATCHED THEN UPDATE SET status = s.status
WHEN NOT MATCHED THEN INSERT (id, status) VALUES (s.id, s.status)

-- # merge-not-matched-by-source
-- : merge dw.orders(id, sku) key(id) from staging
MERGE INTO dw.orders t USING staging s ON (t.id = s.id)
WHEN NOT MATCHED BY SOURCE THEN DELETE
WHEN NOT MATCHED BY TARGET THEN INSERT (id, sku) VALUES (s.id, s.sku)
RETURNING merge_action, *

-- # create-table-as
-- : create table overwrite dw.snapshot from staging, customers
CREATE TABLE dw.snapshot AS SELECT s.*, c.name FROM staging s JOIN customers c ON c.id = s.customer_id

-- # create-or-replace-table-as
-- : create table overwrite recent from staging
CREATE OR REPLACE TABLE recent AS FROM staging WHERE day > '2026-01-01'

-- # create-table-as-if-not-exists
-- : create table append-if-absent snapshot from staging
CREATE TABLE IF NOT EXISTS snapshot AS SELECT * FROM staging

-- # create-temp-table-as
-- : create table overwrite picked from staging
-- : insert append facts from picked
-- : drop table picked
CREATE TEMP TABLE picked AS SELECT id, amount, day FROM staging;
INSERT INTO facts SELECT * FROM picked;
DROP TABLE picked;

-- # create-table-from-a-file
-- : create table overwrite raw
CREATE TABLE raw AS SELECT * FROM read_parquet(['a.parquet', 'b.parquet'], union_by_name = true, filename = true)

-- # create-table-from-a-path
-- : create table overwrite raw from data.csv
CREATE OR REPLACE TABLE raw AS FROM 'data.csv'

-- # copy-in
-- : copy append facts
COPY facts FROM 'facts.csv' (HEADER, DELIMITER '|')

-- # copy-in-columns
-- : copy append facts(order_id, amount)
COPY facts (order_id, amount) FROM 'facts.parquet' (FORMAT parquet)

-- # copy-out-table
-- : copy from staging
COPY staging TO '/dev/null' (FORMAT csv, HEADER)

-- # copy-out-query
-- : copy from staging, customers
COPY (SELECT s.id, c.name FROM staging s JOIN customers c ON c.id = s.customer_id) TO '/dev/null' (FORMAT csv)

-- # copy-out-partitioned
-- : copy from staging
COPY (SELECT *, year(day) AS y, month(day) AS m FROM staging) TO 'lake' (FORMAT parquet, PARTITION_BY (y, m), OVERWRITE_OR_IGNORE)

-- # reload-of-a-day
-- : begin
-- : delete dw.daily
-- : insert append dw.daily(day, sku, total, n) from staging
-- : insert upsert watermarks(job, value) key(job) sets(value) from staging
-- : commit
BEGIN TRANSACTION;
DELETE FROM dw.daily WHERE day = '2026-01-05';
INSERT INTO dw.daily (day, sku, total, n) SELECT day, sku, sum(amount), count(*) FROM staging WHERE day = '2026-01-05' GROUP BY ALL;
INSERT INTO watermarks (job, value) SELECT 'daily', max(received_at) FROM staging ON CONFLICT (job) DO UPDATE SET value = greatest(watermarks.value, excluded.value);
COMMIT;

-- # rollback
-- : begin
-- : delete customers
-- : rollback
BEGIN; DELETE FROM customers WHERE id = 1; ROLLBACK;

-- # abort
-- : begin
-- : rollback
START TRANSACTION; ABORT;

-- # scd2
-- : create table dim(id, name, valid_from, valid_to)
-- : insert append dim from customers
-- : update dim sets(valid_to) from staging
-- : insert append-if-absent dim(id, name, valid_from) from staging, dim
CREATE TABLE dim (id BIGINT, name VARCHAR, valid_from TIMESTAMP, valid_to TIMESTAMP);
INSERT INTO dim SELECT id, name, TIMESTAMP '2020-01-01', NULL FROM customers;
UPDATE dim SET valid_to = s.received_at FROM staging s WHERE s.customer_id = dim.id AND dim.valid_to IS NULL AND dim.name IS DISTINCT FROM s.info.city;
INSERT INTO dim (id, name, valid_from)
SELECT s.customer_id, s.info.city, s.received_at
FROM staging s
WHERE NOT EXISTS (FROM dim d WHERE d.id = s.customer_id AND d.name = s.info.city);

-- # values-table-function
-- : insert append log(what, n)
INSERT INTO log (what, n) SELECT v.a, v.b FROM (VALUES ('x', 1), ('y', 2)) AS v(a, b)

-- # json-load
-- : insert append facts(order_id, amount) from raw_json
-- = CREATE TABLE raw_json (body JSON);
-- = INSERT INTO raw_json VALUES ('{"id": 1, "lines": [{"amount": 2.5}]}');
INSERT INTO facts (order_id, amount) SELECT (body ->> 'id')::BIGINT, CAST(body -> '$.lines[0].amount' AS DOUBLE) FROM raw_json
