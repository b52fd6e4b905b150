-- = CREATE SCHEMA raw;
-- = CREATE SCHEMA dw;
-- = CREATE TABLE raw.orders (id bigint PRIMARY KEY, customer_id bigint, product_id int, status text, amount numeric, discount numeric, quantity int, ordered_on date, shipped_on date, region text);
-- = CREATE TABLE raw.customers (id bigint PRIMARY KEY, name text, email text, region text, segment text, parent_id bigint);
-- = CREATE TABLE raw.products (id int PRIMARY KEY, sku text, title text, category text, price numeric, cost numeric);
-- = CREATE TABLE raw.rates (region text, valid_on date, rate numeric);
-- = CREATE TABLE raw.returns (order_id bigint, quantity int, reason text, returned_on date);
-- = CREATE TABLE dw.sales (id bigint PRIMARY KEY, customer_id bigint, amount numeric, region text, note text);
-- = CREATE TABLE dw.totals (region text PRIMARY KEY, total numeric, orders bigint, name text);

-- # using-twice
-- : select from raw.orders, raw.customers, raw.rates
SELECT region, o.id, c.name, r.rate FROM raw.orders o JOIN raw.customers c USING (region) JOIN raw.rates r USING (region)

-- # natural
-- : select from raw.returns, raw.rates
SELECT * FROM raw.returns NATURAL JOIN raw.rates

-- # full-using
-- : select from raw.orders, raw.rates
SELECT region, sum(amount) AS total, max(rate) AS rate FROM raw.orders FULL JOIN raw.rates USING (region) GROUP BY region

-- # right-using
-- : select from raw.orders, raw.customers
SELECT region, o.amount FROM raw.orders o RIGHT JOIN raw.customers c USING (region)

-- # star-of-a-join-using
-- : select from raw.customers, raw.rates
SELECT * FROM raw.customers JOIN raw.rates USING (region)

-- # star-between
-- : select from raw.orders, raw.customers
SELECT o.id AS order_id, c.*, o.amount * 2 AS double FROM raw.orders o JOIN raw.customers c ON c.id = o.customer_id

-- # pruned-columns
-- : select from raw.orders
SELECT x.id, x.net FROM (SELECT id, status, region, amount - discount AS net FROM raw.orders) x

-- # pruned-through-two-layers
-- : select from raw.orders, raw.customers
WITH a AS (SELECT o.*, c.name, c.segment FROM raw.orders o JOIN raw.customers c ON c.id = o.customer_id),
     b AS (SELECT a.*, row_number() OVER (PARTITION BY a.customer_id ORDER BY a.ordered_on DESC, a.id) AS rn FROM a)
SELECT b.customer_id, b.name, b.amount FROM b WHERE rn = 1

-- # alias-hides-a-column
-- : select from raw.orders
SELECT upper(status) AS region, region AS status FROM raw.orders ORDER BY region

-- # group-by-prefers-the-column
-- : select from raw.orders
SELECT lower(region) AS status, count(*) AS n FROM raw.orders GROUP BY status, region

-- # group-by-an-alias
-- : select from raw.orders
SELECT date_trunc('month', ordered_on) AS month, sum(amount) AS total FROM raw.orders GROUP BY month ORDER BY month

-- # group-by-number-and-having
-- : select from raw.orders
SELECT region, count(DISTINCT customer_id) AS customers FROM raw.orders GROUP BY 1 HAVING min(quantity) > 1 ORDER BY 2 DESC

-- # grouping-sets
-- : select from raw.orders
SELECT region, status, grouping(region, status) AS level, sum(amount) AS total FROM raw.orders GROUP BY GROUPING SETS ((region, status), (region), ())

-- # cube-and-rollup
-- : select from raw.products
SELECT category, sku, avg(price) AS price FROM raw.products GROUP BY CUBE (category), ROLLUP (sku)

-- # distinct-on-with-order
-- : select from raw.orders
SELECT DISTINCT ON (customer_id) customer_id, amount FROM raw.orders ORDER BY customer_id, ordered_on DESC, id

-- # scalar-subquery-of-two-tables
-- : select from raw.orders, raw.products, raw.customers
SELECT c.name, (SELECT max(p.price * o.quantity) FROM raw.orders o JOIN raw.products p ON p.id = o.product_id WHERE o.customer_id = c.id) AS largest FROM raw.customers c

