-- = CREATE SCHEMA dw;
-- = CREATE TABLE dw.orders (id bigint PRIMARY KEY, customer_id bigint, product_id int, status text, amount numeric, discount numeric, quantity int, day date, region text, created_at timestamptz, updated_at timestamptz, body jsonb, tags text[], period tstzrange);
-- = CREATE TABLE dw.customers (id bigint PRIMARY KEY, name text, email text, region text, segment text, created_at timestamptz, parent_id bigint);
-- = CREATE TABLE dw.products (id int PRIMARY KEY, sku text, title text, category text, price numeric, cost numeric);
-- = CREATE TABLE dw.refunds (order_id bigint, amount numeric, day date);
-- = CREATE TABLE dw.calendar (day date PRIMARY KEY, week int, month int, quarter int, year int, is_holiday boolean);
-- = CREATE TABLE dw.events (id bigint, user_id bigint, name text, at timestamptz, url text, props jsonb);
-- = CREATE TABLE dw.employees (id int, manager_id int, name text, salary numeric, department text);
-- = CREATE TABLE dw.targets (region text, month int, year int, target numeric);
-- = CREATE VIEW dw.v_sales AS SELECT day, region, amount FROM dw.orders;

-- # nothing-read
-- : select
SELECT 1, now(), 'from dw.orders'

-- # one-table
-- : select from dw.orders
SELECT * FROM dw.orders WHERE id = @id

-- # parenthesised
-- : select from dw.orders
(SELECT id FROM dw.orders)

-- # values-alone
-- : select
VALUES (1, 'a'), (2, 'b')

-- # table-command
-- : select from dw.products
TABLE dw.products

-- # a-view
-- : select from dw.v_sales
SELECT region, sum(amount) FROM dw.v_sales GROUP BY region

-- # keyset-page
-- : select from dw.orders
SELECT id, amount FROM dw.orders WHERE (created_at, id) > (@lastAt, @lastId) ORDER BY created_at, id FETCH FIRST 100 ROWS ONLY

-- # offset-page
-- : select from dw.orders
SELECT id FROM dw.orders ORDER BY id OFFSET @skip ROWS LIMIT @take

-- # locking-read
-- : select from dw.orders, dw.customers
SELECT o.id FROM dw.orders o JOIN dw.customers c ON c.id = o.customer_id WHERE o.status = 'new' ORDER BY o.id LIMIT 10 FOR NO KEY UPDATE OF o SKIP LOCKED

-- # share-lock
-- : select from dw.customers
SELECT * FROM dw.customers WHERE id = $1 FOR SHARE NOWAIT

-- # every-join
-- : select from dw.orders, dw.customers, dw.products, dw.refunds, dw.calendar
SELECT o.id, c.name, p.title, r.amount, d.week
FROM dw.orders o
INNER JOIN dw.customers AS c ON c.id = o.customer_id
LEFT OUTER JOIN dw.products p ON p.id = o.product_id
RIGHT JOIN dw.refunds r ON r.order_id = o.id
FULL OUTER JOIN dw.calendar d ON d.day = o.day

-- # nested-join
-- : select from dw.orders, dw.customers, dw.refunds
SELECT count(*) FROM dw.orders o LEFT JOIN (dw.customers c INNER JOIN dw.refunds r ON r.amount > 0) ON c.id = o.customer_id AND r.order_id = o.id

-- # cross-join-and-comma
-- : select from dw.calendar, dw.products, dw.targets
SELECT d.day, p.sku FROM dw.calendar d CROSS JOIN dw.products p, dw.targets t WHERE t.month = d.month

-- # alias-with-columns
-- : select from dw.products
SELECT x.b FROM dw.products AS x(a, b) WHERE x.a = 1

-- # subquery-in-select-list
-- : select from dw.orders, dw.customers
SELECT c.name, (SELECT max(o.day) FROM dw.orders o WHERE o.customer_id = c.id) AS last_day FROM dw.customers c

-- # array-of-a-subquery
-- : select from dw.orders, dw.customers
SELECT c.id, ARRAY(SELECT o.id FROM dw.orders o WHERE o.customer_id = c.id ORDER BY o.day) FROM dw.customers c

-- # exists-and-any
-- : select from dw.customers, dw.orders, dw.refunds
SELECT name FROM dw.customers c
WHERE EXISTS (SELECT FROM dw.orders o WHERE o.customer_id = c.id)
  AND c.id <> ALL (SELECT order_id FROM dw.refunds)
  AND c.region = ANY ('{north,south}'::text[])

