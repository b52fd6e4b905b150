-- # create-table
-- : create table raw.orders(id, customer, amount, loaded_at, src) key(id)
-- + defines: amount NUMBER(12, 2) not null default
-- + defines: id INT not null generated
CREATE TABLE IF NOT EXISTS raw.orders (
    id INT AUTOINCREMENT START 1 INCREMENT 1 PRIMARY KEY,
    customer VARCHAR(100) COLLATE 'en-ci',
    amount NUMBER(12, 2) NOT NULL DEFAULT 0,
    loaded_at TIMESTAMP_NTZ DEFAULT CURRENT_TIMESTAMP(),
    src VARIANT
) CLUSTER BY (loaded_at) DATA_RETENTION_TIME_IN_DAYS = 7 COMMENT = 'orders';

-- # create-transient-with-keys
-- : create table stg.line(order_id, no, sku) key(order_id, no) unique(sku)
CREATE OR REPLACE TRANSIENT TABLE stg.line (order_id INT NOT NULL, no INT, sku STRING, CONSTRAINT pk PRIMARY KEY (order_id, no), UNIQUE (sku), FOREIGN KEY (order_id) REFERENCES raw.orders (id));

-- # create-temporary-and-fill
-- : create table tmp_ids(id)
-- : insert append tmp_ids from raw.orders
CREATE TEMPORARY TABLE tmp_ids (id INT);
INSERT INTO tmp_ids SELECT id FROM raw.orders;

-- # create-table-as
-- : create table overwrite dw.daily from dw.sales
CREATE OR REPLACE TABLE dw.daily CLUSTER BY (day) AS SELECT day, SUM(amount) AS amount FROM dw.sales GROUP BY day;

-- # create-table-as-with-columns
-- : create table overwrite dw.daily(day, amount) from dw.sales
CREATE TABLE dw.daily (day DATE, amount NUMBER) AS SELECT day, SUM(amount) FROM dw.sales GROUP BY day;

-- # clone
-- : create table overwrite dw.sales_copy from dw.sales
CREATE TABLE dw.sales_copy CLONE dw.sales AT (OFFSET => -3600);

-- # like
-- : create table dw.sales_empty
CREATE TABLE dw.sales_empty LIKE dw.sales;

-- # dynamic-table
-- : create table overwrite dw.live from dw.sales
CREATE OR REPLACE DYNAMIC TABLE dw.live TARGET_LAG = '5 minutes' WAREHOUSE = w AS SELECT day, SUM(amount) AS a FROM dw.sales GROUP BY day;

-- # external-table
-- : create table ext.orders(day, id)
CREATE EXTERNAL TABLE ext.orders (day DATE AS (TO_DATE(METADATA$FILENAME)), id INT AS (value:c1::INT)) PARTITION BY (day) LOCATION = @landing/orders/ FILE_FORMAT = (TYPE = PARQUET);

-- # views
-- : create view dw.v_sales from dw.sales, dw.store
-- : create view dw.mv_daily from dw.sales
CREATE OR REPLACE SECURE VIEW dw.v_sales (day, store) COMMENT = 'x' AS SELECT s.day, st.name FROM dw.sales s JOIN dw.store st ON st.id = s.store_id;
CREATE MATERIALIZED VIEW dw.mv_daily AS SELECT day, SUM(amount) AS amount FROM dw.sales GROUP BY day;

-- # objects-that-are-no-tables
-- : other
-- : other
-- : other
-- : other
-- : other
CREATE STAGE landing URL = 's3://lake/' FILE_FORMAT = (TYPE = CSV);
CREATE FILE FORMAT raw.csv_format TYPE = CSV FIELD_DELIMITER = ';';
CREATE STREAM raw.orders_stream ON TABLE raw.orders APPEND_ONLY = TRUE;
CREATE SEQUENCE dw.seq START = 1;
CREATE WAREHOUSE w WITH WAREHOUSE_SIZE = 'XSMALL' AUTO_SUSPEND = 60;

-- # alter-add-columns
-- : alter table raw.orders: add column note; add column tag
ALTER TABLE raw.orders ADD COLUMN note STRING, tag VARCHAR(10) NOT NULL DEFAULT 'x';

-- # alter-add-if-not-exists
-- : alter table raw.orders: add column note
-- + change: add column note STRING null if exists
ALTER TABLE raw.orders ADD COLUMN IF NOT EXISTS note STRING;

-- # alter-drop-columns
-- : alter table raw.orders: drop column note; drop column tag
ALTER TABLE raw.orders DROP COLUMN note, tag;

-- # alter-rename
-- : alter table raw.orders: rename column note to remark
-- : alter table raw.orders: rename to raw.orders_old
ALTER TABLE raw.orders RENAME COLUMN note TO remark;
ALTER TABLE IF EXISTS raw.orders RENAME TO raw.orders_old;

-- # alter-column-types
-- : alter table raw.orders: alter column amount; alter column customer; alter column note
ALTER TABLE raw.orders ALTER COLUMN amount SET DATA TYPE NUMBER(14, 2), COLUMN customer DROP NOT NULL, note TYPE VARCHAR(400);

-- # alter-modify
-- : alter table raw.orders: alter column amount
-- + change: alter column amount NUMBER(14, 2)
ALTER TABLE raw.orders MODIFY COLUMN amount NUMBER(14, 2);

-- # swap
-- : alter table dw.sales: switch rows to dw.sales_new
ALTER TABLE dw.sales SWAP WITH dw.sales_new;

-- # alter-constraints-and-clustering
-- : alter table raw.orders: add constraint key(id)
-- : alter table raw.orders: drop constraint
-- : alter table raw.orders: other
ALTER TABLE raw.orders ADD CONSTRAINT pk PRIMARY KEY (id);
ALTER TABLE raw.orders DROP PRIMARY KEY;
ALTER TABLE raw.orders CLUSTER BY (loaded_at);

-- # drops
-- : drop table raw.orders
-- : drop view dw.v_sales
-- : drop schema stg
-- : drop database old_db
DROP TABLE IF EXISTS raw.orders CASCADE;
DROP VIEW dw.v_sales;
DROP SCHEMA IF EXISTS stg;
DROP DATABASE old_db;

-- # undrop-comment-grant
-- : other
-- : other
-- : other
-- : other
UNDROP TABLE raw.orders;
COMMENT ON TABLE raw.orders IS 'orders; all of them';
GRANT SELECT, INSERT ON TABLE raw.orders TO ROLE loader;
REVOKE ALL PRIVILEGES ON TABLE raw.orders FROM ROLE loader;
