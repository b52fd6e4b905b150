-- # create-table
-- : create table dw.orders(id, amount, day, customer, tags)
-- + defines: id INT64 not null
-- + defines: customer STRUCT<id INT64, name STRING>
CREATE TABLE IF NOT EXISTS dw.orders (
    id INT64 NOT NULL OPTIONS (description = 'the id'),
    amount NUMERIC(12, 2) DEFAULT 0,
    day DATE,
    customer STRUCT<id INT64, name STRING>,
    tags ARRAY<STRING>
)
PARTITION BY day CLUSTER BY id, amount OPTIONS (partition_expiration_days = 90, require_partition_filter = true);

-- # create-with-keys
-- : create table dw.line(order_id, no) key(order_id, no)
CREATE TABLE dw.line (order_id INT64, no INT64, PRIMARY KEY (order_id, no) NOT ENFORCED, FOREIGN KEY (order_id) REFERENCES dw.orders (id) NOT ENFORCED);

-- # create-or-replace-as
-- : create table overwrite dw.daily from dw.sales
CREATE OR REPLACE TABLE dw.daily PARTITION BY day CLUSTER BY store AS SELECT day, store, SUM(amount) AS amount FROM dw.sales GROUP BY day, store;

-- # create-as-with-cte-and-options
-- : create table overwrite my-project.dw.daily from my-project.dw.sales
CREATE TABLE my-project.dw.daily OPTIONS (description = 'x') AS WITH d AS (SELECT day FROM my-project.dw.sales) SELECT * FROM d;

-- # create-if-not-exists-as
-- : create table append-if-absent dw.seed
CREATE TABLE IF NOT EXISTS dw.seed AS SELECT 1 AS id UNION ALL SELECT 2;

-- # create-temp
-- : create table overwrite tmp from stg.orders
-- : insert append dw.orders from tmp
CREATE TEMP TABLE tmp AS SELECT * FROM stg.orders;
INSERT INTO dw.orders SELECT * FROM tmp;

-- # create-like-copy-clone
-- : create table dw.a
-- : create table overwrite dw.b from dw.orders
-- : create table overwrite dw.c from dw.orders
CREATE TABLE dw.a LIKE dw.orders;
CREATE TABLE dw.b COPY dw.orders;
CREATE TABLE dw.c CLONE dw.orders FOR SYSTEM_TIME AS OF TIMESTAMP '2024-01-01 00:00:00';

-- # snapshot-table
-- : create table overwrite dw.orders_snap from dw.orders
CREATE SNAPSHOT TABLE dw.orders_snap CLONE dw.orders OPTIONS (expiration_timestamp = TIMESTAMP '2025-01-01');

-- # external-table
-- : create table ext.orders
CREATE EXTERNAL TABLE ext.orders OPTIONS (format = 'CSV', uris = ['gs://lake/orders/*.csv']);

-- # views
-- : create view dw.v from dw.sales
-- : create view dw.mv from dw.sales
CREATE OR REPLACE VIEW dw.v (day, amount) OPTIONS (description = 'x') AS SELECT day, amount FROM dw.sales;
CREATE MATERIALIZED VIEW dw.mv PARTITION BY day AS SELECT day, SUM(amount) AS amount FROM dw.sales GROUP BY day;

-- # create-schema-and-others
-- : other
-- : other
-- : create index dw.note
CREATE SCHEMA IF NOT EXISTS stg OPTIONS (location = 'EU');
CREATE ROW ACCESS POLICY p ON dw.sales GRANT TO ('user:a@b.c') FILTER USING (region = 'EU');
CREATE SEARCH INDEX i ON dw.note (ALL COLUMNS);

-- # alter-add-drop
-- : alter table dw.orders: add column note; add column x
-- : alter table dw.orders: drop column note; drop column x
ALTER TABLE dw.orders ADD COLUMN IF NOT EXISTS note STRING, ADD COLUMN x STRUCT<a INT64, b ARRAY<STRING>>;
ALTER TABLE dw.orders DROP COLUMN note, DROP COLUMN IF EXISTS x;

-- # alter-rename
-- : alter table dw.orders: rename column note to remark
-- : alter table dw.orders: rename to orders_old
ALTER TABLE dw.orders RENAME COLUMN note TO remark;
ALTER TABLE dw.orders RENAME TO orders_old;

-- # alter-columns
-- : alter table dw.orders: alter column amount
-- : alter table dw.orders: alter column amount
-- : alter table dw.orders: alter column amount
ALTER TABLE dw.orders ALTER COLUMN amount SET DATA TYPE BIGNUMERIC;
ALTER TABLE dw.orders ALTER COLUMN amount DROP NOT NULL;
ALTER TABLE dw.orders ALTER COLUMN amount SET DEFAULT 1;

-- # alter-options-and-keys
-- : alter table dw.orders: other
-- : alter table dw.orders: add constraint key(id)
ALTER TABLE dw.orders SET OPTIONS (expiration_timestamp = NULL);
ALTER TABLE dw.orders ADD PRIMARY KEY (id) NOT ENFORCED;

-- # drops
-- : drop table dw.orders
-- : drop view dw.v
-- : drop schema stg
-- : drop table my-project.dw.x
DROP TABLE IF EXISTS dw.orders;
DROP MATERIALIZED VIEW dw.v;
DROP SCHEMA stg CASCADE;
DROP TABLE my-project.dw.x;
