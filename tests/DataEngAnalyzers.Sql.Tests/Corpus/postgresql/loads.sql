-- = CREATE SCHEMA stg;
-- = CREATE SCHEMA dw;
-- = CREATE TABLE stg.sales (id bigint, order_id bigint, product_id int, customer_id bigint, amount numeric(12,2), quantity int, currency char(3), sold_at timestamptz, day date, region text, payload jsonb, tags text[], file_name text, loaded_at timestamptz, is_deleted boolean DEFAULT false);
-- = CREATE TABLE stg.customers (id bigint, name text, email text, city text, country text, updated_at timestamptz, batch_id int);
-- = CREATE TABLE stg.products (id int, sku text, title text, price numeric(10,2), category text);
-- = CREATE TABLE dw.sales (id bigint PRIMARY KEY, order_id bigint, product_id int, customer_id bigint, amount numeric(12,2), quantity int, currency char(3), sold_at timestamptz, day date, region text, loaded_at timestamptz DEFAULT now(), batch_id int);
-- = CREATE TABLE dw.sales_daily (day date, region text, total numeric, orders bigint, PRIMARY KEY (day, region));
-- = CREATE TABLE dw.dim_customer (customer_key bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, customer_id bigint, name text, email text, city text, valid_from timestamptz, valid_to timestamptz, is_current boolean);
-- = CREATE TABLE dw.dim_product (id int PRIMARY KEY, sku text UNIQUE, title text, price numeric(10,2), category text);
-- = CREATE TABLE dw.fact_orders (order_id bigint, customer_key bigint, product_id int, amount numeric, day date);
-- = CREATE TABLE dw.audit (id bigserial, what text, rows_count bigint, at timestamptz DEFAULT now());
-- = CREATE TABLE dw.watermarks (job text PRIMARY KEY, value timestamptz);
-- = CREATE TABLE dw.rates (currency char(3), day date, rate numeric, PRIMARY KEY (currency, day));
-- = INSERT INTO stg.sales (id, order_id, product_id, customer_id, amount, quantity, currency, sold_at, day, region, tags, payload) VALUES (1, 10, 1, 1, 5.0, 1, 'EUR', '2026-01-05 10:00+00', '2026-01-05', 'north', '{a,b}', '{"lines":[{"sku":"s1","qty":2}]}'), (2, 11, 2, 2, 7.5, 3, 'USD', '2026-01-06 11:00+00', '2026-01-06', 'south', '{c}', '{"lines":[{"sku":"s2","qty":1}]}');
-- = INSERT INTO stg.customers VALUES (1, 'Ada', 'ada@x.org', 'London', 'UK', '2026-01-01', 1), (2, 'Bob', 'bob@x.org', 'Paris', 'FR', '2026-01-02', 1);
-- = INSERT INTO stg.products VALUES (1, 's1', 'Book', 5, 'media'), (2, 's2', 'Pen', 2.5, 'office');
-- = INSERT INTO dw.rates VALUES ('EUR', '2026-01-05', 1), ('USD', '2026-01-06', 0.9);

-- # one-row-of-parameters
-- : insert append dw.sales(id, order_id, amount)
INSERT INTO dw.sales (id, order_id, amount) VALUES (@id, @orderId, @amount)

-- # rows-of-literals
-- : insert append dw.rates(currency, day, rate)
INSERT INTO dw.rates (currency, day, rate) VALUES ('GBP', '2026-01-01', 1.15), ('CHF', '2026-01-01', 1.04), ('JPY', '2026-01-01', 0.0062);

-- # positional-parameters
-- : insert append dw.audit(what, rows_count)
INSERT INTO dw.audit (what, rows_count) VALUES ($1, $2)

-- # values-by-position-without-column-list
-- : insert append dw.rates
INSERT INTO dw.rates VALUES ('SEK', current_date, 0.09)

-- # default-values
-- : insert append dw.audit
INSERT INTO dw.audit DEFAULT VALUES

-- # plain-insert-select
-- : insert append dw.sales(id, order_id, product_id, customer_id, amount, sold_at) from stg.sales
INSERT INTO dw.sales (id, order_id, product_id, customer_id, amount, sold_at)
SELECT id, order_id, product_id, customer_id, amount, sold_at
FROM stg.sales

-- # insert-from-cte
-- : insert append dw.sales(id, amount) from stg.sales
WITH fresh AS (
    SELECT id, amount FROM stg.sales WHERE NOT is_deleted
)
INSERT INTO dw.sales (id, amount)
SELECT id, amount FROM fresh

-- # cte-behind-the-target
-- : insert append dw.sales(id, amount) from stg.sales
INSERT INTO dw.sales (id, amount)
WITH fresh AS (SELECT id, amount FROM stg.sales)
SELECT * FROM fresh;