-- # union-intersect-except
-- : select from dw.customers, dw.events, dw.employees, dw.orders
SELECT id FROM dw.customers
UNION
(SELECT user_id FROM dw.events INTERSECT SELECT id FROM dw.employees)
EXCEPT ALL
SELECT customer_id FROM dw.orders
ORDER BY 1

-- # window-report
-- : select from dw.orders
SELECT region, day, amount,
       sum(amount) OVER w AS running,
       lag(amount, 1, 0::numeric) OVER (PARTITION BY region ORDER BY day) AS previous,
       ntile(4) OVER (ORDER BY amount DESC),
       first_value(id) OVER (w ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW EXCLUDE TIES)
FROM dw.orders
WINDOW w AS (PARTITION BY region ORDER BY day)

-- # filtered-aggregates
-- : select from dw.orders
SELECT region,
       count(*) FILTER (WHERE status = 'done') AS done,
       sum(amount) FILTER (WHERE status <> 'void') AS total,
       percentile_cont(0.5) WITHIN GROUP (ORDER BY amount) AS median,
       string_agg(DISTINCT status, ', ' ORDER BY status) AS states,
       array_agg(id ORDER BY created_at DESC)
FROM dw.orders
GROUP BY region
HAVING count(*) > 10

-- # grouping-sets
-- : select from dw.orders
SELECT region, status, sum(amount), grouping(region, status)
FROM dw.orders
GROUP BY GROUPING SETS ((region, status), (region), ()), ROLLUP (day), CUBE (product_id)

-- # distinct-on
-- : select from dw.events
SELECT DISTINCT ON (user_id) user_id, name, at FROM dw.events ORDER BY user_id, at DESC

-- # extract-from-is-no-table
-- : select from dw.orders
SELECT extract(year FROM created_at), substring(status FROM 1 FOR 2), trim(BOTH ' ' FROM status), overlay(status PLACING 'x' FROM 2), position('a' IN status) FROM dw.orders WHERE extract(epoch FROM now()) > 0

-- # is-distinct-from-is-no-table
-- : select from dw.orders, dw.refunds
SELECT o.id FROM dw.orders o JOIN dw.refunds r ON r.order_id IS NOT DISTINCT FROM o.id WHERE o.amount IS DISTINCT FROM r.amount

-- # table-functions
-- : select from dw.orders
SELECT g.n, j.key, j.value, r.x
FROM generate_series(1, 10) AS g(n),
     dw.orders o,
     jsonb_each(o.body) AS j,
     ROWS FROM (generate_series(1, 2), unnest(o.tags)) WITH ORDINALITY AS r(x, y, z)

-- # lateral-top-n
-- : select from dw.customers, dw.orders
SELECT c.name, top.id, top.amount
FROM dw.customers c
LEFT JOIN LATERAL (
    SELECT o.id, o.amount FROM dw.orders o WHERE o.customer_id = c.id ORDER BY o.amount DESC LIMIT 3
) top ON true

-- # json-operators
-- : select from dw.events
SELECT props -> 'a' ->> 'b', props #> '{x,y}', props #>> '{x,0}', props @> '{"k":1}', props ? 'k', props ?| array['a','b'], props ?& array['c'], props @? '$.a[*]', props - 'z'
FROM dw.events WHERE props ->> 'source' = @source

-- # arrays-and-ranges
-- : select from dw.orders
SELECT tags[1], tags[2:3], array_length(tags, 1), ARRAY[1, 2, 3] || 4, period && tstzrange(@from, @to, '[)') FROM dw.orders WHERE tags @> ARRAY['a'] AND 'b' = ANY (tags) AND period @> now()

-- # casts
-- : select from dw.orders
SELECT amount::int, CAST(day AS text), '2026-01-01'::date + 1, body::text::varchar(20), int4 '7', interval '1' day, timestamp with time zone '2026-01-01 00:00+00' FROM dw.orders WHERE day >= @day::date

-- # regular-expressions
-- : select from dw.customers
SELECT name ~ '^a', name !~* 'b$', name SIMILAR TO '%(x|y)%', name ILIKE 'a\_%' ESCAPE '\' FROM dw.customers

