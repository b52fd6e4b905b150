-- = CREATE TABLE orders (id INT AUTO_INCREMENT PRIMARY KEY, customer_id INT, amount DECIMAL(10,2), status VARCHAR(20), day DATE, note VARCHAR(100), updated_at DATETIME);
-- = CREATE TABLE staging (id INT, customer_id INT, amount DECIMAL(10,2), status VARCHAR(20), day DATE, note VARCHAR(100));
-- = CREATE TABLE customers (id INT PRIMARY KEY, name VARCHAR(50), email VARCHAR(50) UNIQUE, region VARCHAR(20), is_active TINYINT);
-- = CREATE TABLE daily (day DATE, region VARCHAR(20), total DECIMAL(12,2), orders INT, PRIMARY KEY (day, region));
-- = CREATE TABLE log (id INT AUTO_INCREMENT PRIMARY KEY, at DATETIME, message VARCHAR(200));
-- = CREATE TABLE watermarks (name VARCHAR(50) PRIMARY KEY, loaded_to DATETIME, run_id INT);
-- = CREATE TABLE `order lines` (`order` INT, `line no` INT, sku VARCHAR(20), qty INT, PRIMARY KEY (`order`, `line no`));
-- = INSERT INTO orders (id, customer_id, amount, status, day) VALUES (1, 1, 10, 'new', '2026-01-01'), (2, 2, 20, 'done', '2026-01-02');
-- = INSERT INTO staging VALUES (101, 1, 5, 'new', '2026-01-03', 'a'), (102, 2, 6, 'new', '2026-01-03', 'b');
-- = INSERT INTO customers VALUES (1, 'Ada', 'ada@x', 'north', 1), (2, 'Bob', 'bob@x', 'south', 1);
-- = INSERT INTO daily VALUES ('2026-01-01', 'north', 10, 1);

-- # select
-- : select from orders
SELECT id, amount FROM orders WHERE day >= ? AND day < ? ORDER BY id LIMIT 100

-- # select-star
-- : select from orders
SELECT * FROM orders

-- # select-without-from
-- : select
SELECT 1 + 1, NOW(), @@version

-- # select-join
-- : select from orders, customers
SELECT o.id, c.name FROM orders o JOIN customers c ON c.id = o.customer_id AND c.is_active = 1

-- # select-comma
-- : select from orders, customers
SELECT o.id FROM orders o, customers AS c WHERE o.customer_id = c.id

-- # select-all-joins
-- : select from orders, customers, staging, daily
SELECT *
FROM orders
LEFT OUTER JOIN customers ON customers.id = orders.customer_id
RIGHT JOIN staging ON staging.id = orders.id
CROSS JOIN daily

-- # select-natural
-- : select from orders, staging
SELECT id FROM orders NATURAL LEFT JOIN staging

-- # select-using
-- : select from orders, staging
SELECT id, orders.amount FROM orders JOIN staging USING (id, day)

-- # select-nested-join
-- : select from orders, customers, staging
SELECT o.id FROM orders o LEFT JOIN (customers c INNER JOIN staging s ON s.customer_id = c.id) ON c.id = o.customer_id

-- # select-derived
-- : select from orders
SELECT x.day, x.total FROM (SELECT day, SUM(amount) total FROM orders GROUP BY day HAVING SUM(amount) > 5) x

-- # select-exists
-- : select from customers, orders
SELECT name FROM customers c WHERE EXISTS (SELECT 1 FROM orders o WHERE o.customer_id = c.id AND o.status <> 'void')

-- # select-any-all
-- : select from orders, staging
SELECT id FROM orders WHERE amount > ALL (SELECT amount FROM staging) OR amount = ANY (SELECT amount FROM staging)

-- # select-tuple-in
-- : select from orders, staging
SELECT id FROM orders WHERE (customer_id, day) IN (SELECT customer_id, day FROM staging)

-- # select-scalar
-- : select from orders, customers
SELECT name, (SELECT COUNT(*) FROM orders WHERE customer_id = customers.id) AS orders FROM customers

-- # select-union
-- : select from orders, staging
(SELECT id FROM orders ORDER BY id LIMIT 5) UNION (SELECT id FROM staging) ORDER BY id DESC LIMIT 3

-- # select-except-intersect
-- : select from orders, staging, customers
SELECT id FROM orders EXCEPT SELECT id FROM staging INTERSECT SELECT id FROM customers

-- # with
-- : select from orders, customers
WITH totals AS (
    SELECT customer_id, SUM(amount) AS total FROM orders GROUP BY customer_id
), ranked (customer, total, place) AS (
    SELECT customer_id, total, RANK() OVER (ORDER BY total DESC) FROM totals
)
SELECT c.name, r.total FROM ranked r JOIN customers c ON c.id = r.customer WHERE r.place <= 3

-- # with-recursive
-- : select
WITH RECURSIVE n AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM n WHERE i < 10) SELECT SUM(i) FROM n

-- # window-functions
-- : select from orders
SELECT id,
       ROW_NUMBER() OVER (PARTITION BY customer_id ORDER BY day DESC, id DESC) AS rn,
       LAG(amount, 1) OVER (PARTITION BY customer_id ORDER BY day) AS previous,
       SUM(amount) OVER (PARTITION BY customer_id ORDER BY day ROWS BETWEEN 6 PRECEDING AND CURRENT ROW) AS week
FROM orders

-- # latest-per-key
-- : select from staging
SELECT id, amount FROM (SELECT s.*, ROW_NUMBER() OVER (PARTITION BY id ORDER BY day DESC) rn FROM staging s) t WHERE rn = 1

