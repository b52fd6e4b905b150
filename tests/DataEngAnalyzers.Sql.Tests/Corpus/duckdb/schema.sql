-- = CREATE SCHEMA dw;
-- = CREATE TABLE dw.orders (id BIGINT, customer_id BIGINT, amount DOUBLE, day DATE, status VARCHAR);
-- = CREATE TABLE customers (id BIGINT, name VARCHAR);
-- = CREATE INDEX ix_day ON dw.orders (day);
-- = CREATE VIEW v AS SELECT * FROM customers;

-- # create-table
-- : create table products(sku, title, price, tags, info, created_at) key(sku) unique(title)
CREATE TABLE products (
    sku VARCHAR PRIMARY KEY,
    title VARCHAR NOT NULL UNIQUE,
    price DECIMAL(10, 2) DEFAULT 0.0 CHECK (price >= 0),
    tags VARCHAR[],
    info STRUCT(city VARCHAR, zip INTEGER),
    created_at TIMESTAMPTZ DEFAULT current_timestamp
)

-- # create-table-with-constraints
-- : create table dw.lines(order_id, line, sku, total) key(order_id, line) unique(sku, line)
CREATE TABLE IF NOT EXISTS dw.lines (
    order_id BIGINT,
    line INTEGER,
    sku VARCHAR,
    total DOUBLE GENERATED ALWAYS AS (line * 2.0) VIRTUAL,
    PRIMARY KEY (order_id, line),
    UNIQUE (sku, line),
    CHECK (line > 0)
)

-- # create-or-replace-table
-- : create table customers(id, name, city)
CREATE OR REPLACE TABLE customers (id BIGINT, name VARCHAR, city VARCHAR)

-- # temporary-table
-- : create table scratch(id)
CREATE TEMPORARY TABLE scratch (id INTEGER)

-- # exotic-types
-- : create table exotic(a, b, c, d, e, f)
CREATE TABLE exotic (a MAP(VARCHAR, INTEGER), b UNION(num INTEGER, str VARCHAR), c INTEGER[3], d ENUM('x', 'y'), e UUID DEFAULT uuid(), f DECIMAL(18, 3)[])

-- # index
-- : create index dw.orders(customer_id, day)
CREATE INDEX ix_customer ON dw.orders (customer_id, day)

-- # unique-index
-- : create index customers(id) unique
CREATE UNIQUE INDEX IF NOT EXISTS ux_customers ON customers (id)

-- # view
-- : create view dw.totals from dw.orders
CREATE OR REPLACE VIEW dw.totals AS SELECT customer_id, sum(amount) AS total FROM dw.orders GROUP BY ALL

-- # view-from-first
-- : create view recent from dw.orders
CREATE TEMP VIEW recent AS FROM dw.orders WHERE day > current_date - 7

-- # add-column
-- : alter table customers: add column city
ALTER TABLE customers ADD COLUMN city VARCHAR DEFAULT 'none'

-- # add-column-if-not-exists
-- : alter table customers: add column city
ALTER TABLE customers ADD COLUMN IF NOT EXISTS city VARCHAR

-- # drop-column
-- : alter table customers: drop column name
ALTER TABLE customers DROP COLUMN name

-- # change-type
-- : alter table customers: alter column id
ALTER TABLE customers ALTER COLUMN id SET DATA TYPE VARCHAR USING concat('c', id)

-- # change-type-short
-- : alter table customers: alter column id
ALTER TABLE customers ALTER id TYPE INTEGER

-- # set-default-and-not-null
-- : alter table customers: alter column name
-- : alter table customers: alter column name
-- : alter table customers: alter column name
ALTER TABLE customers ALTER COLUMN name SET DEFAULT 'x';
ALTER TABLE customers ALTER COLUMN name SET NOT NULL;
ALTER TABLE customers ALTER name DROP NOT NULL;

-- # rename-column
-- : alter table customers: rename column name to label
ALTER TABLE customers RENAME COLUMN name TO label

-- # rename-column-short
-- : alter table customers: rename column name to label
ALTER TABLE customers RENAME name TO label

-- # rename-table
-- : alter table customers: rename to clients
ALTER TABLE customers RENAME TO clients

-- # add-primary-key
-- : alter table customers: add constraint key(id)
ALTER TABLE customers ADD PRIMARY KEY (id)

-- # drops
-- : drop index dw.ix_day
-- : drop view v
-- : drop table dw.orders
-- : drop schema dw
DROP INDEX dw.ix_day; DROP VIEW IF EXISTS v; DROP TABLE dw.orders; DROP SCHEMA IF EXISTS dw CASCADE;

-- # swap-of-a-table
-- : begin
-- : create table overwrite customers_new from customers
-- : drop table customers
-- : alter table customers_new: rename to customers
-- : commit
-- = DROP VIEW v;
BEGIN;
CREATE TABLE customers_new AS SELECT id, upper(name) AS name FROM customers;
DROP TABLE customers;
ALTER TABLE customers_new RENAME TO customers;
COMMIT;

-- # settings
-- : set
-- : other
-- : other
SET memory_limit = '1GB'; PRAGMA threads = 2; CHECKPOINT;

-- # describe-and-summarize
-- : other
-- : other
-- : other
DESCRIBE customers; SUMMARIZE customers; SHOW TABLES;

-- # attach
-- : other
-- : create table overwrite lake.copied from customers
-- : insert append lake.copied from memory.main.customers
-- : other
ATTACH ':memory:' AS lake;
CREATE TABLE lake.copied AS FROM customers;
INSERT INTO lake.copied FROM memory.main.customers;
DETACH lake;

-- # schema-and-sequence
-- : other
-- : other
-- : create table stage.rows(id, body)
CREATE SCHEMA IF NOT EXISTS stage;
CREATE SEQUENCE stage.ids START 1;
CREATE TABLE stage.rows (id BIGINT DEFAULT nextval('stage.ids'), body JSON);

-- # macro
-- : create routine
CREATE MACRO add_tax(a, rate := 0.2) AS a * (1 + rate)

-- # table-macro
-- : create routine
-- : body select from dw.orders
CREATE OR REPLACE MACRO orders_of(c) AS TABLE SELECT * FROM dw.orders WHERE customer_id = c

-- # enum-type
-- : other
CREATE TYPE mood AS ENUM ('sad', 'ok')

-- # comment-on
-- : other
COMMENT ON TABLE customers IS 'from the shop'

-- # install-and-load
-- : other
-- : other
INSTALL httpfs; LOAD httpfs;

-- # export
-- : other
EXPORT DATABASE 'backup' (FORMAT parquet)

-- # pivot
-- : select from dw.orders
PIVOT dw.orders ON status USING sum(amount) GROUP BY day

-- # unpivot
-- : select from customers
UNPIVOT customers ON id, name INTO NAME field VALUE content

-- # pivot-in-from
-- : select from dw.orders
SELECT * FROM (PIVOT dw.orders ON status USING count(*))

-- # pivot-as-a-clause
-- : select from dw.orders
SELECT * FROM dw.orders PIVOT (sum(amount) FOR status IN ('new', 'done') GROUP BY day)
