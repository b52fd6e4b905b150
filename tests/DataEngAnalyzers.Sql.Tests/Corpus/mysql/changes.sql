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

-- # update
-- : update orders sets(status, updated_at)
UPDATE orders SET status = 'done', updated_at = NOW() WHERE id = ?

-- # update-all
-- : update orders sets(status)
UPDATE orders SET status = NULL

-- # update-with-alias
-- : update orders sets(amount)
UPDATE orders AS o SET o.amount = o.amount * 1.1 WHERE o.day < CURDATE()

-- # update-order-limit
-- : update orders sets(status)
UPDATE orders SET status = 'taken' WHERE status = 'new' ORDER BY id LIMIT 10

-- # update-ignore
-- : update customers sets(email)
UPDATE IGNORE customers SET email = LOWER(email)

-- # update-low-priority
-- : update customers sets(is_active)
UPDATE LOW_PRIORITY customers SET is_active = 0 WHERE region = 'south'

-- # update-join
-- : update orders sets(note) from staging
UPDATE orders o
INNER JOIN staging s ON s.id = o.id
SET o.note = s.note
WHERE s.day = ?

-- # update-join-using
-- : update orders sets(status, amount) from staging
UPDATE orders JOIN staging USING (id) SET orders.status = staging.status, orders.amount = staging.amount

-- # update-comma-join
-- : update orders sets(note) from customers
UPDATE orders o, customers c SET o.note = c.name WHERE o.customer_id = c.id

-- # update-left-join
-- : update customers sets(is_active) from orders
UPDATE customers c LEFT JOIN orders o ON o.customer_id = c.id SET c.is_active = 0 WHERE o.id IS NULL

-- # update-join-derived
-- : update customers sets(name) from orders
UPDATE customers c
JOIN (SELECT customer_id, MAX(day) AS last_day FROM orders GROUP BY customer_id) x ON x.customer_id = c.id
SET c.name = CONCAT(c.name, x.last_day)

-- # update-in-subquery
-- : update orders sets(status) from customers
UPDATE orders SET status = 'void' WHERE customer_id IN (SELECT id FROM customers WHERE is_active = 0)

-- # update-scalar-subquery
-- : update customers sets(region) from staging
UPDATE customers SET region = (SELECT MIN(status) FROM staging WHERE staging.customer_id = customers.id)

-- # update-quoted
-- : update order lines sets(line no, qty)
UPDATE `order lines` SET `line no` = `line no` + 1, qty = -qty WHERE `order` = 1

-- # update-case
-- : update orders sets(status)
UPDATE orders
SET status = CASE
    WHEN amount > 100 THEN 'big'
    WHEN amount > 10 THEN 'mid'
    ELSE 'small'
END
WHERE day >= DATE_SUB(CURDATE(), INTERVAL 7 DAY)

-- # update-two-tables
-- : update orders sets(note) from customers
-- : update customers sets(name) from orders
UPDATE orders o JOIN customers c ON c.id = o.customer_id SET o.note = c.name, c.name = UPPER(c.name)

-- # update-null-safe
-- : update orders sets(note) from staging
UPDATE orders o JOIN staging s ON s.id <=> o.id SET o.note = s.note WHERE NOT (o.note <=> s.note)

-- # delete
-- : delete orders
DELETE FROM orders WHERE day = ?

-- # delete-all
-- : delete staging
DELETE FROM staging

-- # delete-order-limit
-- : delete log
DELETE FROM log WHERE at < NOW() - INTERVAL 90 DAY ORDER BY at LIMIT 1000

-- # delete-quick-ignore
-- : delete log
DELETE LOW_PRIORITY QUICK IGNORE FROM log WHERE id < 10

-- # delete-join
-- : delete orders from staging
DELETE o FROM orders o JOIN staging s ON s.id = o.id WHERE s.status = 'void'

-- # delete-left-join
-- : delete orders from staging
DELETE o FROM orders AS o LEFT JOIN staging AS s ON s.id = o.id WHERE s.id IS NULL

-- # delete-join-by-name
-- : delete orders from customers
DELETE orders FROM orders INNER JOIN customers ON customers.id = orders.customer_id WHERE customers.is_active = 0

