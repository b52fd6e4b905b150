-- # unnest
-- : select from raw.orders
SELECT o.id, l.sku, l.qty FROM raw.orders AS o, UNNEST(o.lines) AS l WITH OFFSET AS n WHERE l.qty > @min;

-- # cross-join-unnest-and-left-join
-- : select from raw.orders, dw.product
SELECT o.id, p.name FROM raw.orders o CROSS JOIN UNNEST(o.lines) l LEFT JOIN dw.product p ON p.sku = l.sku;

-- # array-path-join
-- : select from raw.orders
SELECT o.id, line.sku FROM raw.orders AS o LEFT JOIN UNNEST(o.lines) AS line;

-- # dashed-project
-- : select from my-project.raw.orders
-- + source: my-project.raw.orders as o
SELECT o.id - 1 AS before, a-b AS diff FROM my-project.raw.orders AS o;

-- # wildcard-table
-- : select from proj.raw.events_*
SELECT event, _TABLE_SUFFIX FROM `proj.raw.events_*` WHERE _TABLE_SUFFIX BETWEEN '20240101' AND @until;

-- # ingestion-time-partition
-- : select from raw.events
SELECT * FROM raw.events WHERE _PARTITIONTIME >= TIMESTAMP_SUB(CURRENT_TIMESTAMP(), INTERVAL 3 DAY);

-- # time-travel
-- : select from dw.sales
SELECT * FROM dw.sales FOR SYSTEM_TIME AS OF TIMESTAMP_SUB(CURRENT_TIMESTAMP(), INTERVAL 1 HOUR) WHERE day = @day;

-- # qualify
-- : select from stg.customer
SELECT * FROM stg.customer WHERE TRUE QUALIFY ROW_NUMBER() OVER (PARTITION BY id ORDER BY ts DESC) = 1;

-- # window-clause
-- : select from dw.sales
SELECT day, SUM(amount) OVER w AS running FROM dw.sales WINDOW w AS (PARTITION BY store ORDER BY day ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW);

-- # star-except-replace
-- : select from dw.customer
SELECT * EXCEPT (ssn) REPLACE (UPPER(name) AS name) FROM dw.customer;

-- # select-as-struct-and-value
-- : select from dw.customer
-- : select from dw.customer
SELECT AS STRUCT id, name FROM dw.customer;
SELECT AS VALUE STRUCT(id, name) FROM dw.customer;

-- # except-distinct
-- : select from a, b, c
SELECT id FROM a EXCEPT DISTINCT SELECT id FROM b UNION ALL (SELECT id FROM c LIMIT 10);

-- # pivot
-- : select from dw.monthly
SELECT * FROM (SELECT store, month, amount FROM dw.monthly) PIVOT (SUM(amount) AS total FOR month IN ('JAN' AS jan, 'FEB' AS feb)) AS p;

-- # unpivot
-- : select from dw.monthly
SELECT * FROM dw.monthly UNPIVOT (amount FOR month IN (jan, feb, mar));

-- # tablesample
-- : select from dw.sales
SELECT * FROM dw.sales TABLESAMPLE SYSTEM (10 PERCENT);

-- # recursive-cte
-- : select from dw.employee
WITH RECURSIVE chain AS (
    SELECT id, boss, 1 AS depth FROM dw.employee WHERE boss IS NULL
    UNION ALL
    SELECT e.id, e.boss, c.depth + 1 FROM dw.employee AS e JOIN chain AS c ON e.boss = c.id
)
SELECT * FROM chain;

-- # cte-chain-report
-- : select from dw.sales, dw.store
-- + limited: yes
WITH daily AS (SELECT store_id, day, SUM(amount) AS amount FROM dw.sales WHERE day BETWEEN @from AND @to GROUP BY store_id, day),
ranked AS (SELECT *, RANK() OVER (PARTITION BY day ORDER BY amount DESC) AS r FROM daily)
SELECT s.name, r.day, r.amount FROM ranked AS r JOIN dw.store AS s ON s.id = r.store_id WHERE r.r <= 3 ORDER BY r.day LIMIT 100;

-- # generated-dates
-- : select
SELECT day FROM UNNEST(GENERATE_DATE_ARRAY('2024-01-01', CURRENT_DATE(), INTERVAL 1 DAY)) AS day;

-- # scalar-and-in-subqueries
-- : select from dw.line, dw.orders, dw.gone
SELECT id, (SELECT SUM(amount) FROM dw.line WHERE order_id = o.id) AS total FROM dw.orders AS o WHERE id NOT IN (SELECT id FROM dw.gone);

-- # in-unnest-parameter
-- : select from dw.orders
-- + predicate: id in UNNEST(@ids) (expression) in where
SELECT * FROM dw.orders WHERE id IN UNNEST(@ids);

-- # strings-of-every-kind
-- : select from dw.note
-- : select from dw.other
SELECT "double; quoted", 'it\'s', r'raw\'; still', """three "quotes"; here""", b'bytes', rb"x\y" FROM dw.note; SELECT 1 FROM dw.other;

-- # comments-of-every-kind
-- : select from dw.sales
SELECT day # the day
FROM dw.sales -- the table
WHERE amount > 1 /* at; the end */;

-- # dml-words-as-functions
-- : select from dw.t
SELECT REPLACE(a, 'x', 'y'), IF(b > 1, 'c', 'd'), `select`, SAFE_CAST(e AS INT64), CAST(f AS STRUCT<x INT64, y ARRAY<STRING>>) FROM dw.t;

-- # information-schema
-- : select from proj.region-eu.INFORMATION_SCHEMA.JOBS
SELECT job_id FROM `proj`.`region-eu`.INFORMATION_SCHEMA.JOBS WHERE creation_time > TIMESTAMP_SUB(CURRENT_TIMESTAMP(), INTERVAL 1 DAY);

-- # external-query
-- : select
SELECT * FROM EXTERNAL_QUERY('proj.eu.conn', '''SELECT id FROM orders WHERE day = '2024-01-01' ''') AS x;

-- # table-function
-- : select from dw.store
SELECT f.* FROM dw.sales_of(@day) AS f JOIN dw.store AS s ON s.id = f.store_id;

-- # from-first-pipe
-- : select from dw.sales
FROM dw.sales |> WHERE day = @day |> AGGREGATE SUM(amount) AS amount GROUP BY store_id |> ORDER BY amount DESC;

-- # having-and-rollup
-- : select from dw.sales
SELECT store, day, SUM(amount) FROM dw.sales GROUP BY ROLLUP (store, day) HAVING SUM(amount) > 0;

-- # json-fields
-- : select from raw.doc
SELECT doc.customer.name, JSON_VALUE(doc, '$.a[0].b'), doc['x'] FROM raw.doc WHERE JSON_VALUE(doc, '$.state') = 'new';
