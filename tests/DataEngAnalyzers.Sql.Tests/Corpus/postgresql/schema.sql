-- = CREATE SCHEMA dw;
-- = CREATE TABLE dw.orders (id bigint NOT NULL, customer_id bigint, amount numeric, day date, status text, note varchar(20));
-- = CREATE TABLE dw.customers (id bigint PRIMARY KEY, name text, email text);
-- = CREATE INDEX ix_orders_day ON dw.orders (day);
-- = CREATE VIEW dw.v_orders AS SELECT id, amount FROM dw.orders;
-- = CREATE MATERIALIZED VIEW dw.mv AS SELECT count(*) AS n FROM dw.orders;
-- = CREATE TABLE dw.events (id bigint, at timestamptz NOT NULL) PARTITION BY RANGE (at);

-- # create-table
-- : create table dw.products(id, sku, title, price, tags, body, made_at) key(id) unique(sku)
CREATE TABLE IF NOT EXISTS dw.products (
    id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    sku     varchar(20) NOT NULL UNIQUE,
    title   text COLLATE "C" DEFAULT 'none' CHECK (title <> ''),
    price   numeric(12, 2) NOT NULL DEFAULT 0,
    tags    text[] DEFAULT '{}'::text[],
    body    jsonb NOT NULL DEFAULT '{}',
    made_at timestamp with time zone DEFAULT now()
)

-- # table-constraints
-- : create table dw.lines(order_id, line_no, sku, quantity, during) key(order_id, line_no) unique(order_id, sku)
CREATE TABLE dw.lines (
    order_id bigint NOT NULL,
    line_no  smallint,
    sku      text,
    quantity int,
    during   tstzrange,
    CONSTRAINT pk_lines PRIMARY KEY (order_id, line_no),
    CONSTRAINT uq_lines UNIQUE (order_id, sku),
    CONSTRAINT fk_customer FOREIGN KEY (order_id) REFERENCES dw.customers (id) ON DELETE CASCADE,
    CHECK (quantity > 0 AND quantity < 1000),
    EXCLUDE USING gist (during WITH &&)
) WITH (fillfactor = 80)

-- # serial-and-stored
-- : create table dw.boxes(id, w, h, area) key(id)
CREATE TABLE dw.boxes (id serial PRIMARY KEY, w double precision, h double precision, area double precision GENERATED ALWAYS AS (w * h) STORED)

-- # like
-- : create table dw.orders_copy
CREATE TABLE dw.orders_copy (LIKE dw.orders INCLUDING ALL)

-- # inherits
-- : create table dw.late_orders(reason)
CREATE TABLE dw.late_orders (reason text) INHERITS (dw.orders)

-- # partition-of
-- : create table dw.events_2026
CREATE TABLE dw.events_2026 PARTITION OF dw.events FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')

-- # list-partition-with-default
-- : create table dw.by_region(region, total)
-- : create table dw.by_region_rest
CREATE TABLE dw.by_region (region text, total numeric) PARTITION BY LIST (region);
CREATE TABLE dw.by_region_rest PARTITION OF dw.by_region DEFAULT;

-- # temporary-on-commit
-- : create table work(id, at)
CREATE TEMPORARY TABLE work (id int, at timestamp(3) without time zone) ON COMMIT DELETE ROWS

-- # unlogged
-- : create table dw.raw(line)
CREATE UNLOGGED TABLE dw.raw (line text)

-- # index
-- : create index dw.orders(customer_id, day)
CREATE INDEX ix_orders_customer ON dw.orders USING btree (customer_id, day DESC NULLS LAST) INCLUDE (amount)

-- # unique-partial-index
-- : create index dw.orders(customer_id) unique
CREATE UNIQUE INDEX IF NOT EXISTS ux_open ON dw.orders (customer_id) WHERE status = 'open'

-- # concurrent-index
-- : create index dw.orders(status)
CREATE INDEX CONCURRENTLY ix_status ON dw.orders (status)

-- # expression-index
-- : create index dw.customers
CREATE INDEX ON dw.customers (lower(email) text_pattern_ops)

-- # view
-- : create view dw.v_big from dw.orders, dw.customers
CREATE OR REPLACE VIEW dw.v_big (order_id, customer) AS
SELECT o.id, c.name FROM dw.orders o JOIN dw.customers c ON c.id = o.customer_id WHERE o.amount > 1000
WITH LOCAL CHECK OPTION

-- # recursive-view
-- : create view dw.numbers
CREATE RECURSIVE VIEW dw.numbers (n) AS VALUES (1) UNION ALL SELECT n + 1 FROM numbers WHERE n < 10

-- # materialized-view
-- : create view dw.mv_daily from dw.orders
CREATE MATERIALIZED VIEW IF NOT EXISTS dw.mv_daily AS SELECT day, sum(amount) AS total FROM dw.orders GROUP BY day WITH NO DATA

-- # add-column
-- : alter table dw.orders: add column tax
ALTER TABLE dw.orders ADD COLUMN tax numeric NOT NULL DEFAULT 0

