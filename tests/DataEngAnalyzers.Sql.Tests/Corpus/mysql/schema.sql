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
-- = CREATE VIEW active AS SELECT * FROM customers WHERE is_active = 1;

-- # create-table
-- : create table products(id, sku, name, price, created_at) key(id) unique(sku)
CREATE TABLE products (
  `id` BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
  `sku` VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL COMMENT 'a, b; c',
  `name` VARCHAR(200) DEFAULT 'none',
  `price` DECIMAL(10, 2) NOT NULL DEFAULT 0.00,
  `created_at` TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  PRIMARY KEY (`id`),
  UNIQUE KEY `ux_sku` (`sku`),
  KEY `ix_name` (`name`(20)),
  INDEX `ix_price` (`price`, `name`)
) ENGINE=InnoDB AUTO_INCREMENT=100 DEFAULT CHARSET=utf8mb4

-- # create-table-if-not-exists
-- : create table orders(id) key(id)
CREATE TABLE IF NOT EXISTS orders (id INT PRIMARY KEY)

-- # create-table-composite-key
-- : create table lines(order_id, line, sku) key(order_id, line)
CREATE TABLE lines (order_id INT NOT NULL, line INT NOT NULL, sku VARCHAR(10), CONSTRAINT pk PRIMARY KEY USING BTREE (order_id, line))

-- # create-table-foreign-key-and-check
-- : create table payments(id, customer_id, amount) key(id)
CREATE TABLE payments (
  id INT PRIMARY KEY,
  customer_id INT NOT NULL,
  amount DECIMAL(8,2) CHECK (amount > 0),
  CONSTRAINT fk_customer FOREIGN KEY (customer_id) REFERENCES customers (id) ON DELETE CASCADE ON UPDATE RESTRICT
)

-- # create-table-generated
-- : create table boxes(w, h, area, label)
CREATE TABLE boxes (w INT, h INT, area INT GENERATED ALWAYS AS (w * h) STORED, label VARCHAR(20) AS (CONCAT(w, 'x', h)) VIRTUAL)

-- # create-table-types
-- : create table types(a, b, c, d, e, f, g)
CREATE TABLE types (a ENUM('x', 'y,z') NOT NULL, b SET('p', 'q'), c DOUBLE(8, 3) UNSIGNED ZEROFILL, d DATETIME(6), e JSON, f BIT(3) DEFAULT b'101', g LONGTEXT)

-- # create-table-partitioned
-- : create table events(id, at) key(id, at)
CREATE TABLE events (id INT, at DATE, PRIMARY KEY (id, at))
PARTITION BY RANGE (YEAR(at)) (
  PARTITION p2025 VALUES LESS THAN (2026),
  PARTITION pmax VALUES LESS THAN MAXVALUE
)

-- # create-table-as
-- : create table overwrite north from customers
CREATE TABLE north AS SELECT * FROM customers WHERE region = 'north'

-- # create-table-as-without-as
-- : create table overwrite totals from orders
CREATE TABLE totals ENGINE=InnoDB SELECT customer_id, SUM(amount) AS total FROM orders GROUP BY customer_id

-- # create-table-as-with-columns
-- : create table overwrite keyed(id, extra) key(id) from customers
CREATE TABLE keyed (id INT PRIMARY KEY, extra INT DEFAULT 1) SELECT id FROM customers

-- # create-or-replace-table
-- : create table overwrite snapshot from orders
CREATE OR REPLACE TABLE snapshot AS SELECT * FROM orders

-- # create-temporary-table
-- : create table scratch(id)
CREATE TEMPORARY TABLE scratch (id INT)

-- # temporary-table-of-a-query
-- : drop table batch
-- : create table overwrite batch from staging
-- : insert append orders(customer_id, amount) from batch
DROP TEMPORARY TABLE IF EXISTS batch;
CREATE TEMPORARY TABLE batch AS SELECT * FROM staging;
INSERT INTO orders (customer_id, amount) SELECT customer_id, amount FROM batch

-- # create-table-like
-- : create table orders_copy
CREATE TABLE orders_copy LIKE orders

-- # swap-tables
-- : create table orders_new
-- : insert append orders_new from orders
-- : rename orders: rename to orders_old; orders_new rename to orders
-- : drop table orders_old
CREATE TABLE orders_new LIKE orders;
INSERT INTO orders_new SELECT * FROM orders;
RENAME TABLE orders TO orders_old, orders_new TO orders;
DROP TABLE orders_old

-- # rename-table
-- : rename staging: rename to landing
RENAME TABLE staging TO landing