-- # star-into-table
-- : insert append dw.dim_product from stg.products
INSERT INTO dw.dim_product SELECT * FROM stg.products

-- # parenthesised-query-as-rows
-- : insert append dw.dim_product(id, sku) from stg.products
INSERT INTO dw.dim_product (id, sku) (SELECT id, sku FROM stg.products ORDER BY id LIMIT 100)

-- # table-command-as-rows
-- : insert append dw.dim_product from stg.products
INSERT INTO dw.dim_product TABLE stg.products

-- # watermark-read
-- : select from dw.watermarks
SELECT coalesce(max(value), '-infinity') FROM dw.watermarks WHERE job = :job

-- # incremental-by-watermark
-- : insert append dw.sales(id, amount, sold_at, loaded_at) from stg.sales, dw.sales
-- ! PostgreSQL: on the same rows a second run finds nothing above the watermark
INSERT INTO dw.sales (id, amount, sold_at, loaded_at)
SELECT s.id, s.amount, s.sold_at, now()
FROM stg.sales AS s
WHERE s.sold_at > (SELECT coalesce(max(sold_at), '1900-01-01') FROM dw.sales)

-- # window-from-the-clock
-- : insert append dw.fact_orders(order_id, amount, day) from stg.sales
INSERT INTO dw.fact_orders (order_id, amount, day)
SELECT order_id, amount, sold_at::date
FROM stg.sales
WHERE sold_at >= now() - interval '1 day' AND sold_at < now()

-- # not-exists-against-the-target
-- : insert append-if-absent dw.sales(id, amount) from stg.sales, dw.sales
INSERT INTO dw.sales (id, amount)
SELECT s.id, s.amount
FROM stg.sales s
WHERE NOT EXISTS (SELECT 1 FROM dw.sales t WHERE t.id = s.id)

-- # left-join-is-null-against-the-target
-- : insert append-if-absent dw.fact_orders(order_id, amount) from stg.sales, dw.fact_orders
INSERT INTO dw.fact_orders (order_id, amount)
SELECT s.order_id, s.amount
FROM stg.sales s
LEFT JOIN dw.fact_orders f ON f.order_id = s.order_id
WHERE f.order_id IS NULL

-- # not-in-against-the-target
-- : insert append-if-absent dw.fact_orders(order_id, day) from stg.sales, dw.fact_orders
INSERT INTO dw.fact_orders (order_id, day)
SELECT order_id, day FROM stg.sales
WHERE order_id NOT IN (SELECT order_id FROM dw.fact_orders)

-- # except-the-target
-- : insert append-if-absent dw.fact_orders(order_id, amount) from stg.sales, dw.fact_orders
INSERT INTO dw.fact_orders (order_id, amount)
SELECT order_id, amount FROM stg.sales
EXCEPT
SELECT order_id, amount FROM dw.fact_orders

-- # not-exists-against-another-table
-- : insert append dw.fact_orders(order_id) from stg.sales, stg.customers
INSERT INTO dw.fact_orders (order_id)
SELECT order_id FROM stg.sales s
WHERE NOT EXISTS (SELECT FROM stg.customers c WHERE c.id = s.customer_id AND c.country = 'XX')

-- # staged-load-with-cleanup
-- : begin
-- : delete dw.fact_orders
-- : insert append dw.fact_orders(order_id, product_id, amount, day) from stg.sales
-- : insert append dw.audit(what, rows_count) from dw.fact_orders
-- : commit
BEGIN;
DELETE FROM dw.fact_orders WHERE day = @day;
INSERT INTO dw.fact_orders (order_id, product_id, amount, day)
SELECT order_id, product_id, amount, day FROM stg.sales WHERE day = @day;
INSERT INTO dw.audit (what, rows_count) SELECT 'fact_orders', count(*) FROM dw.fact_orders WHERE day = @day;
COMMIT;

-- # truncate-and-reload
-- : truncate dw.sales_daily
-- : insert append dw.sales_daily(day, region, total, orders) from stg.sales
TRUNCATE TABLE dw.sales_daily;
INSERT INTO dw.sales_daily (day, region, total, orders)
SELECT day, region, sum(amount), count(DISTINCT order_id)
FROM stg.sales
GROUP BY day, region

-- # several-tables-truncated
-- : truncate dw.sales_daily
-- : truncate dw.fact_orders
TRUNCATE dw.sales_daily, dw.fact_orders RESTART IDENTITY CASCADE

-- # dedup-by-row-number
-- : insert append dw.dim_customer(customer_id, name, email) from stg.customers
INSERT INTO dw.dim_customer (customer_id, name, email)
SELECT id, name, email
FROM (
    SELECT c.*, row_number() OVER (PARTITION BY c.id ORDER BY c.updated_at DESC) AS rn
    FROM stg.customers c
) latest
WHERE rn = 1

