-- = CREATE TABLE orders (id INTEGER PRIMARY KEY, customer_id INTEGER, sku TEXT, amount REAL, day TEXT, status TEXT, body TEXT);
-- = CREATE TABLE customers (id INTEGER PRIMARY KEY, name TEXT, city TEXT, parent_id INTEGER);
-- = CREATE TABLE products (sku TEXT PRIMARY KEY, title TEXT, price REAL);
-- = CREATE TABLE events (id INTEGER, user_id INTEGER, name TEXT, at INTEGER);
-- = CREATE VIEW v_totals AS SELECT customer_id, sum(amount) AS total FROM orders GROUP BY customer_id;
-- = CREATE VIRTUAL TABLE docs USING fts5(title, body);
-- = CREATE TABLE "Order Lines" ("Line Id" INTEGER, [select] TEXT, `group` TEXT, 'odd' TEXT);
-- = CREATE TABLE Größe (straße TEXT, 数量 INTEGER);

-- # nothing
-- : select
SELECT 1, 'from orders', date('now')

-- # values
-- : select
VALUES (1, 2), (3, 4)

-- # parameters
-- : select from orders
SELECT * FROM orders WHERE id = ? AND day = ?2 AND sku = :sku AND status = @status AND amount > $amount

-- # joins
-- : select from orders, customers, products
SELECT o.id, c.name, p.title
FROM orders AS o
INNER JOIN customers c ON c.id = o.customer_id
LEFT OUTER JOIN products p USING (sku)
WHERE o.amount > 10 ORDER BY o.day DESC LIMIT 10 OFFSET 20

-- # limit-comma
-- : select from orders
SELECT id FROM orders ORDER BY id LIMIT 5, 10

-- # natural-and-cross
-- : select from orders, products, customers
SELECT * FROM orders NATURAL JOIN products CROSS JOIN customers

-- # full-and-right
-- : select from orders, customers
SELECT o.id, c.id FROM orders o FULL OUTER JOIN customers c ON c.id = o.customer_id

-- # comma-joins
-- : select from orders, customers
SELECT o.id FROM orders o, customers c WHERE c.id = o.customer_id

-- # a-view
-- : select from v_totals, customers
SELECT c.name, t.total FROM v_totals t JOIN customers c ON c.id = t.customer_id

-- # nested-parentheses
-- : select from orders, customers, products
SELECT * FROM ((orders JOIN customers ON customers.id = orders.customer_id) JOIN products ON products.sku = orders.sku)

-- # subquery-everywhere
-- : select from products, customers, orders
SELECT (SELECT max(price) FROM products), name FROM customers WHERE id IN (SELECT customer_id FROM orders WHERE day = '2026-01-01')

-- # in-a-table
-- : select from orders, customers
SELECT id FROM orders WHERE customer_id IN (SELECT id FROM customers)

-- # exists
-- : select from customers, orders
SELECT name FROM customers WHERE NOT EXISTS (SELECT * FROM orders WHERE orders.customer_id = customers.id)

-- # compound
-- : select from orders, customers, events
SELECT id FROM orders UNION SELECT id FROM customers INTERSECT SELECT user_id FROM events EXCEPT SELECT 1 ORDER BY 1

-- # ctes
-- : select from orders, customers
WITH totals AS (SELECT customer_id, sum(amount) AS total FROM orders GROUP BY customer_id),
     big(customer, total) AS MATERIALIZED (SELECT customer_id, total FROM totals WHERE total > 100)
SELECT c.name, b.total FROM customers c JOIN big b ON b.customer = c.id

-- # recursive-cte
-- : select from customers
WITH RECURSIVE chain(id, depth) AS (
    SELECT id, 0 FROM customers WHERE parent_id IS NULL
    UNION ALL
    SELECT c.id, depth + 1 FROM customers c JOIN chain ON chain.id = c.parent_id LIMIT 1000
)
SELECT * FROM chain

-- # counting-cte
-- : select
WITH RECURSIVE n(x) AS (VALUES (1) UNION ALL SELECT x + 1 FROM n WHERE x < 100) SELECT x FROM n

-- # windows
-- : select from events
SELECT user_id, at, at - lag(at) OVER w AS gap, count(*) FILTER (WHERE name = 'x') OVER (PARTITION BY user_id ORDER BY at RANGE BETWEEN 60 PRECEDING AND CURRENT ROW)
FROM events WINDOW w AS (PARTITION BY user_id ORDER BY at)

