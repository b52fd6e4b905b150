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

-- # insert-values
-- : insert append orders(customer_id, amount, status)
INSERT INTO orders (customer_id, amount, status) VALUES (?, ?, ?)

-- # insert-value
-- : insert append log(at, message)
INSERT INTO log (at, message) VALUE (NOW(), @message)

-- # insert-without-into
-- : insert append log(message)
INSERT log (message) VALUES ('started')

-- # insert-without-columns
-- : insert append log
INSERT INTO log VALUES (NULL, CURRENT_TIMESTAMP, 'x')

-- # insert-several-rows
-- : insert append log(at, message)
INSERT INTO log (at, message) VALUES (NOW(), 'a'), (NOW(6), 'it''s; b'), (UTC_TIMESTAMP(), "say ""c""")

-- # insert-defaults
-- : insert append log()
INSERT INTO log () VALUES ()

-- # insert-set
-- : insert append log(at, message)
INSERT INTO log SET at = NOW(), message = CONCAT('loaded ', ?)

-- # insert-select
-- : insert append orders(customer_id, amount, status, day) from staging
INSERT INTO orders (customer_id, amount, status, day)
SELECT customer_id, amount, status, day FROM staging WHERE day = ?

-- # insert-select-in-parentheses
-- : insert append log(message) from staging
INSERT INTO log (message) (SELECT note FROM staging)

-- # insert-select-without-columns
-- : insert append staging from orders
INSERT INTO staging SELECT id, customer_id, amount, status, day, note FROM orders

-- # insert-select-join
-- : insert append daily(day, region, total, orders) from staging, customers
INSERT INTO daily (day, region, total, orders)
SELECT s.day, c.region, SUM(s.amount), COUNT(*)
FROM staging s
INNER JOIN customers c ON c.id = s.customer_id
GROUP BY s.day, c.region

-- # insert-select-straight-join
-- : insert append log(message) from staging, customers
INSERT INTO log (message) SELECT STRAIGHT_JOIN c.name FROM staging s STRAIGHT_JOIN customers c ON c.id = s.customer_id

-- # insert-select-of-itself
-- : insert append staging(id, customer_id, amount) from staging
INSERT INTO staging (id, customer_id, amount) SELECT id + 1000, customer_id, amount FROM staging

-- # insert-with-common-table-behind-the-target
-- : insert append orders(customer_id, amount) from staging
INSERT INTO orders (customer_id, amount)
WITH latest AS (
    SELECT s.*, ROW_NUMBER() OVER (PARTITION BY s.id ORDER BY s.day DESC) AS rn
    FROM staging AS s
)
SELECT customer_id, amount FROM latest WHERE rn = 1

-- # insert-union
-- : insert append log(message) from orders, staging
INSERT INTO log (message)
SELECT note FROM orders WHERE note IS NOT NULL
UNION ALL
SELECT note FROM staging

-- # insert-only-new-not-exists
-- : insert append-if-absent orders(id, customer_id, amount) from staging, orders
INSERT INTO orders (id, customer_id, amount)
SELECT s.id, s.customer_id, s.amount
FROM staging s
WHERE NOT EXISTS (SELECT 1 FROM orders o WHERE o.id = s.id)

-- # insert-only-new-left-join
-- : insert append-if-absent orders(id, customer_id, amount) from staging, orders
INSERT INTO orders (id, customer_id, amount)
SELECT s.id, s.customer_id, s.amount
FROM staging s
LEFT JOIN orders o ON o.id = s.id
WHERE o.id IS NULL

-- # insert-only-new-not-in
-- : insert append-if-absent orders(id, customer_id, amount) from staging, orders
INSERT INTO orders (id, customer_id, amount)
SELECT id, customer_id, amount FROM staging WHERE id NOT IN (SELECT id FROM orders)

-- # insert-from-dual-when-absent
-- : insert append-if-absent watermarks(name, loaded_to) from DUAL, watermarks
-- ! MariaDB: DUAL is no table there
INSERT INTO watermarks (name, loaded_to)
SELECT 'orders', '2026-01-01' FROM DUAL
WHERE NOT EXISTS (SELECT * FROM watermarks WHERE name = 'orders')

