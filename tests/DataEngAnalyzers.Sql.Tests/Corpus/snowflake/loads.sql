-- # copy-from-stage
-- : copy append-if-absent raw.orders from @landing/orders/
COPY INTO raw.orders FROM @landing/orders/ FILE_FORMAT = (TYPE = CSV SKIP_HEADER = 1) ON_ERROR = 'CONTINUE';

-- # copy-forced
-- : copy append raw.orders from @landing/orders/2024/
COPY INTO raw.orders FROM @landing/orders/2024/ FILE_FORMAT = (FORMAT_NAME = raw.csv_format) FORCE = TRUE PURGE = FALSE;

-- # copy-with-columns-from-a-query-over-the-stage
-- : copy append-if-absent raw.orders(id, amount, file_name) from @landing/orders.csv
COPY INTO raw.orders (id, amount, file_name)
FROM (SELECT $1::INT, $2::NUMBER(10, 2), METADATA$FILENAME FROM @landing/orders.csv (FILE_FORMAT => raw.csv_format) s)
PATTERN = '.*[.]csv';

-- # copy-from-table-stage
-- : copy append-if-absent orders from @%orders
COPY INTO orders FROM @%orders;

-- # copy-from-bucket
-- : copy append-if-absent raw.events from s3://lake/events/
COPY INTO raw.events FROM 's3://lake/events/' CREDENTIALS = (AWS_KEY_ID = 'x' AWS_SECRET_KEY = 'y') FILE_FORMAT = (TYPE = PARQUET) MATCH_BY_COLUMN_NAME = CASE_INSENSITIVE;

-- # unload-table
-- : copy from dw.sales
COPY INTO @exports/sales/ FROM dw.sales FILE_FORMAT = (TYPE = PARQUET) OVERWRITE = TRUE;

-- # unload-query
-- : copy from dw.sales, dw.store
COPY INTO 's3://exports/sales/' FROM (SELECT s.day, st.name, s.amount FROM dw.sales s JOIN dw.store st ON st.id = s.store_id WHERE s.day = CURRENT_DATE() - 1) FILE_FORMAT = (TYPE = CSV) SINGLE = TRUE;

-- # put-get-list-remove
-- : other
-- : other
-- : other
-- : other
PUT file:///tmp/orders.csv @landing AUTO_COMPRESS = TRUE;
LIST @landing PATTERN = '.*csv';
GET @landing/orders.csv file:///tmp/;
REMOVE @landing/orders.csv;

-- # insert-select
-- : insert append dw.sales(day, store_id, amount) from stg.sales
INSERT INTO dw.sales (day, store_id, amount)
SELECT sold_at::DATE, store_id, SUM(amount) FROM stg.sales WHERE sold_at >= :since GROUP BY ALL;

-- # insert-overwrite
-- : insert overwrite dw.daily(day, amount) from dw.sales
INSERT OVERWRITE INTO dw.daily (day, amount) SELECT day, SUM(amount) FROM dw.sales GROUP BY day;

-- # insert-values-with-variant
-- : insert append raw.doc
-- + parameter: 1 for column2
INSERT INTO raw.doc SELECT PARSE_JSON(column1), column2 FROM VALUES ('{"a": 1}', 1), ('{"a": 2}', 2) WHERE column2 > :1;

-- # insert-values
-- : insert append Raw.Order Lines(Id, Qty)
-- + parameter: id for Id
INSERT INTO "Raw"."Order Lines" ("Id", "Qty") VALUES (:id, :qty), (:id2, DEFAULT);

-- # insert-with-cte
-- : insert append dw.customer(id, name) from stg.customer, dw.country
INSERT INTO dw.customer (id, name)
WITH newest AS (
    SELECT id, name, country FROM stg.customer
    QUALIFY ROW_NUMBER() OVER (PARTITION BY id ORDER BY loaded_at DESC) = 1
)
SELECT n.id, n.name FROM newest n JOIN dw.country c ON c.code = n.country;

-- # insert-only-new
-- : insert append-if-absent dw.customer(id, name) from stg.customer, dw.customer
INSERT INTO dw.customer (id, name)
SELECT s.id, s.name FROM stg.customer s WHERE NOT EXISTS (SELECT 1 FROM dw.customer t WHERE t.id = s.id);

-- # insert-all
-- : insert append dw.big(id, amount) from stg.sales
-- : insert append dw.small(id, amount) from stg.sales
-- : insert append dw.rest from stg.sales
INSERT ALL
    WHEN amount > 1000 THEN INTO dw.big (id, amount) VALUES (id, amount)
    WHEN amount > 10 THEN INTO dw.small (id, amount) VALUES (id, amount)
    ELSE INTO dw.rest
SELECT id, amount FROM stg.sales;

-- # insert-first-overwrite
-- : insert overwrite dw.a from stg.s
-- : insert overwrite dw.b(x) from stg.s
INSERT OVERWRITE FIRST WHEN x = 1 THEN INTO dw.a ELSE INTO dw.b (x) VALUES (x) SELECT x FROM stg.s;

-- # insert-all-unconditional
-- : insert append t1 from src
-- : insert append t2(n, m) from src
INSERT ALL INTO t1 INTO t2 (n, m) VALUES (n, CURRENT_TIMESTAMP()) SELECT n FROM src;