-- # group-concat-having
-- : select from orders
SELECT customer_id, group_concat(DISTINCT status), total(amount) FROM orders GROUP BY customer_id HAVING count(*) > 1

-- # table-valued-functions
-- : select from orders
SELECT o.id, j.key, j.atom FROM orders o, json_tree(o.body, '$.lines') AS j WHERE j.type = 'integer'

-- # pragma-function
-- : select
SELECT name, type FROM pragma_table_info('orders')

-- # full-text
-- : select from docs
SELECT rowid, snippet(docs, 0, '[', ']', '...', 8) FROM docs WHERE docs MATCH @query ORDER BY rank

-- # glob-regexp-is
-- : select from customers
SELECT * FROM customers WHERE name GLOB 'A*' AND city IS NOT 'x' AND name IS NOT DISTINCT FROM city AND name LIKE '10\%' ESCAPE '\'

-- # case-cast-collate
-- : select from orders
SELECT CASE WHEN amount > 10 THEN 'big' ELSE 'small' END, CAST(amount AS INTEGER), iif(amount > 1, 1, 0), sku COLLATE NOCASE FROM orders

-- # indexed-by
-- : select from orders
SELECT id FROM orders NOT INDEXED WHERE day = '2026-01-01'

-- # odd-quotes
-- : select from Order Lines
SELECT "Line Id", [select], `group`, "odd" FROM "Order Lines" AS [x] WHERE x."Line Id" = 1

-- # brackets-and-backticks
-- : select from Order Lines, orders
SELECT a.[Line Id] FROM [Order Lines] a JOIN `orders` b ON b.id = a.[Line Id]

-- # unicode-names
-- : select from Größe
SELECT straße, sum(数量) FROM Größe GROUP BY straße

-- # schema-qualified
-- : select from main.orders, main.customers
SELECT o.id FROM main.orders o JOIN "main"."customers" c ON c.id = o.customer_id

-- # comments-everywhere
-- : select from orders, customers
/* all */ SELECT -- the id; from nowhere
  o.id /* , c.name FROM products */
FROM -- next
  orders o -- '
  JOIN /* " */ customers c ON c.id = o.customer_id -- ; DROP TABLE orders
;

-- # keywords-as-names
-- : select from orders
SELECT o.id AS "from", o.day AS [order], o.sku "where" FROM orders AS "select" JOIN (SELECT 1 AS x) AS "join" JOIN orders o

-- # blob-and-escapes
-- : select from customers
SELECT x'CAFE', 'it''s', 'a -- b', 'c /* d', "name" || char(10) FROM customers

-- # schema-table
-- : select from sqlite_master
SELECT name, sql FROM sqlite_master WHERE type = 'table'

-- # explain-query-plan
-- : other from orders
EXPLAIN QUERY PLAN SELECT * FROM orders WHERE id = 1

-- # watermark
-- : select from orders
SELECT coalesce(max(day), '1900-01-01') FROM orders WHERE day <= date('now', '-1 day')

-- # report-of-the-month
-- : select from orders, customers, products, events
WITH month AS (
    SELECT date(@month, 'start of month') AS first_day, date(@month, 'start of month', '+1 month') AS next_month
),
sold AS (
    SELECT o.customer_id, o.sku, o.day, o.amount,
           row_number() OVER (PARTITION BY o.customer_id ORDER BY o.amount DESC) AS place
    FROM orders o, month m
    WHERE o.day >= m.first_day AND o.day < m.next_month AND o.status NOT IN ('void', 'test')
),
named AS (
    SELECT s.*, c.name, c.city, p.title
    FROM sold s
    JOIN customers c ON c.id = s.customer_id
    LEFT JOIN products p ON p.sku = s.sku
),
seen AS (
    SELECT user_id, count(*) AS visits
    FROM events
    WHERE at BETWEEN strftime('%s', (SELECT first_day FROM month)) AND strftime('%s', (SELECT next_month FROM month))
    GROUP BY user_id
)
SELECT n.city,
       n.name,
       max(CASE WHEN n.place = 1 THEN n.title END) AS best,
       round(sum(n.amount), 2) AS total,
       printf('%.1f%%', 100.0 * sum(n.amount) / (SELECT sum(amount) FROM sold)) AS share,
       coalesce(v.visits, 0) AS visits
FROM named n
LEFT JOIN seen v ON v.user_id = n.customer_id
GROUP BY n.city, n.name
HAVING total > 0
ORDER BY total DESC, n.name COLLATE NOCASE
LIMIT @top