-- # dedup-by-distinct-on
-- : insert append dw.dim_customer(customer_id, name) from stg.customers
INSERT INTO dw.dim_customer (customer_id, name)
SELECT DISTINCT ON (id) id, name
FROM stg.customers
ORDER BY id, updated_at DESC

-- # joined-load-with-dimension-keys
-- : insert append dw.fact_orders(order_id, customer_key, product_id, amount, day) from stg.sales, dw.dim_customer, dw.dim_product, dw.rates
INSERT INTO dw.fact_orders (order_id, customer_key, product_id, amount, day)
SELECT s.order_id, c.customer_key, p.id, s.amount * r.rate, s.day
FROM stg.sales s
     JOIN dw.dim_customer c ON c.customer_id = s.customer_id AND c.is_current
     LEFT JOIN dw.dim_product p ON p.id = s.product_id
     JOIN dw.rates r ON (r.currency, r.day) = (s.currency, s.day)

-- # comma-join
-- : insert append dw.fact_orders(order_id, amount) from stg.sales, dw.rates
INSERT INTO dw.fact_orders (order_id, amount)
SELECT s.order_id, s.amount * r.rate FROM stg.sales s, dw.rates r WHERE r.currency = s.currency AND r.day = s.day

-- # join-using
-- : insert append dw.fact_orders(order_id, amount) from stg.sales, dw.rates
INSERT INTO dw.fact_orders (order_id, amount)
SELECT order_id, amount * rate FROM stg.sales JOIN dw.rates USING (currency, day)

-- # natural-join
-- : insert append dw.fact_orders(order_id) from stg.sales, dw.rates
INSERT INTO dw.fact_orders (order_id) SELECT order_id FROM stg.sales NATURAL JOIN dw.rates

-- # union-of-two-sources
-- : insert append dw.audit(what) from stg.sales, stg.customers
INSERT INTO dw.audit (what)
SELECT file_name FROM stg.sales
UNION ALL
SELECT email FROM stg.customers

-- # lateral-over-json
-- : insert append dw.fact_orders(order_id, amount) from stg.sales
INSERT INTO dw.fact_orders (order_id, amount)
SELECT s.order_id, (line ->> 'qty')::numeric
FROM stg.sales s
CROSS JOIN LATERAL jsonb_array_elements(s.payload -> 'lines') AS line

-- # unnest-with-ordinality
-- : insert append dw.audit(what, rows_count) from stg.sales
INSERT INTO dw.audit (what, rows_count)
SELECT tag, n FROM stg.sales, unnest(tags) WITH ORDINALITY AS u(tag, n)

-- # rows-from-arrays
-- : insert append dw.rates(currency, day, rate)
INSERT INTO dw.rates (currency, day, rate)
SELECT * FROM unnest($1::text[], $2::date[], $3::numeric[])

-- # json-to-recordset
-- : insert append dw.dim_product(id, sku, title)
INSERT INTO dw.dim_product (id, sku, title)
SELECT id, sku, title FROM jsonb_to_recordset(@rows::jsonb) AS r(id int, sku text, title text)

-- # calendar-by-generate-series
-- : insert append dw.sales_daily(day, region)
INSERT INTO dw.sales_daily (day, region)
SELECT d::date, 'all' FROM generate_series('2026-01-01'::date, '2026-12-31', interval '1 day') AS d

-- # overriding-system-value
-- : insert append dw.dim_customer(customer_key, customer_id)
INSERT INTO dw.dim_customer (customer_key, customer_id) OVERRIDING SYSTEM VALUE VALUES (-1, NULL)

-- # returning-the-new-key
-- : insert append dw.audit(what)
INSERT INTO dw.audit (what) VALUES (@what) RETURNING id, at

-- # move-rows-by-writable-cte
-- : delete stg.sales
-- : insert append dw.sales(id, amount)
WITH moved AS (
    DELETE FROM stg.sales WHERE sold_at < @until RETURNING id, amount
)
INSERT INTO dw.sales (id, amount) SELECT id, amount FROM moved

-- # two-writes-and-a-read-in-one-statement
-- : insert append dw.sales(id, amount) from stg.sales
-- : insert append dw.audit(what, rows_count)
-- : select
WITH loaded AS (
    INSERT INTO dw.sales (id, amount) SELECT id, amount FROM stg.sales RETURNING id
), logged AS (
    INSERT INTO dw.audit (what, rows_count) SELECT 'sales', count(*) FROM loaded RETURNING id
)
SELECT id FROM logged