-- # correlated-without-qualifiers
-- : select from raw.returns, raw.customers
SELECT name, (SELECT count(*) FROM raw.returns WHERE order_id = id) AS returns FROM raw.customers

-- # exists-and-not-in
-- : select from raw.orders, raw.returns, raw.products
SELECT o.id FROM raw.orders o WHERE EXISTS (SELECT 1 FROM raw.returns r WHERE r.order_id = o.id AND r.quantity > 1) AND o.product_id NOT IN (SELECT p.id FROM raw.products p WHERE p.category = 'a')

-- # any-and-all
-- : select from raw.orders, raw.rates
SELECT id FROM raw.orders WHERE amount > ALL (SELECT rate FROM raw.rates) AND region = ANY (SELECT region FROM raw.rates)

-- # lateral-latest
-- : select from raw.customers, raw.orders
SELECT c.name, l.amount, l.ordered_on FROM raw.customers c LEFT JOIN LATERAL (SELECT o.amount, o.ordered_on FROM raw.orders o WHERE o.customer_id = c.id ORDER BY o.ordered_on DESC, o.id LIMIT 1) l ON true

-- # lateral-function
-- : select from raw.orders
SELECT o.id, d.day::date AS day FROM raw.orders o, LATERAL generate_series(o.ordered_on, o.shipped_on, interval '1 day') AS d (day)

-- # lateral-values
-- : select from raw.orders
SELECT o.id, v.kind, v.day FROM raw.orders o CROSS JOIN LATERAL (VALUES ('ordered', o.ordered_on), ('shipped', o.shipped_on)) AS v (kind, day)

-- # recursive-path
-- : select from raw.customers
WITH RECURSIVE tree (id, root, names) AS (
    SELECT id, id, name FROM raw.customers WHERE parent_id IS NULL
    UNION ALL
    SELECT c.id, t.root, t.names || '/' || c.name FROM raw.customers c JOIN tree t ON t.id = c.parent_id
)
SELECT id, root, names FROM tree

-- # recursive-columns-that-swap
-- : select from raw.orders
WITH RECURSIVE s (n, a, b) AS (
    SELECT 1, status, region FROM raw.orders
    UNION ALL
    SELECT n + 1, b, a FROM s WHERE n < 3
)
SELECT a FROM s

-- # union-by-position
-- : select from raw.orders, raw.returns
SELECT id AS order_id, ordered_on AS day, amount FROM raw.orders UNION ALL SELECT order_id, returned_on, -quantity FROM raw.returns ORDER BY day

-- # except-and-intersect
-- : select from raw.customers, raw.orders, raw.products
SELECT region FROM raw.customers EXCEPT (SELECT region FROM raw.orders INTERSECT SELECT category FROM raw.products)

-- # case-in-every-place
-- : select from raw.orders
SELECT CASE WHEN status = 'new' THEN amount WHEN discount > 1 THEN amount - discount ELSE quantity END AS value,
       sum(CASE region WHEN 'a' THEN quantity END) OVER (PARTITION BY CASE WHEN shipped_on IS NULL THEN 'open' ELSE status END) AS open
FROM raw.orders

-- # conditional-functions
-- : select from raw.orders
SELECT coalesce(shipped_on, ordered_on) AS day, nullif(status, region) AS status, greatest(amount, discount) AS most FROM raw.orders

-- # windows-named-and-inherited
-- : select from raw.orders
SELECT id, sum(amount) OVER (w ORDER BY id) AS running, count(*) OVER w AS n FROM raw.orders WINDOW w AS (PARTITION BY region)

-- # aggregates-with-filter-and-order
-- : select from raw.orders
SELECT region, string_agg(status, ',' ORDER BY id) AS statuses, sum(amount) FILTER (WHERE quantity > 2) AS large, percentile_cont(0.5) WITHIN GROUP (ORDER BY discount) AS middle FROM raw.orders GROUP BY region

-- # functions-with-their-own-words
-- : select from raw.orders
SELECT extract(month FROM ordered_on) AS m, substring(status FROM 1 FOR quantity) AS s, overlay(region PLACING status FROM 1) AS o, position('a' IN region) AS p, trim(LEADING 'x' FROM status) AS t FROM raw.orders