-- # alter-add-column
-- : alter table orders: add column channel
ALTER TABLE orders ADD COLUMN channel VARCHAR(20) NOT NULL DEFAULT 'web' AFTER status

-- # alter-add-columns-in-parentheses
-- : alter table orders: add column a; add column b
ALTER TABLE orders ADD (a INT, b VARCHAR(5) NOT NULL)

-- # alter-several
-- : alter table orders: add column c; drop column note; add constraint
ALTER TABLE orders ADD c INT FIRST, DROP COLUMN note, ADD INDEX ix_status (status)

-- # alter-modify
-- : alter table orders: alter column status
ALTER TABLE orders MODIFY COLUMN status VARCHAR(40) NOT NULL

-- # alter-change
-- : alter table orders: rename column note to remark; alter column note
ALTER TABLE orders CHANGE note remark TEXT

-- # alter-rename-column
-- : alter table orders: rename column note to remark
ALTER TABLE orders RENAME COLUMN note TO remark

-- # alter-rename-table
-- : alter table staging: rename to landing
ALTER TABLE staging RENAME TO landing

-- # alter-set-default
-- : alter table orders: alter column status
ALTER TABLE orders ALTER COLUMN status SET DEFAULT 'new'

-- # alter-primary-key
-- : alter table staging: add constraint key(id)
ALTER TABLE staging ADD PRIMARY KEY (id)

-- # alter-drop-column
-- : alter table orders: drop column note
ALTER TABLE orders DROP note

-- # alter-engine
-- : alter table log: other
ALTER TABLE log ENGINE = MyISAM

-- # create-index
-- : create index orders(day, status)
CREATE INDEX ix_day ON orders (day, status DESC)

-- # create-unique-index
-- : create index orders(customer_id, day) unique
CREATE UNIQUE INDEX ux_customer_day USING BTREE ON orders (customer_id, day)

-- # drop-index
-- : drop index email
DROP INDEX email ON customers

-- # drop-tables
-- : drop table staging, log
DROP TABLE IF EXISTS staging, log

-- # drop-view
-- : drop view active
DROP VIEW IF EXISTS active

-- # create-view
-- : create view totals from orders, customers
CREATE OR REPLACE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW totals AS
SELECT c.name, SUM(o.amount) AS total FROM orders o JOIN customers c ON c.id = o.customer_id GROUP BY c.name

-- # select-of-view
-- : select from active
SELECT name FROM active

-- # procedure
-- : create routine
-- : body begin
-- : body delete daily
-- : body insert append daily(day, region, total) from orders, customers
-- : body commit
CREATE PROCEDURE refresh_day (IN p_day DATE)
BEGIN
    START TRANSACTION;
    DELETE FROM daily WHERE day = p_day;
    INSERT INTO daily (day, region, total)
    SELECT o.day, c.region, SUM(o.amount) FROM orders o JOIN customers c ON c.id = o.customer_id WHERE o.day = p_day GROUP BY o.day, c.region;
    COMMIT;
END

-- # procedure-with-handler-and-loop
-- : create routine
-- : body select from orders
-- : body rollback
-- : body set
-- : body update orders sets(status)
-- : body set
-- : body insert append log(message)
CREATE DEFINER = CURRENT_USER PROCEDURE close_orders (OUT p_count INT)
MODIFIES SQL DATA
BEGIN
    DECLARE done INT DEFAULT 0;
    DECLARE order_id INT;
    DECLARE open_orders CURSOR FOR SELECT id FROM orders WHERE status = 'new';
    DECLARE EXIT HANDLER FOR SQLEXCEPTION ROLLBACK;
    SET p_count = 0;
    WHILE done = 0 DO
        UPDATE orders SET status = 'closed' WHERE id = order_id;
        SET p_count = p_count + 1;
        IF p_count > 10 THEN
            INSERT INTO log (message) VALUES ('many');
        END IF;
    END WHILE;
END

-- # trigger
-- : create routine
-- : body insert append log(at, message)
CREATE TRIGGER orders_after_insert AFTER INSERT ON orders FOR EACH ROW INSERT INTO log (at, message) VALUES (NOW(), CONCAT('order ', NEW.id))

-- # call
-- : call
CALL refresh_day('2026-01-01')

-- # set-variables
-- : set
SET @day := '2026-01-01', SESSION sql_mode = ''

-- # show-and-use
-- : other
SHOW TABLES LIKE 'o%'

-- # analyze
-- : other
ANALYZE TABLE orders

-- # lock-tables
-- : other
LOCK TABLES orders WRITE, customers READ
