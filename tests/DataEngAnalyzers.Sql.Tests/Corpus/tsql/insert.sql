-- # insert-from-cte
-- : insert append dw.sales(id, amount) from stg.sales
-- + source: stg.sales
WITH x AS (SELECT id, amount FROM stg.sales)
INSERT INTO dw.sales (id, amount)
SELECT id, amount FROM x