-- # merge-upsert
-- : merge dw.customer(id, name, updated_at) key(id) sets(name, updated_at) from stg.customer
MERGE INTO dw.customer t
USING (SELECT * FROM stg.customer QUALIFY ROW_NUMBER() OVER (PARTITION BY id ORDER BY ts DESC) = 1) s
ON t.id = s.id
WHEN MATCHED AND t.name <> s.name THEN UPDATE SET t.name = s.name, t.updated_at = CURRENT_TIMESTAMP()
WHEN NOT MATCHED THEN INSERT (id, name, updated_at) VALUES (s.id, s.name, CURRENT_TIMESTAMP());

-- # merge-from-stream
-- : merge dw.orders(id, total) key(id) sets(total) from raw.orders_stream
MERGE INTO dw.orders AS t USING raw.orders_stream AS s ON t.id = s.id
WHEN MATCHED AND s.METADATA$ACTION = 'DELETE' AND s.METADATA$ISUPDATE = FALSE THEN DELETE
WHEN MATCHED AND s.METADATA$ACTION = 'INSERT' THEN UPDATE SET total = s.total
WHEN NOT MATCHED AND s.METADATA$ACTION = 'INSERT' THEN INSERT (id, total) VALUES (s.id, s.total);

-- # merge-from-stage
-- : merge dw.orders(id, note) key(id) sets(note) from @stage/orders.csv
MERGE INTO dw.orders t
USING (SELECT $1:id::INT AS id, $1:note::STRING AS note FROM @stage/orders.csv (FILE_FORMAT => json_format)) s
ON t.id = s.id
WHEN MATCHED THEN UPDATE SET t.note = s.note
WHEN NOT MATCHED THEN INSERT (id, note) VALUES (s.id, s.note);

-- # merge-two-keys
-- : merge dw.stock(sku, store, qty) key(sku, store) sets(qty) from stg.stock, dw.store
MERGE INTO dw.stock USING (SELECT k.sku, k.store, k.qty FROM stg.stock k JOIN dw.store st ON st.id = k.store) AS s
ON dw.stock.sku = s.sku AND dw.stock.store = s.store
WHEN MATCHED THEN UPDATE SET qty = s.qty
WHEN NOT MATCHED THEN INSERT (sku, store, qty) VALUES (s.sku, s.store, s.qty);

-- # merge-delete-only
-- : merge dw.session key(id) from stg.gone
MERGE INTO dw.session t USING stg.gone g ON t.id = g.id WHEN MATCHED THEN DELETE;

-- # update-from
-- : update dw.orders sets(status, changed_at) from stg.status
UPDATE dw.orders t SET t.status = s.status, t.changed_at = SYSDATE() FROM stg.status s WHERE s.order_id = t.id;

-- # update-plain
-- : update dw.orders sets(status)
-- + predicate: id = :id (parameter) in where
-- + parameter: status for status
UPDATE dw.orders SET status = :status WHERE id = :id;

-- # delete-partition-and-load
-- : begin
-- : delete dw.sales
-- : insert append dw.sales from stg.sales
-- : commit
BEGIN TRANSACTION;
DELETE FROM dw.sales WHERE day = :day;
INSERT INTO dw.sales SELECT * FROM stg.sales WHERE day = :day;
COMMIT;

-- # delete-using
-- : delete dw.sales from stg.gone, dw.store
DELETE FROM dw.sales USING stg.gone g, dw.store st WHERE g.id = dw.sales.id AND st.id = g.store_id;

-- # truncate-and-load
-- : truncate stg.sales
-- : insert append stg.sales from raw.sales
TRUNCATE TABLE IF EXISTS stg.sales;
INSERT INTO stg.sales SELECT * FROM raw.sales;

-- # identifier-literal
-- : insert append db.raw.orders(id) from db.stg.orders
INSERT INTO IDENTIFIER('db.raw.orders') (id) SELECT id FROM IDENTIFIER('db.stg.orders');

-- # stage-as-source
-- : select from @landing/2024/orders.csv
SELECT t.$1, t.$2 FROM @landing/2024/orders.csv (FILE_FORMAT => 'csv_format', PATTERN => '.*') t;

-- # watermark-read
-- : select from raw.orders, etl.watermark
-- + ordered: yes
SELECT o.* FROM raw.orders o WHERE o.updated_at > (SELECT COALESCE(MAX(loaded_until), '1970-01-01'::TIMESTAMP_NTZ) FROM etl.watermark WHERE name = 'orders') ORDER BY o.updated_at;

-- # time-travel-restore
-- : create table overwrite dw.sales_restored from dw.sales
-- : insert append dw.sales from dw.sales
CREATE TABLE dw.sales_restored AS SELECT * FROM dw.sales AT (TIMESTAMP => '2024-01-01 00:00:00'::TIMESTAMP_LTZ);
INSERT INTO dw.sales SELECT * FROM dw.sales BEFORE (STATEMENT => '8e5d0ca9-005e-44e6-b858-a8f5b37c5726') s WHERE s.day = CURRENT_DATE;