-- # dollar-quotes-and-escapes
-- : select from dw.customers
SELECT $$it's from dw.orders$$, $tag$a $$ b$tag$, E'it\'s from x', U&'d\0061t\+000061', 'it''s', B'101', X'1F' FROM dw.customers

-- # timezones
-- : select from dw.events
SELECT date_trunc('day', at AT TIME ZONE 'Europe/Berlin'), count(*) FROM dw.events GROUP BY 1 ORDER BY 1

-- # case-report
-- : select from dw.orders
SELECT CASE status WHEN 'new' THEN 1 WHEN 'done' THEN 2 ELSE 0 END,
       sum(CASE WHEN amount > 100 THEN amount ELSE 0 END),
       coalesce(nullif(region, ''), 'none'), greatest(1, 2)
FROM dw.orders GROUP BY 1, 3

-- # recursive-hierarchy
-- : select from dw.employees
WITH RECURSIVE chain (id, name, depth, path) AS (
    SELECT id, name, 0, ARRAY[id] FROM dw.employees WHERE manager_id IS NULL
    UNION ALL
    SELECT e.id, e.name, c.depth + 1, c.path || e.id
    FROM dw.employees e
    JOIN chain c ON e.manager_id = c.id
    WHERE NOT e.id = ANY (c.path)
) SEARCH DEPTH FIRST BY id SET ordering
SELECT repeat('  ', depth) || name FROM chain ORDER BY ordering

-- # cte-named-like-a-table
-- : select from dw.orders
WITH orders AS (SELECT id, amount FROM dw.orders WHERE amount > 0) SELECT sum(amount) FROM orders

-- # cte-not-materialized
-- : select from dw.orders, dw.refunds
WITH o AS NOT MATERIALIZED (SELECT * FROM dw.orders), r AS MATERIALIZED (SELECT * FROM dw.refunds)
SELECT o.id FROM o JOIN r ON r.order_id = o.id

-- # cte-inside-a-subquery
-- : select from dw.orders, dw.customers
SELECT * FROM (
    WITH big AS (SELECT customer_id FROM dw.orders WHERE amount > 1000)
    SELECT c.name FROM dw.customers c JOIN big b ON b.customer_id = c.id
) q

-- # lookback-window
-- : select from dw.events
SELECT id, user_id FROM dw.events WHERE at > @watermark - interval '15 minutes' AND at <= least(now(), @upper) ORDER BY at, id

-- # unqualified-columns-of-a-join
-- : select from dw.orders, dw.customers
SELECT status, name, email FROM dw.orders JOIN dw.customers ON customer_id = customers.id

-- # sessionised-events
-- : select from dw.events
WITH gaps AS (
    SELECT user_id, at, name,
           CASE WHEN at - lag(at) OVER (PARTITION BY user_id ORDER BY at) > interval '30 minutes' THEN 1 ELSE 0 END AS is_new
    FROM dw.events
), sessions AS (
    SELECT user_id, at, name, sum(is_new) OVER (PARTITION BY user_id ORDER BY at) AS session_no FROM gaps
)
SELECT user_id, session_no, min(at) AS started, max(at) AS ended, count(*) AS hits
FROM sessions
GROUP BY user_id, session_no

-- # gaps-and-islands
-- : select from dw.calendar, dw.orders
SELECT min(day), max(day), count(*)
FROM (
    SELECT d.day, d.day - (row_number() OVER (ORDER BY d.day))::int AS island
    FROM dw.calendar d
    WHERE NOT EXISTS (SELECT 1 FROM dw.orders o WHERE o.day = d.day)
) missing
GROUP BY island
ORDER BY 1

-- # cohort-retention
-- : select from dw.customers, dw.orders
WITH cohorts AS (
    SELECT id AS customer_id, date_trunc('month', created_at)::date AS cohort FROM dw.customers
), activity AS (
    SELECT DISTINCT customer_id, date_trunc('month', day)::date AS month FROM dw.orders WHERE status = 'done'
), sizes AS (
    SELECT cohort, count(*) AS size FROM cohorts GROUP BY cohort
)
SELECT c.cohort,
       ((extract(year FROM a.month) - extract(year FROM c.cohort)) * 12 + extract(month FROM a.month) - extract(month FROM c.cohort))::int AS age,
       count(DISTINCT a.customer_id) AS active,
       round(100.0 * count(DISTINCT a.customer_id) / max(s.size), 1) AS percent
FROM cohorts c
JOIN activity a USING (customer_id)
JOIN sizes s ON s.cohort = c.cohort
GROUP BY 1, 2
ORDER BY 1, 2

