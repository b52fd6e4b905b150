-- = CREATE SCHEMA dw;
-- = CREATE TABLE dw.orders (id BIGINT, customer_id BIGINT, sku VARCHAR, amount DECIMAL(12, 2), discount DOUBLE, day DATE, status VARCHAR, region VARCHAR, moment TIMESTAMP, tags VARCHAR[], info STRUCT(city VARCHAR));
-- = CREATE TABLE customers (id BIGINT, name VARCHAR, region VARCHAR, parent_id BIGINT, since DATE);
-- = CREATE TABLE products (sku VARCHAR, title VARCHAR, price DOUBLE, category VARCHAR);
-- = CREATE TABLE prices (sku VARCHAR, moment TIMESTAMP, price DOUBLE);
-- = CREATE TABLE events (user_id BIGINT, moment TIMESTAMP, name VARCHAR, props JSON);
-- = CREATE TABLE "Monthly Sales" ("Sales Rep" VARCHAR, jan INTEGER, feb INTEGER, mar INTEGER);
-- = CREATE VIEW dw.v_orders AS SELECT * FROM dw.orders;

-- # nothing
-- : select
SELECT 42 AS answer, 'from orders', [1, 2, 3], {'a': 1}

-- # one-table
-- : select from dw.orders
SELECT * FROM dw.orders WHERE id = $id

-- # from-first
-- : select from customers
FROM customers

-- # from-then-select
-- : select from dw.orders
FROM dw.orders AS o SELECT o.region, sum(o.amount) WHERE o.day > '2026-01-01' GROUP BY ALL ORDER BY ALL

-- # table-command
-- : select from customers
TABLE customers

-- # values
-- : select
VALUES (1, 'a'), (2, 'b')

-- # a-view
-- : select from dw.v_orders, customers
SELECT v.id FROM dw.v_orders v JOIN customers c ON c.id = v.customer_id

-- # exclude-and-replace
-- : select from dw.orders
SELECT * EXCLUDE (discount, tags) REPLACE (upper(region) AS region) RENAME (sku AS article) FROM dw.orders

-- # columns-expression
-- : select from dw.orders
SELECT min(COLUMNS('amount|discount')), max(COLUMNS(* EXCLUDE (tags, info))) FROM dw.orders

-- # group-by-all
-- : select from dw.orders
SELECT region, status, count(*), sum(amount) FILTER (WHERE status = 'done') FROM dw.orders GROUP BY ALL HAVING count(*) > 0 ORDER BY ALL DESC NULLS LAST

-- # qualify
-- : select from dw.orders
SELECT id, region, amount FROM dw.orders QUALIFY row_number() OVER (PARTITION BY region ORDER BY amount DESC) <= 3

-- # named-window
-- : select from events
SELECT user_id, moment - lag(moment) OVER w AS gap, count(*) OVER (w RANGE BETWEEN INTERVAL 1 HOUR PRECEDING AND CURRENT ROW) FROM events WINDOW w AS (PARTITION BY user_id ORDER BY moment)

-- # distinct-on
-- : select from events
SELECT DISTINCT ON (user_id) user_id, name FROM events ORDER BY user_id, moment DESC

-- # joins
-- : select from dw.orders, customers, products
SELECT o.id, c.name, p.title FROM dw.orders o LEFT JOIN customers c ON c.id = o.customer_id FULL JOIN products p USING (sku)

-- # asof-join
-- : select from dw.orders, prices
SELECT o.id, p.price FROM dw.orders o ASOF LEFT JOIN prices p ON o.sku = p.sku AND o.moment >= p.moment

-- # asof-join-using
-- : select from dw.orders, prices
SELECT o.id, p.price FROM dw.orders o ASOF JOIN prices p USING (sku, moment)

-- # semi-and-anti-join
-- : select from customers, dw.orders, events
SELECT c.name FROM customers c SEMI JOIN dw.orders o ON o.customer_id = c.id ANTI JOIN events e ON e.user_id = c.id

-- # positional-join
-- : select from customers, products
SELECT * FROM customers POSITIONAL JOIN products

-- # cross-and-comma
-- : select from customers, products, events
SELECT count(*) FROM customers CROSS JOIN products, events

-- # lateral
-- : select from customers, dw.orders
SELECT c.name, x.total FROM customers c, LATERAL (SELECT sum(amount) AS total FROM dw.orders o WHERE o.customer_id = c.id) x

-- # union-by-name
-- : select from customers, products
SELECT id, name FROM customers UNION ALL BY NAME SELECT title AS name, price FROM products

-- # set-operations
-- : select from customers, dw.orders, events
SELECT id FROM customers EXCEPT (SELECT customer_id FROM dw.orders INTERSECT ALL SELECT user_id FROM events)

-- # recursive
-- : select from customers
WITH RECURSIVE chain(id, path) AS (
    SELECT id, [id] FROM customers WHERE parent_id IS NULL
    UNION ALL
    SELECT c.id, list_append(ch.path, c.id) FROM customers c JOIN chain ch ON ch.id = c.parent_id
)
SELECT * FROM chain

-- # ctes
-- : select from dw.orders, customers
WITH totals AS (SELECT customer_id, sum(amount) AS total FROM dw.orders GROUP BY 1), big AS (FROM totals WHERE total > 10)
SELECT c.name, b.total FROM customers c JOIN big b ON b.customer_id = c.id

-- # unnest-in-from
-- : select from dw.orders
SELECT o.id, t.tag FROM dw.orders o, unnest(o.tags) AS t(tag)