-- # insert-without-from-when-absent
-- : insert append-if-absent watermarks(name, loaded_to) from watermarks
INSERT INTO watermarks (name, loaded_to)
SELECT * FROM (SELECT 'orders' AS name, NOW() AS loaded_to) AS tmp
WHERE NOT EXISTS (SELECT name FROM watermarks WHERE name = 'orders') LIMIT 1

-- # insert-low-priority
-- : insert append log(message)
INSERT LOW_PRIORITY INTO log (message) VALUES ('x')

-- # insert-high-priority
-- : insert append log(message)
insert high_priority into log (message) values ('x')

-- # insert-quoted-names
-- : insert append order lines(order, line no, sku)
INSERT INTO `order lines` (`order`, `line no`, sku) VALUES (1, 2, 'a`b')

-- # insert-with-comments-everywhere
-- : insert append log(at, message)
/* nightly */ INSERT /* into */ INTO -- the log
  log (at, # when
       message) /* ; */
VALUES (NOW(), 'x -- y # z /* w */')

-- # insert-with-optimizer-hint
-- : insert append log(message) from staging
INSERT /*+ SET_VAR(sort_buffer_size = 16M) */ INTO log (message) SELECT note FROM staging FORCE INDEX FOR JOIN ()

-- # insert-with-backslash-escapes
-- : insert append log(message)
INSERT INTO log (message) VALUES ('it\'s \\ "quoted"\n')

-- # insert-introducer-and-hex
-- : insert append log(message)
INSERT INTO log (message) VALUES (_utf8mb4'größe' COLLATE utf8mb4_bin), (x'4D7953514C'), (0x41), (b'01000001')

-- # insert-scalar-subqueries
-- : insert append log(at, message) from orders, customers
INSERT INTO log (at, message)
VALUES ((SELECT MAX(updated_at) FROM orders), (SELECT name FROM customers WHERE id = ? LIMIT 1))

-- # insert-default-value
-- : insert append log(id, message)
INSERT INTO log (id, message) VALUES (DEFAULT, 'x')

-- # insert-recursive-common-table
-- : insert append log(at, message)
INSERT INTO log (at, message)
WITH RECURSIVE days AS (
    SELECT DATE('2026-01-01') AS d
    UNION ALL
    SELECT d + INTERVAL 1 DAY FROM days WHERE d < '2026-01-10'
)
SELECT d, 'day' FROM days

-- # insert-returning
-- : insert append log(message)
INSERT INTO log (message) VALUES ('x') RETURNING id

-- # insert-case-of-keywords
-- : insert append ORDERS(Customer_Id, AMOUNT) from Staging
iNsErT iNtO ORDERS (Customer_Id, AMOUNT) sElEcT customer_id, amount FrOm Staging

-- # insert-select-for-update
-- : insert append log(message) from staging
INSERT INTO log (message) SELECT note FROM staging WHERE status = 'new' FOR UPDATE

-- # insert-select-window-frame
-- : insert append log(message) from orders
INSERT INTO log (message)
SELECT CONCAT(id, ':', SUM(amount) OVER w)
FROM orders
WINDOW w AS (PARTITION BY customer_id ORDER BY day ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)

-- # insert-select-limit-order
-- : insert append log(message) from staging
INSERT INTO log (message) SELECT note FROM staging ORDER BY day DESC, id LIMIT 10 OFFSET 0

-- # insert-select-limit-comma
-- : insert append log(message) from staging
INSERT INTO log (message) SELECT note FROM staging LIMIT 0, 10

-- # insert-select-derived
-- : insert append daily(day, region, total, orders) from orders, customers
INSERT INTO daily (day, region, total, orders)
SELECT x.day, x.region, x.total, x.n
FROM (
    SELECT o.day, c.region, SUM(o.amount) AS total, COUNT(*) AS n
    FROM orders o, customers c
    WHERE o.customer_id = c.id
    GROUP BY o.day, c.region WITH ROLLUP
) AS x
WHERE x.region IS NOT NULL AND x.day > '2026-01-01'