-- # monthly-sales-against-target
-- : select from dw.calendar, dw.orders, dw.customers, dw.products, dw.refunds, dw.targets
-- A report of the length people really write: several layers of common tables, windows over aggregates,
-- a correlated subquery, and a set operation at the end for the grand total.
WITH params AS (
    SELECT @year::int AS year, coalesce(@region, 'all') AS region
),
days AS (
    SELECT c.day, c.month, c.year
    FROM dw.calendar c
    CROSS JOIN params p
    WHERE c.year = p.year
),
net AS (
    SELECT o.id,
           o.day,
           o.customer_id,
           o.product_id,
           o.region,
           o.amount - coalesce(o.discount, 0) AS amount,
           o.quantity
    FROM dw.orders o
    WHERE o.status IN ('done', 'sent', 'paid')
      AND o.day >= make_date((SELECT year FROM params), 1, 1)
),
enriched AS (
    SELECT n.*,
           cu.segment,
           cu.name AS customer,
           p.category,
           n.amount - n.quantity * p.cost AS margin
    FROM net n
    LEFT JOIN dw.customers cu ON cu.id = n.customer_id
    LEFT JOIN dw.products p ON p.id = n.product_id
),
refunded AS (
    SELECT r.order_id, sum(r.amount) AS amount
    FROM dw.refunds r
    WHERE r.day >= make_date((SELECT year FROM params), 1, 1)
    GROUP BY r.order_id
),
monthly AS (
    SELECT d.month,
           e.region,
           e.segment,
           e.category,
           count(DISTINCT e.id) AS orders,
           count(DISTINCT e.customer_id) AS customers,
           sum(e.amount) AS gross,
           sum(e.amount) - coalesce(sum(rf.amount), 0) AS net,
           sum(e.margin) AS margin,
           avg(e.amount) FILTER (WHERE e.quantity > 1) AS basket
    FROM days d
    LEFT JOIN enriched e ON e.day = d.day
    LEFT JOIN refunded rf ON rf.order_id = e.id
    GROUP BY d.month, e.region, e.segment, e.category
),
ranked AS (
    SELECT m.*,
           rank() OVER (PARTITION BY m.month ORDER BY m.net DESC NULLS LAST) AS place,
           sum(m.net) OVER (PARTITION BY m.region ORDER BY m.month ROWS UNBOUNDED PRECEDING) AS year_to_date,
           m.net - lag(m.net) OVER (PARTITION BY m.region, m.segment, m.category ORDER BY m.month) AS change
    FROM monthly m
)
SELECT r.month,
       r.region,
       r.segment,
       r.category,
       r.orders,
       r.customers,
       r.gross,
       r.net,
       r.margin,
       r.basket,
       r.place,
       r.year_to_date,
       r.change,
       t.target,
       CASE
           WHEN t.target IS NULL THEN 'no target'
           WHEN r.net >= t.target THEN 'met'
           WHEN r.net >= t.target * 0.9 THEN 'close'
           ELSE 'missed'
       END AS verdict,
       (SELECT count(*) FROM dw.refunds x WHERE extract(month FROM x.day) = r.month) AS refunds
FROM ranked r
LEFT JOIN dw.targets t ON t.region = r.region AND t.month = r.month AND t.year = (SELECT year FROM params)
WHERE r.place <= 20
UNION ALL
SELECT NULL, 'total', NULL, NULL, sum(orders), sum(customers), sum(gross), sum(net), sum(margin), NULL, NULL, NULL, NULL, NULL, 'total', NULL
FROM monthly
ORDER BY 1 NULLS LAST, 11

-- # catalog-query
-- : select from information_schema.columns
SELECT column_name FROM information_schema.columns WHERE table_schema = 'dw' AND table_name = @table

-- # row-comparison-and-composite
-- : select from dw.customers, dw.orders
SELECT c, (c).name, row_to_json(o), (o.*)::text FROM dw.customers c JOIN dw.orders o ON ROW(o.customer_id, o.region) = ROW(c.id, c.region)

-- # operator-with-schema
-- : select from dw.customers
SELECT name OPERATOR(pg_catalog.~) '^a', name COLLATE "C" FROM dw.customers ORDER BY name USING <

-- # explain-of-a-query
-- : other from dw.orders
EXPLAIN (ANALYZE, BUFFERS) SELECT * FROM dw.orders