-- # delete-using
-- : delete orders from staging
DELETE FROM o USING orders AS o INNER JOIN staging AS s ON s.id = o.id

-- # delete-join-using-column
-- : delete orders from staging
DELETE o FROM orders o JOIN staging s USING (id)

-- # delete-two-tables
-- : delete orders from staging
-- : delete staging from orders
DELETE o, s FROM orders o JOIN staging s ON s.id = o.id WHERE o.status = 'old'

-- # delete-with-star
-- : delete orders from staging
DELETE o.* FROM orders o, staging s WHERE o.id = s.id

-- # delete-duplicates-by-self-join
-- : delete orders from orders
DELETE a FROM orders a JOIN orders b ON a.customer_id = b.customer_id AND a.day = b.day AND a.id > b.id

-- # delete-subquery
-- : delete orders from customers
DELETE FROM orders WHERE customer_id NOT IN (SELECT id FROM customers WHERE region IS NOT NULL)

-- # delete-exists
-- : delete orders from staging
DELETE FROM orders WHERE EXISTS (SELECT * FROM staging s WHERE s.id = orders.id)

-- # truncate-table
-- : truncate staging
TRUNCATE TABLE staging

-- # truncate
-- : truncate staging
TRUNCATE staging

-- # refresh-a-day
-- : begin
-- : delete daily
-- : insert append daily(day, region, total, orders) from orders, customers
-- : commit
START TRANSACTION;
DELETE FROM daily WHERE day = '2026-01-01';
INSERT INTO daily (day, region, total, orders)
SELECT o.day, c.region, SUM(o.amount), COUNT(*) FROM orders o JOIN customers c ON c.id = o.customer_id WHERE o.day = '2026-01-01' GROUP BY o.day, c.region;
COMMIT;

-- # transaction-with-savepoints
-- : set
-- : begin
-- : insert append log(message)
-- : savepoint
-- : update orders sets(status)
-- : savepoint
-- : savepoint
-- : rollback
SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED;
BEGIN;
INSERT INTO log (message) VALUES ('a');
SAVEPOINT before_orders;
UPDATE orders SET status = 'x';
ROLLBACK TO SAVEPOINT before_orders;
RELEASE SAVEPOINT before_orders;
ROLLBACK;

-- # staging-then-upsert
-- : truncate staging
-- : insert append staging(id, customer_id, amount) from orders
-- : insert upsert orders(id, customer_id, amount) sets(amount) from staging
TRUNCATE TABLE staging;
INSERT INTO staging (id, customer_id, amount) SELECT id, customer_id, amount * 2 FROM orders;
INSERT INTO orders (id, customer_id, amount) SELECT id, customer_id, amount FROM staging AS s ON DUPLICATE KEY UPDATE amount = s.amount;

-- # watermark-load
-- : set from watermarks
-- : insert append staging(id, customer_id, amount, day) from orders
-- : insert upsert watermarks(name, loaded_to)
SET @from = (SELECT COALESCE(MAX(loaded_to), '1970-01-01') FROM watermarks WHERE name = 'orders');
INSERT INTO staging (id, customer_id, amount, day)
SELECT id, customer_id, amount, day FROM orders WHERE day > @from;
REPLACE INTO watermarks (name, loaded_to) VALUES ('orders', NOW());

-- # load-data
-- : load append staging(id, customer_id, amount)
LOAD DATA INFILE '/var/lib/mysql-files/none.csv' INTO TABLE staging
FIELDS TERMINATED BY ',' OPTIONALLY ENCLOSED BY '"' LINES TERMINATED BY '\n' IGNORE 1 LINES
(id, customer_id, amount)

-- # load-data-local-replace
-- : load upsert customers
LOAD DATA LOCAL INFILE 'customers.csv' REPLACE INTO TABLE customers CHARACTER SET utf8mb4

-- # load-data-ignore
-- : load append-if-absent customers(id, name)
LOAD DATA LOCAL INFILE 'customers.csv' IGNORE INTO TABLE customers (id, name, @skipped)

-- # load-data-set
-- : load append orders(id, amount) sets(day, status)
LOAD DATA INFILE '/none.tsv' INTO TABLE orders FIELDS TERMINATED BY '\t' (id, amount, @day) SET day = STR_TO_DATE(@day, '%Y%m%d'), status = 'new'
