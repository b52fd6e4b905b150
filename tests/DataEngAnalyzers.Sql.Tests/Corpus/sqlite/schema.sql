-- = CREATE TABLE orders (id INTEGER PRIMARY KEY, customer_id INTEGER, amount REAL, day TEXT, status TEXT);
-- = CREATE INDEX ix_day ON orders (day);
-- = CREATE VIEW v AS SELECT * FROM orders;

-- # create-table
-- : create table customers(id, email, name, score, created_at) key(id) unique(email)
CREATE TABLE customers (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    email TEXT NOT NULL UNIQUE COLLATE NOCASE,
    name VARCHAR(100) DEFAULT 'none' CHECK (length(name) > 0),
    score DECIMAL(10, 2) DEFAULT (1 + 1),
    created_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP
)

-- # create-table-with-constraints
-- : create table if_any(a, b, c) key(a, b) unique(c)
CREATE TABLE IF NOT EXISTS if_any (
    a INTEGER NOT NULL,
    b TEXT,
    c TEXT,
    CONSTRAINT pk PRIMARY KEY (a, b),
    UNIQUE (c) ON CONFLICT REPLACE,
    CHECK (a > 0),
    FOREIGN KEY (b) REFERENCES orders (id) ON DELETE CASCADE ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED
)

-- # without-rowid-strict
-- : create table readings(at, value) key(at)
CREATE TABLE readings (at INT PRIMARY KEY, value ANY) WITHOUT ROWID, STRICT

-- # columns-without-types
-- : create table bare(a, b, c)
CREATE TABLE bare (a, b, c)

-- # generated-columns
-- : create table boxes(w, h, area, label)
CREATE TABLE boxes (w REAL, h REAL, area REAL GENERATED ALWAYS AS (w * h) STORED, label TEXT AS (w || 'x' || h))

-- # temporary-table
-- : create table scratch(id)
CREATE TEMPORARY TABLE scratch (id INTEGER)

-- # index
-- : create index orders(customer_id, day)
CREATE INDEX ix_orders_customer ON orders (customer_id, day DESC)

-- # unique-index
-- : create index orders(customer_id, day) unique
CREATE UNIQUE INDEX IF NOT EXISTS ux ON orders (customer_id COLLATE BINARY ASC, day)

-- # partial-index
-- : create index orders(day)
CREATE INDEX ix_new ON orders (day) WHERE status = 'new'

-- # expression-index
-- : create index orders
CREATE INDEX ix_month ON orders (substr(day, 1, 7))

-- # view
-- : create view totals from orders
CREATE VIEW totals AS SELECT customer_id, sum(amount) AS total FROM orders GROUP BY customer_id

-- # temp-view-if-not-exists
-- : create view recent from orders
CREATE TEMP VIEW IF NOT EXISTS recent (id) AS SELECT id FROM orders WHERE day > '2026'

-- # add-column
-- : alter table orders: add column note
ALTER TABLE orders ADD COLUMN note TEXT DEFAULT ''

-- # add-without-column
-- : alter table orders: add column tax
ALTER TABLE orders ADD tax REAL

-- # drop-column
-- : alter table orders: drop column status
ALTER TABLE orders DROP COLUMN status

-- # rename-column
-- : alter table orders: rename column amount to total
-- = DROP VIEW v;
ALTER TABLE orders RENAME COLUMN amount TO total

-- # rename-column-without-column
-- : alter table orders: rename column amount to total
ALTER TABLE orders RENAME amount TO total

-- # rename-table
-- : alter table orders: rename to sales
-- = DROP VIEW v;
ALTER TABLE orders RENAME TO sales

-- # drop-table
-- : drop table orders
DROP TABLE IF EXISTS orders

-- # drop-index-and-view
-- : drop index ix_day
-- : drop view v
DROP INDEX ix_day; DROP VIEW IF EXISTS v;

-- # rebuild-of-a-table
-- : other
-- : begin
-- : create table orders_new(id, customer_id, amount) key(id)
-- : insert append orders_new(id, customer_id, amount) from orders
-- : drop table orders
-- : alter table orders_new: rename to orders
-- : create index orders(customer_id)
-- : commit
-- : other
-- = DROP VIEW v;
PRAGMA foreign_keys = OFF;
BEGIN TRANSACTION;
CREATE TABLE orders_new (id INTEGER PRIMARY KEY, customer_id INTEGER NOT NULL, amount NUMERIC);
INSERT INTO orders_new (id, customer_id, amount) SELECT id, customer_id, amount FROM orders;
DROP TABLE orders;
ALTER TABLE orders_new RENAME TO orders;
CREATE INDEX ix_customer ON orders (customer_id);
COMMIT;
PRAGMA foreign_keys = ON;

-- # housekeeping
-- : other
-- : other
-- : other
PRAGMA journal_mode = WAL; ANALYZE orders; REINDEX ix_day;

-- # attach
-- : other
-- : create table overwrite aux.copy from orders
-- : insert append aux.copy from main.orders
-- : other
ATTACH DATABASE ':memory:' AS aux;
CREATE TABLE aux.copy AS SELECT * FROM orders;
INSERT INTO aux.copy SELECT * FROM main.orders;
DETACH aux;

-- # trigger
-- : create table audit(id, at)
-- : create routine
-- : body insert append audit(id, at)
-- : body update orders sets(status)
CREATE TABLE audit (id INTEGER, at TEXT);
CREATE TRIGGER orders_ai AFTER INSERT ON orders BEGIN
  INSERT INTO audit (id, at) VALUES (new.id, datetime('now'));
  UPDATE orders SET status = 'logged' WHERE id = new.id;
END;