-- # group-concat
-- : select from orders
SELECT customer_id, GROUP_CONCAT(DISTINCT status ORDER BY status SEPARATOR ';') FROM orders GROUP BY customer_id WITH ROLLUP

-- # index-hints
-- : select from orders, customers
SELECT o.id FROM orders o USE INDEX (PRIMARY) JOIN customers c IGNORE INDEX FOR JOIN (PRIMARY) ON c.id = o.customer_id

-- # for-update
-- : select from orders
SELECT id FROM orders WHERE status = 'new' ORDER BY id LIMIT 5 FOR UPDATE SKIP LOCKED

-- # lock-in-share-mode
-- : select from orders
SELECT id FROM orders WHERE id = 1 LOCK IN SHARE MODE

-- # sql-calc-found-rows
-- : select from orders
SELECT SQL_NO_CACHE SQL_CALC_FOUND_ROWS id FROM orders LIMIT 5

-- # straight-join
-- : select from orders, customers
SELECT STRAIGHT_JOIN o.id FROM orders o STRAIGHT_JOIN customers c ON c.id = o.customer_id

-- # interval-arithmetic
-- : select from orders
SELECT id FROM orders WHERE updated_at BETWEEN NOW() - INTERVAL 1 HOUR AND NOW() AND day > DATE_ADD('2026-01-01', INTERVAL '1-2' YEAR_MONTH)

-- # regexp-and-like
-- : select from customers
SELECT name FROM customers WHERE name REGEXP '^[A-M]' AND email NOT LIKE '%\_%' ESCAPE '\\' OR name SOUNDS LIKE 'Ada'

-- # match-against
-- : select from customers
SELECT name FROM customers WHERE CONCAT(name, "", email) = "a'b" AND region <> ''

-- # json
-- : select from orders
SELECT JSON_EXTRACT(note, '$.a') FROM orders WHERE JSON_UNQUOTE(JSON_EXTRACT(note, '$."b c"')) = ?

-- # string-concatenation-by-neighbours
-- : select from customers
SELECT 'a' 'b' FROM customers WHERE name = 'it''s' 'x' COLLATE utf8mb4_general_ci

-- # comments-of-three-kinds
-- : select from orders
SELECT id -- FROM staging
     , amount # FROM customers
  /* FROM daily */ FROM orders

-- # executable-comment
-- : select from orders
SELECT /*!40001 SQL_NO_CACHE */ id FROM orders

-- # double-dash-is-minus
-- : select from orders
SELECT 5--1 FROM orders

-- # keywords-as-aliases
-- : select from orders
SELECT id AS `select`, amount AS 'from', day "where" FROM orders AS `table`

-- # qualified-star-and-backticks
-- : select from order lines
SELECT `order lines`.*, `order lines`.`line no` + 1 FROM `order lines` WHERE `order lines`.`order` IN (1, 2, 3)

-- # operators
-- : select from orders
SELECT id FROM orders WHERE amount DIV 2 = 1 XOR amount MOD 3 = 0 || NOT id <=> NULL && status != 'x' AND ~id & 1 | 2 << 1

-- # case-and-functions-named-like-keywords
-- : select from orders
SELECT LEFT(status, 2), RIGHT(status, 2), IF(amount > 1, 'y', 'n'), REPLACE(note, 'a', ''), INSERT(note, 1, 2, 'x'), VALUES(amount), TRUNCATE(amount, 1), MOD(id, 2), YEAR(day), CHAR(65 USING utf8mb4), CONVERT(note, CHAR(10)), CAST(id AS UNSIGNED), EXTRACT(YEAR FROM day), TRIM(BOTH 'x' FROM note), SUBSTRING(note FROM 2 FOR 3), POSITION('a' IN note) FROM orders

-- # select-into-variable
-- : select from orders
SELECT COUNT(*), MAX(day) INTO @n, @last FROM orders

-- # select-into-outfile
-- : select from orders
SELECT id, amount INTO OUTFILE '/none/orders.csv' FIELDS TERMINATED BY ',' FROM orders

-- # table-and-values
-- : select
VALUES (1, 'a'), (2, 'b')

-- # revenue-report
-- : select from orders, customers, daily
WITH monthly AS (
    SELECT
        DATE_FORMAT(o.day, '%Y-%m-01') AS month,
        c.region,
        SUM(o.amount) AS revenue,
        COUNT(DISTINCT o.customer_id) AS customers
    FROM orders o
    INNER JOIN customers c ON c.id = o.customer_id
    WHERE o.status NOT IN ('void', 'test')
      AND o.day >= DATE_SUB(CURDATE(), INTERVAL 12 MONTH)
    GROUP BY DATE_FORMAT(o.day, '%Y-%m-01'), c.region
),
compared AS (
    SELECT
        m.month,
        m.region,
        m.revenue,
        m.customers,
        LAG(m.revenue) OVER (PARTITION BY m.region ORDER BY m.month) AS previous_revenue,
        SUM(m.revenue) OVER (PARTITION BY m.region ORDER BY m.month ROWS UNBOUNDED PRECEDING) AS running_revenue
    FROM monthly m
)
SELECT
    x.month,
    x.region,
    x.revenue,
    x.revenue - COALESCE(x.previous_revenue, 0) AS growth,
    ROUND(100 * (x.revenue - x.previous_revenue) / NULLIF(x.previous_revenue, 0), 1) AS growth_percent,
    x.running_revenue,
    (SELECT MAX(d.total) FROM daily d WHERE d.region = x.region) AS best_day
FROM compared x
WHERE x.month > '2026-01-01' OR x.previous_revenue IS NULL
ORDER BY x.region, x.month DESC
