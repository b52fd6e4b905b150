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

-- # on-duplicate-key-update
-- : insert upsert customers(id, name, email) sets(name, email)
INSERT INTO customers (id, name, email) VALUES (?, ?, ?)
ON DUPLICATE KEY UPDATE name = VALUES(name), email = VALUES(email)

-- # on-duplicate-key-increments
-- : insert upsert daily(day, region, total, orders) sets(total, orders)
INSERT INTO daily (day, region, total, orders) VALUES (CURDATE(), 'north', 5, 1)
ON DUPLICATE KEY UPDATE total = total + VALUES(total), orders = orders + 1

-- # on-duplicate-key-from-select
-- : insert upsert daily(day, region, total, orders) sets(total, orders) from staging, customers
INSERT INTO daily (day, region, total, orders)
SELECT s.day, c.region, SUM(s.amount), COUNT(*)
FROM staging s JOIN customers c ON c.id = s.customer_id
GROUP BY s.day, c.region
ON DUPLICATE KEY UPDATE total = VALUES(total), orders = VALUES(orders)

-- # on-duplicate-key-row-alias
-- : insert upsert customers(id, name) sets(name)
INSERT INTO customers (id, name) VALUES (1, 'Ada') AS new ON DUPLICATE KEY UPDATE name = new.name

-- # on-duplicate-key-row-and-column-alias
-- : insert upsert customers(id, name) sets(name)
INSERT INTO customers (id, name) VALUES (1, 'Ada') AS new (i, n) ON DUPLICATE KEY UPDATE name = n

-- # on-duplicate-key-keeps-the-id
-- : insert upsert watermarks(name, loaded_to) sets(loaded_to)
INSERT INTO watermarks SET name = 'orders', loaded_to = NOW() ON DUPLICATE KEY UPDATE loaded_to = GREATEST(loaded_to, VALUES(loaded_to))

-- # on-duplicate-key-does-nothing
-- : insert upsert customers(id, name) sets(id)
INSERT INTO customers (id, name) VALUES (3, 'Eve') ON DUPLICATE KEY UPDATE id = id

-- # on-duplicate-key-conditional
-- : insert upsert orders(id, amount, updated_at) sets(amount, updated_at)
INSERT INTO orders (id, amount, updated_at) VALUES (@id, @amount, @at)
ON DUPLICATE KEY UPDATE
    amount = IF(VALUES(updated_at) > updated_at, VALUES(amount), amount),
    updated_at = CASE WHEN VALUES(updated_at) > updated_at THEN VALUES(updated_at) ELSE updated_at END

-- # on-duplicate-key-with-subquery
-- : insert upsert watermarks(name, loaded_to) sets(loaded_to) from orders
INSERT INTO watermarks (name, loaded_to) VALUES ('orders', NOW())
ON DUPLICATE KEY UPDATE loaded_to = (SELECT MAX(updated_at) FROM orders)

-- # on-duplicate-key-last-insert-id
-- : insert upsert log(id, message) sets(id, message)
INSERT INTO log (id, message) VALUES (1, 'x') ON DUPLICATE KEY UPDATE id = LAST_INSERT_ID(id), message = VALUES(message)

-- # ignore-and-on-duplicate-key
-- : insert upsert customers(id, name) sets(name)
INSERT IGNORE INTO customers (id, name) VALUES (1, 'x') ON DUPLICATE KEY UPDATE name = 'x'

-- # on-duplicate-key-many-rows
-- : insert upsert customers(id, name, region) sets(name, region)
INSERT INTO customers (id, name, region)
VALUES (10, 'a', 'north'),
       (11, 'b', 'south'),
       (12, 'c', NULL)
ON DUPLICATE KEY UPDATE
    name   = COALESCE(VALUES(name), name),
    region = VALUES(region)

-- # insert-ignore
-- : insert append-if-absent customers(id, name)
INSERT IGNORE INTO customers (id, name) VALUES (7, 'Zoe')

-- # insert-ignore-select
-- : insert append-if-absent orders(id, customer_id, amount) from staging
INSERT IGNORE INTO orders (id, customer_id, amount) SELECT id, customer_id, amount FROM staging

-- # insert-ignore-set
-- : insert append-if-absent customers(id, name)
INSERT IGNORE customers SET id = 8, name = 'Kim'

-- # insert-low-priority-ignore
-- : insert append-if-absent customers(id, name)
INSERT LOW_PRIORITY IGNORE INTO customers (id, name) VALUES (9, 'Lou')

-- # replace-values
-- : insert upsert customers(id, name, email)
REPLACE INTO customers (id, name, email) VALUES (1, 'Ada', 'ada@y')

-- # replace-without-into
-- : insert upsert watermarks
REPLACE watermarks VALUES ('orders', NOW(), 1)

-- # replace-select
-- : insert upsert daily from orders, customers
REPLACE INTO daily
SELECT o.day, c.region, SUM(o.amount), COUNT(*)
FROM orders o JOIN customers c ON c.id = o.customer_id
WHERE o.day BETWEEN '2026-01-01' AND '2026-01-31'
GROUP BY o.day, c.region

-- # replace-set
-- : insert upsert watermarks(name, loaded_to)
REPLACE INTO watermarks SET name = 'orders', loaded_to = ?

-- # replace-delayed-rows
-- : insert upsert customers(id, name)
REPLACE LOW_PRIORITY INTO customers (id, name) VALUES (1, 'a'), (2, 'b')

-- # replace-function-is-no-write
-- : select from customers
SELECT REPLACE(name, 'a', 'b') FROM customers

-- # upsert-on-view-of-values
-- : insert upsert daily(day, region, total) sets(total) from orders
INSERT INTO daily (day, region, total)
SELECT * FROM (
    SELECT day, 'all' AS region, SUM(amount) AS total FROM orders GROUP BY day
) AS fresh
ON DUPLICATE KEY UPDATE total = fresh.total