-- # add-several
-- : alter table dw.orders: add column a; add column b; drop column note; alter column status
ALTER TABLE IF EXISTS ONLY dw.orders ADD COLUMN IF NOT EXISTS a int, ADD b text, DROP COLUMN IF EXISTS note CASCADE, ALTER COLUMN status SET NOT NULL

-- # alter-type
-- : alter table dw.orders: alter column note
ALTER TABLE dw.orders ALTER COLUMN note TYPE varchar(100) USING trim(note)

-- # set-data-type
-- : alter table dw.orders: alter column customer_id
ALTER TABLE dw.orders ALTER customer_id SET DATA TYPE numeric(20, 0)

-- # defaults
-- : alter table dw.orders: alter column status; alter column note
ALTER TABLE dw.orders ALTER COLUMN status SET DEFAULT 'new', ALTER COLUMN note DROP DEFAULT

-- # drop-not-null
-- : alter table dw.orders: alter column id
ALTER TABLE dw.orders ALTER id DROP NOT NULL

-- # add-primary-key
-- : alter table dw.orders: add constraint key(id)
ALTER TABLE dw.orders ADD CONSTRAINT pk_orders PRIMARY KEY (id)

-- # add-unique-and-foreign-key
-- : alter table dw.orders: add constraint key(customer_id, day); add constraint
ALTER TABLE dw.orders ADD UNIQUE (customer_id, day), ADD CONSTRAINT fk FOREIGN KEY (customer_id) REFERENCES dw.customers (id) NOT VALID

-- # drop-constraint
-- : alter table dw.customers: drop constraint
ALTER TABLE dw.customers DROP CONSTRAINT customers_pkey CASCADE

-- # rename-column
-- : alter table dw.orders: rename column note to remark
ALTER TABLE dw.orders RENAME COLUMN note TO remark

-- # rename-column-short
-- : alter table dw.orders: rename column note to remark
ALTER TABLE dw.orders RENAME note TO remark

-- # rename-table
-- : alter table dw.orders: rename to sales
ALTER TABLE dw.orders RENAME TO sales

-- # rename-constraint
-- : alter table dw.customers: other
ALTER TABLE dw.customers RENAME CONSTRAINT customers_pkey TO pk_customers

-- # set-schema-and-owner
-- : alter table dw.orders: other
-- : alter table orders: other
ALTER TABLE dw.orders SET SCHEMA public;
ALTER TABLE orders OWNER TO CURRENT_USER;

-- # attach-partition
-- : create table dw.events_old(id, at)
-- : alter table dw.events: other
-- : alter table dw.events: other
CREATE TABLE dw.events_old (id bigint, at timestamptz NOT NULL);
ALTER TABLE dw.events ATTACH PARTITION dw.events_old FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
ALTER TABLE dw.events DETACH PARTITION dw.events_old;

-- # drop-table
-- : drop table dw.orders
DROP TABLE IF EXISTS dw.orders CASCADE

-- # drop-several
-- : drop table dw.events, dw.customers
DROP TABLE dw.events, dw.customers

-- # drop-view-and-index
-- : drop view dw.v_orders
-- : drop index dw.ix_orders_day
-- : drop view dw.mv
DROP VIEW dw.v_orders; DROP INDEX CONCURRENTLY IF EXISTS dw.ix_orders_day; DROP MATERIALIZED VIEW dw.mv;

-- # swap-by-rename
-- : begin
-- : create table overwrite dw.customers_new from dw.customers
-- : alter table dw.customers: rename to customers_old
-- : alter table dw.customers_new: rename to customers
-- : drop table dw.customers_old
-- : commit
BEGIN;
CREATE TABLE dw.customers_new AS SELECT id, initcap(name) AS name, email FROM dw.customers;
ALTER TABLE dw.customers RENAME TO customers_old;
ALTER TABLE dw.customers_new RENAME TO customers;
DROP TABLE dw.customers_old;
COMMIT;

-- # other-objects
-- : other
-- : other
-- : other
-- : other
-- : other
CREATE SCHEMA IF NOT EXISTS stage;
CREATE SEQUENCE stage.ids START 10 OWNED BY NONE;
CREATE TYPE stage.mood AS ENUM ('sad', 'ok');
CREATE EXTENSION IF NOT EXISTS plpgsql;
COMMENT ON TABLE dw.orders IS 'from the shop; delete from it by day';

-- # rights-and-housekeeping
-- : other
-- : other
-- : other
-- : other
GRANT SELECT, INSERT ON TABLE dw.orders TO PUBLIC;
REVOKE ALL ON dw.orders FROM PUBLIC;
ANALYZE dw.orders (day);
LOCK TABLE dw.orders IN SHARE ROW EXCLUSIVE MODE;

-- # settings
-- : set
-- : set
-- : other
SET search_path TO dw, public; SET LOCAL statement_timeout = '5min'; SHOW search_path;