-- # scd2-close-and-open
-- : update dw.dim_customer sets(valid_to, is_current) from stg.customers
-- : insert append-if-absent dw.dim_customer(customer_id, name, email, city, valid_from, is_current) from stg.customers, dw.dim_customer
UPDATE dw.dim_customer d
SET valid_to = now(), is_current = false
FROM stg.customers s
WHERE d.customer_id = s.id AND d.is_current AND (d.name, d.city) IS DISTINCT FROM (s.name, s.city);
INSERT INTO dw.dim_customer (customer_id, name, email, city, valid_from, is_current)
SELECT s.id, s.name, s.email, s.city, now(), true
FROM stg.customers s
WHERE NOT EXISTS (SELECT FROM dw.dim_customer d WHERE d.customer_id = s.id AND d.is_current);

-- # sampled-source
-- : insert append dw.audit(what) from stg.sales
INSERT INTO dw.audit (what) SELECT region FROM stg.sales TABLESAMPLE SYSTEM (10) REPEATABLE (42)

-- # only-the-parent-table
-- : insert append dw.audit(what) from stg.sales
INSERT INTO dw.audit (what) SELECT region FROM ONLY stg.sales

-- # load-by-temp-table
-- : create table sales_in(id, amount, day)
-- : insert append sales_in(id, amount, day) from stg.sales
-- : insert append dw.fact_orders(order_id, amount, day) from sales_in
-- : drop table sales_in
CREATE TEMP TABLE sales_in (id bigint, amount numeric, day date) ON COMMIT DROP;
INSERT INTO sales_in (id, amount, day) SELECT id, amount, day FROM stg.sales;
INSERT INTO dw.fact_orders (order_id, amount, day) SELECT id, amount, day FROM sales_in;
DROP TABLE IF EXISTS sales_in;

-- # create-table-as
-- : create table overwrite dw.sales_2026 from stg.sales
CREATE TABLE dw.sales_2026 AS
SELECT * FROM stg.sales WHERE day >= '2026-01-01'

-- # create-table-as-without-data
-- : create table overwrite dw.sales_shape from stg.sales
CREATE TABLE dw.sales_shape AS SELECT * FROM stg.sales WITH NO DATA

-- # create-table-as-if-not-exists
-- : create table append-if-absent dw.sales_once from stg.sales
CREATE TABLE IF NOT EXISTS dw.sales_once AS TABLE stg.sales

-- # create-unlogged-table-as
-- : create table overwrite dw.sales_fast from stg.sales, stg.products
CREATE UNLOGGED TABLE dw.sales_fast WITH (fillfactor = 70) AS
SELECT s.id, p.title FROM stg.sales s JOIN stg.products p ON p.id = s.product_id

-- # select-into
-- : select overwrite dw.sales_copy from stg.sales
SELECT id, amount INTO dw.sales_copy FROM stg.sales WHERE region = 'north'

-- # select-into-temp
-- : select overwrite recent from stg.sales
SELECT * INTO TEMP TABLE recent FROM stg.sales WHERE sold_at > now() - interval '7 days'

-- # copy-in
-- : copy append stg.customers(id, name, email)
COPY stg.customers (id, name, email) FROM STDIN WITH (FORMAT csv, HEADER true)

-- # copy-in-binary
-- : copy append stg.products
COPY stg.products FROM STDIN (FORMAT BINARY)

-- # copy-out-table
-- : copy from stg.products
COPY stg.products TO STDOUT WITH CSV HEADER

-- # copy-out-query
-- : copy from stg.sales, stg.products
COPY (SELECT s.id, p.title FROM stg.sales s JOIN stg.products p ON p.id = s.product_id WHERE s.day = '2026-01-05') TO STDOUT

-- # refresh-of-a-materialized-view
-- : create view dw.mv_daily from stg.sales
-- : other
CREATE MATERIALIZED VIEW dw.mv_daily AS SELECT day, sum(amount) AS total FROM stg.sales GROUP BY day;
REFRESH MATERIALIZED VIEW dw.mv_daily;

-- # advance-the-watermark
-- : update dw.watermarks sets(value) from stg.sales
UPDATE dw.watermarks SET value = (SELECT max(sold_at) FROM stg.sales) WHERE job = 'sales'

-- # partition-load
-- : create table dw.events(at, body)
-- : create table dw.events_2026_01
-- : insert append dw.events(at, body) from stg.sales
CREATE TABLE dw.events (at timestamptz NOT NULL, body text) PARTITION BY RANGE (at);
CREATE TABLE dw.events_2026_01 PARTITION OF dw.events FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');
INSERT INTO dw.events (at, body) SELECT sold_at, region FROM stg.sales;

-- # the-alias-of-the-target
-- : insert append dw.audit(what) from stg.customers
INSERT INTO dw.audit AS a (what) SELECT name FROM stg.customers

-- # insert-of-a-scalar-subquery
-- : insert append dw.audit(what, rows_count) from stg.sales, stg.customers
INSERT INTO dw.audit (what, rows_count)
VALUES ('sales', (SELECT count(*) FROM stg.sales)), ('customers', (SELECT count(*) FROM stg.customers))