-- # list-comprehension-and-lambda
-- : select from dw.orders
SELECT [x || '!' FOR x IN tags IF x <> ''], list_transform(tags, lambda x: upper(x)), tags[1:2], info.city, info['city'] FROM dw.orders

-- # struct-and-map
-- : select from customers
SELECT {'id': id, 'name': name}, MAP {'k': id}, struct_pack(a := id), row(id, name) FROM customers

-- # casts
-- : select from dw.orders
SELECT amount::VARCHAR, TRY_CAST(sku AS INTEGER), day::TIMESTAMP, DATE '2026-01-01', INTERVAL 3 DAYS, amount::DECIMAL(10, 2) FROM dw.orders

-- # json-arrows
-- : select from events
SELECT props -> 'a' -> 'b', props ->> '$.c', props -> '$.items[0]' FROM events WHERE props ->> 'source' = 'web'

-- # extract-from-is-no-table
-- : select from dw.orders
SELECT extract('year' FROM day), date_part('month', day), trim(BOTH 'x' FROM sku), substring(sku FROM 1 FOR 2) FROM dw.orders

-- # is-distinct-from
-- : select from dw.orders, customers
SELECT o.id FROM dw.orders o JOIN customers c ON c.region IS NOT DISTINCT FROM o.region

-- # glob-and-regex
-- : select from customers
SELECT * FROM customers WHERE name GLOB 'A*' OR name SIMILAR TO 'B.*' OR name ~ '^C' OR regexp_matches(name, 'd') OR name ^@ 'E'

-- # sample
-- : select from dw.orders
SELECT * FROM dw.orders USING SAMPLE 10 PERCENT (bernoulli)

-- # tablesample
-- : select from dw.orders
SELECT * FROM dw.orders TABLESAMPLE reservoir(20 ROWS) LIMIT 10% OFFSET 5

-- # subqueries
-- : select from dw.orders, products, customers
SELECT title, (SELECT sum(amount) FROM dw.orders o WHERE o.sku = p.sku) FROM products p WHERE EXISTS (FROM customers c WHERE c.region = p.category)

-- # file-readers
-- : select
SELECT * FROM read_csv_auto('x.csv') a JOIN read_parquet('y/*.parquet', hive_partitioning = true) b ON a.id = b.id

-- # file-path
-- : select from s3://bucket/landing/*.parquet
SELECT count(*) FROM 's3://bucket/landing/*.parquet'

-- # file-path-with-alias
-- : select from a.csv, b.json
SELECT a.x FROM 'a.csv' AS a JOIN 'b.json' b ON a.id = b.id

-- # quoted-names
-- : select from Monthly Sales
SELECT "Sales Rep", m."jan" FROM "Monthly Sales" AS m

-- # catalog-qualified
-- : select from memory.dw.orders
SELECT id FROM memory.dw.orders

-- # table-functions
-- : select
SELECT * FROM range(1, 10) t(i), generate_series(DATE '2026-01-01', DATE '2026-02-01', INTERVAL 1 DAY) d(day)

-- # duckdb-tables
-- : select
SELECT table_name FROM duckdb_tables() WHERE schema_name = 'dw'

-- # dollar-quotes
-- : select from customers
SELECT $$it's from x$$, E'a\n', 'it''s', name FROM customers

-- # comments
-- : select from dw.orders, customers
SELECT o.id -- from products
FROM /* events */ dw.orders o -- ;
JOIN customers /* "x */ c ON c.id = o.customer_id

-- # trailing-commas
-- : select from dw.orders
SELECT id, region, FROM dw.orders GROUP BY id, region,

-- # prefix-alias
-- : select from customers
SELECT key: id, label: upper(name) FROM customers

-- # between-and-in
-- : select from dw.orders
SELECT id FROM dw.orders WHERE day BETWEEN $from AND $to AND region IN ('n', 's') AND status NOT IN (SELECT 'void') AND moment >= now() - INTERVAL '1 day'

-- # asof-report
-- : select from dw.orders, prices, events, customers, products
WITH priced AS (
    SELECT o.*, p.price AS list_price
    FROM dw.orders o
    ASOF JOIN prices p ON p.sku = o.sku AND p.moment <= o.moment
    WHERE o.status NOT IN ('void', 'test')
),
by_customer AS (
    SELECT customer_id,
           date_trunc('month', day) AS month,
           sum(amount) AS total,
           sum(list_price - amount) AS given_away,
           list(DISTINCT sku ORDER BY sku) AS skus,
           max_by(sku, amount) AS best
    FROM priced
    GROUP BY ALL
),
ranked AS (
    FROM by_customer
    SELECT *, rank() OVER (PARTITION BY month ORDER BY total DESC) AS place,
           total - lag(total) OVER (PARTITION BY customer_id ORDER BY month) AS change
    QUALIFY place <= 100
),
visits AS (
    SELECT user_id, time_bucket(INTERVAL 1 MONTH, moment) AS month, count(*) AS n
    FROM events
    WHERE name = 'visit'
    GROUP BY 1, 2
)
SELECT r.month, c.name, c.region, r.total, r.given_away, r.place, r.change,
       coalesce(v.n, 0) AS visits,
       array_to_string(r.skus[:5], ', ') AS some_skus,
       p.title AS best_seller
FROM ranked r
JOIN customers c ON c.id = r.customer_id
LEFT JOIN visits v ON v.user_id = r.customer_id AND v.month = r.month
LEFT JOIN products p ON p.sku = r.best
ORDER BY r.month, r.place