-- # casts-everywhere
-- : select from raw.orders
SELECT amount::int, CAST(quantity AS text) AS q, (discount)::double precision AS d, ordered_on::timestamp with time zone AT TIME ZONE 'UTC' AS at FROM raw.orders

-- # intervals-and-rows
-- : select from raw.orders
SELECT ordered_on + quantity * interval '1 day' AS due, (region, status) = ('a', 'b') AS same, ARRAY[region, status] AS both FROM raw.orders

-- # between-and-distinct-from
-- : select from raw.orders
SELECT id FROM raw.orders WHERE amount BETWEEN discount AND quantity + 3 AND region IS DISTINCT FROM status

-- # whole-row
-- : select from raw.rates
SELECT to_jsonb(r) AS doc FROM raw.rates r

-- # count-of-a-table
-- : select from raw.rates
SELECT count(r) AS n, count(*) AS all FROM raw.rates r

-- # keywords-as-columns
-- : select from raw.orders
SELECT x.first, x.range, x."order", x.time FROM (SELECT id AS first, amount AS range, status AS "order", ordered_on AS time FROM raw.orders) x

-- # names-in-unicode-and-quotes
-- : select from raw.orders
SELECT ü.größe, ü."Σ sum" FROM (SELECT amount AS größe, amount + discount AS "Σ sum" FROM raw.orders) AS ü

-- # comments-in-every-gap
-- : select from raw.orders, raw.customers
SELECT/**/o.id--id
,/* , c.email */c/*.*/.name FROM raw.orders/**/AS/**/o JOIN raw.customers--c
c ON/**/c.id=o.customer_id

-- # join-group
-- : select from raw.orders, raw.customers, raw.products
SELECT j.name, j.sku FROM (raw.orders o JOIN (raw.customers c JOIN raw.products p ON p.sku = c.segment) ON c.id = o.customer_id) AS j (oid, cid, pid, st, am, di, qu, oo, so, re, id2, name, mail, reg2, seg, par, id3, sku)

-- # values-with-names
-- : select from raw.orders
SELECT v.label, o.amount FROM raw.orders o JOIN (VALUES ('a', 'first'), ('b', 'second')) AS v (code, label) ON v.code = o.region

-- # insert-through-common-tables
-- : insert append dw.sales(id, customer_id, amount, region) from raw.orders, raw.rates
WITH rated AS (SELECT o.*, r.rate FROM raw.orders o LEFT JOIN raw.rates r ON r.region = o.region AND r.valid_on = o.ordered_on)
INSERT INTO dw.sales (id, customer_id, amount, region) SELECT id, customer_id, amount * coalesce(rate, 1), region FROM rated WHERE status <> 'void'

-- # upsert-of-totals
-- : insert upsert dw.totals(region, total, orders) key(region) sets(total, orders) from raw.orders
INSERT INTO dw.totals AS t (region, total, orders) SELECT region, sum(amount), count(*) FROM raw.orders GROUP BY region
ON CONFLICT (region) DO UPDATE SET total = t.total + EXCLUDED.total, orders = EXCLUDED.orders

-- # update-from-a-sum
-- : update dw.totals sets(total, name) from raw.orders
UPDATE dw.totals t SET total = s.total, name = s.last FROM (SELECT region, sum(amount) AS total, max(status) AS last FROM raw.orders GROUP BY region) s WHERE s.region = t.region

-- # update-by-a-subquery
-- : update dw.sales sets(amount, note) from raw.orders
UPDATE dw.sales s SET (amount, note) = (SELECT o.amount, o.status FROM raw.orders o WHERE o.id = s.id)

-- # merge-with-three-branches
-- : merge dw.sales(id, amount, region) key(id) sets(amount, note) from raw.orders
MERGE INTO dw.sales s USING raw.orders o ON o.id = s.id
WHEN MATCHED AND o.status = 'b' THEN DELETE
WHEN MATCHED THEN UPDATE SET amount = o.amount - o.discount, note = s.region || o.region
WHEN NOT MATCHED THEN INSERT (id, amount, region) VALUES (o.id, o.amount, o.region)

-- # delete-by-two-tables
-- : delete dw.sales from raw.orders, raw.returns
DELETE FROM dw.sales s USING raw.orders o, raw.returns r WHERE o.id = s.id AND r.order_id = o.id AND r.reason = 'a'
