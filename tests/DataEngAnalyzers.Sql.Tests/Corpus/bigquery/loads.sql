-- # load-data-into
-- : load append mydataset.orders
LOAD DATA INTO mydataset.orders FROM FILES (format = 'CSV', uris = ['gs://lake/orders/*.csv'], skip_leading_rows = 1);

-- # load-data-overwrite
-- : load overwrite mydataset.orders(id, day)
LOAD DATA OVERWRITE mydataset.orders (id INT64, day DATE) PARTITION BY day FROM FILES (format = 'PARQUET', uris = ['gs://lake/orders/*']);

-- # load-data-into-partition
-- : load replace-partition mydataset.orders
LOAD DATA OVERWRITE mydataset.orders PARTITIONS (_PARTITIONTIME = TIMESTAMP '2024-01-01') FROM FILES (format = 'JSON', uris = ['gs://lake/2024-01-01/*']);

-- # export-data
-- : other from mydataset.sales
EXPORT DATA OPTIONS (uri = 'gs://exports/sales-*.csv', format = 'CSV', overwrite = true, header = true) AS
SELECT day, SUM(amount) AS amount FROM mydataset.sales WHERE day = @day GROUP BY day;

-- # insert-select
-- : insert append dw.sales(day, store_id, amount) from stg.sales
INSERT INTO dw.sales (day, store_id, amount)
SELECT DATE(sold_at), store_id, SUM(amount) FROM stg.sales WHERE sold_at >= @since GROUP BY 1, 2;

-- # insert-without-into
-- : insert append dw.sales(day, amount) from stg.sales
INSERT dw.sales (day, amount) SELECT day, amount FROM stg.sales;

-- # insert-dashed-project
-- : insert append my-project.dw.sales(day) from my-project-2.stg.sales
INSERT INTO my-project.dw.sales (day) SELECT day FROM my-project-2.stg.sales;

-- # insert-quoted-path
-- : insert append my-project.dw.sales(day) from my-project.stg.sales, other.stg.x
INSERT INTO `my-project.dw.sales` (day) SELECT s.day FROM `my-project`.stg.sales AS s JOIN `other`.`stg`.`x` AS x USING (day);

-- # insert-values
-- : insert append dw.store(id, name, tags)
-- + parameter: id for id
INSERT INTO dw.store (id, name, tags) VALUES (@id, @name, ['a', 'b']), (2, "x; 'y'", []);

-- # insert-struct-and-array
-- : insert append dw.orders(id, customer, lines) from raw.orders
INSERT INTO dw.orders (id, customer, lines)
SELECT id, STRUCT(c.id AS id, c.name AS name), ARRAY(SELECT AS STRUCT l.sku, l.qty FROM UNNEST(o.lines) AS l WHERE l.qty > 0)
FROM raw.orders AS o, UNNEST([o.customer]) AS c;

-- # insert-only-new
-- : insert append-if-absent dw.customer(id, name) from stg.customer, dw.customer
INSERT INTO dw.customer (id, name)
SELECT s.id, s.name FROM stg.customer AS s LEFT JOIN dw.customer AS t ON t.id = s.id WHERE t.id IS NULL;

-- # merge-upsert
-- : merge dw.customer(id, name, updated_at) key(id) sets(name, updated_at) from stg.customer
MERGE INTO dw.customer AS T
USING (SELECT * EXCEPT (rn) FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY id ORDER BY ts DESC) AS rn FROM stg.customer) WHERE rn = 1) AS S
ON T.id = S.id
WHEN MATCHED AND T.name != S.name THEN UPDATE SET name = S.name, updated_at = CURRENT_TIMESTAMP()
WHEN NOT MATCHED THEN INSERT (id, name, updated_at) VALUES (S.id, S.name, CURRENT_TIMESTAMP());

-- # merge-insert-row
-- : merge dw.orders key(id, day) from stg.orders
MERGE dw.orders T USING stg.orders S ON T.id = S.id AND T.day = S.day AND T.day >= DATE '2024-01-01' WHEN NOT MATCHED THEN INSERT ROW;

-- # merge-replace-partition
-- : merge dw.sales from stg.sales
MERGE dw.sales T USING stg.sales S ON FALSE
WHEN NOT MATCHED BY SOURCE AND T.day = @day THEN DELETE
WHEN NOT MATCHED BY TARGET THEN INSERT ROW;

-- # merge-all-branches
-- : merge dw.stock(sku, qty) key(sku) sets(qty, gone) from stg.stock, stg.unit
MERGE dw.stock AS t
USING (SELECT k.sku, k.qty * u.factor AS qty FROM stg.stock AS k INNER JOIN stg.unit AS u USING (unit)) AS s
ON t.sku = s.sku
WHEN MATCHED THEN UPDATE SET qty = s.qty
WHEN NOT MATCHED BY TARGET THEN INSERT (sku, qty) VALUES (sku, qty)
WHEN NOT MATCHED BY SOURCE THEN UPDATE SET gone = TRUE;

-- # update-from
-- : update dw.orders sets(status, changed) from stg.status
UPDATE dw.orders AS o SET status = s.status, changed = CURRENT_DATETIME() FROM stg.status AS s WHERE s.id = o.id;

-- # update-nested-field
-- : update dw.orders sets(zip)
UPDATE dw.orders SET customer.address.zip = @zip WHERE id = @id;

-- # update-array-by-subquery
-- : update dw.orders sets(lines)
UPDATE dw.orders SET lines = ARRAY(SELECT AS STRUCT * EXCEPT (qty), 0 AS qty FROM UNNEST(lines)) WHERE TRUE;

-- # delete-partition
-- : delete dw.sales
-- + predicate: day = @day (parameter) in where
DELETE FROM dw.sales WHERE day = @day;

-- # delete-without-from
-- : delete dw.sales from stg.gone
DELETE dw.sales AS s WHERE EXISTS (SELECT 1 FROM stg.gone AS g WHERE g.id = s.id);

-- # delete-all-and-load-in-a-transaction
-- : begin
-- : delete dw.daily
-- : insert append dw.daily from dw.sales
-- : commit
BEGIN TRANSACTION;
DELETE FROM dw.daily WHERE true;
INSERT INTO dw.daily SELECT day, SUM(amount) FROM dw.sales GROUP BY day;
COMMIT TRANSACTION;

-- # truncate-and-load
-- : truncate stg.sales
-- : insert append stg.sales from raw.sales
TRUNCATE TABLE stg.sales;
INSERT INTO stg.sales SELECT * FROM raw.sales;

-- # positional-parameters
-- : insert append dw.t(a, b)
-- + parameter:  for a
INSERT INTO dw.t (a, b) VALUES (?, ?);
