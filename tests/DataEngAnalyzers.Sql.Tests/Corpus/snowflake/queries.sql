-- # lateral-flatten
-- : select from raw.orders
SELECT o.id, f.value:sku::STRING AS sku, f.value:qty::INT AS qty
FROM raw.orders o, LATERAL FLATTEN(input => o.src:items) f
WHERE o.src:customer.country = 'DE' AND f.value:qty > 0;

-- # table-flatten
-- : select from raw.orders
SELECT o.id, f.index FROM raw.orders AS o, TABLE(FLATTEN(o.src, 'items', OUTER => TRUE)) AS f;

-- # variant-path-is-no-parameter
-- : select from raw.doc
-- + parameter: day for day
SELECT src:a.b[0]:c::STRING FROM raw.doc WHERE day = :day;

-- # qualify
-- : select from stg.customer
SELECT id, name FROM stg.customer QUALIFY ROW_NUMBER() OVER (PARTITION BY id ORDER BY loaded_at DESC) = 1;

-- # group-by-all-order-limit
-- : select from dw.sales
-- + limited: yes
SELECT day, store_id, SUM(amount) AS total FROM dw.sales GROUP BY ALL HAVING total > 10 ORDER BY total DESC NULLS LAST LIMIT 10 OFFSET 5;

-- # fetch-first
-- : select from dw.sales
-- + limited: yes
SELECT * FROM dw.sales ORDER BY day FETCH FIRST 10 ROWS ONLY;

-- # top
-- : select from dw.sales
-- + limited: yes
SELECT TOP 10 * FROM dw.sales;

-- # sample
-- : select from dw.sales, dw.store
SELECT * FROM dw.sales SAMPLE (10) JOIN dw.store TABLESAMPLE BERNOULLI (5 ROWS) ON dw.sales.store_id = dw.store.id;

-- # time-travel
-- : select from dw.sales, dw.store
-- + source: dw.sales as s
SELECT * FROM dw.sales AT (OFFSET => -60 * 5) AS s JOIN dw.store BEFORE (TIMESTAMP => :t) st ON st.id = s.store_id;

-- # changes
-- : select from dw.sales
SELECT * FROM dw.sales CHANGES (INFORMATION => DEFAULT) AT (TIMESTAMP => :since::TIMESTAMP_LTZ) END (TIMESTAMP => :until);

-- # pivot
-- : select from dw.monthly
SELECT * FROM dw.monthly PIVOT (SUM(amount) FOR month IN ('JAN', 'FEB')) AS p (store, jan, feb) ORDER BY store;

-- # unpivot
-- : select from dw.monthly
SELECT store, month, amount FROM dw.monthly UNPIVOT (amount FOR month IN (jan, feb, mar));

-- # match-recognize
-- : select from dw.ticker
SELECT * FROM dw.ticker MATCH_RECOGNIZE (
    PARTITION BY symbol ORDER BY ts
    MEASURES FIRST(ts) AS start_ts, LAST(ts) AS end_ts
    ONE ROW PER MATCH
    PATTERN (down+ up+)
    DEFINE down AS price < LAG(price), up AS price > LAG(price)
) m;

-- # asof-join
-- : select from trades, quotes
SELECT t.symbol, q.bid FROM trades t ASOF JOIN quotes q MATCH_CONDITION (t.ts >= q.ts) ON t.symbol = q.symbol;

-- # natural-and-full-joins
-- : select from a, b, c
SELECT * FROM a NATURAL JOIN b FULL OUTER JOIN c USING (id);

-- # recursive-cte
-- : select from dw.employee
WITH RECURSIVE chain (id, boss, depth) AS (
    SELECT id, boss, 1 FROM dw.employee WHERE boss IS NULL
    UNION ALL
    SELECT e.id, e.boss, c.depth + 1 FROM dw.employee e JOIN chain c ON e.boss = c.id
)
SELECT * FROM chain WHERE depth < 10;

-- # connect-by
-- : select from dw.employee
SELECT id, boss, LEVEL, SYS_CONNECT_BY_PATH(name, '/') FROM dw.employee START WITH boss IS NULL CONNECT BY boss = PRIOR id ORDER BY id;

-- # set-operators
-- : select from a, b, c, d
SELECT id FROM a UNION ALL SELECT id FROM b MINUS SELECT id FROM c INTERSECT (SELECT id FROM d);

-- # star-exclude-rename-replace
-- : select from dw.customer
SELECT * EXCLUDE (ssn, birth) REPLACE (UPPER(name) AS name) RENAME (id AS customer_id) FROM dw.customer;

-- # star-ilike
-- : select from dw.customer
SELECT * ILIKE '%id%' FROM dw.customer;

-- # generator
-- : select
SELECT SEQ4() AS n, DATEADD(day, n, '2024-01-01'::DATE) AS day FROM TABLE(GENERATOR(ROWCOUNT => 365));

-- # result-scan
-- : select
SELECT "name" FROM TABLE(RESULT_SCAN(LAST_QUERY_ID())) WHERE "name" LIKE 'TMP%';

-- # information-schema
-- : select from db.information_schema.tables
SELECT table_name FROM db.information_schema.tables WHERE table_schema ILIKE 'raw%' AND last_altered > DATEADD('day', -1, CURRENT_TIMESTAMP());

-- # values-table
-- : select
SELECT v.column1 FROM (VALUES (1, 'a'), (2, 'b')) v WHERE v.column1 IN (:a, :b);

-- # cte-chain
-- : select from stg.sales, dw.store, dw.region
WITH daily AS (SELECT store_id, sold_at::DATE AS day, SUM(amount) AS amount FROM stg.sales GROUP BY 1, 2),
     named AS (SELECT d.*, st.region_id FROM daily d LEFT JOIN dw.store st ON st.id = d.store_id),
     ranked AS (SELECT n.*, RANK() OVER (PARTITION BY region_id ORDER BY amount DESC) AS r FROM named n)
SELECT r.day, g.name, r.amount FROM ranked r JOIN dw.region g ON g.id = r.region_id WHERE r.r <= 3;

-- # correlated-and-exists
-- : select from dw.line, dw.orders, dw.gone
SELECT o.id, (SELECT SUM(l.amount) FROM dw.line l WHERE l.order_id = o.id) AS total
FROM dw.orders o WHERE EXISTS (SELECT 1 FROM dw.gone g WHERE g.id = o.id);

-- # double-slash-comment
-- : select from dw.sales
SELECT day // the day
FROM dw.sales -- the table
WHERE amount /* in euro */ > 1 // the end

-- # quoted-names-and-keywords-as-names
-- : select from Weird Schema.order
SELECT "select", "from" FROM "Weird Schema"."order" WHERE "group" = 'x';

-- # session-variable
-- : set
-- : select from dw.sales
SET since = '2024-01-01';
SELECT * FROM dw.sales WHERE day >= $since;

-- # show-and-describe
-- : other
-- : other
-- : other
SHOW TABLES LIKE 'ORD%' IN SCHEMA raw;
DESCRIBE TABLE raw.orders;
USE WAREHOUSE load_wh;

-- # dollar-quoted-text
-- : select from dw.note
SELECT * FROM dw.note WHERE text = $$it's; a 'quoted' text$$;

-- # backslash-escape
-- : select from dw.note
-- : select from dw.other
SELECT * FROM dw.note WHERE text = 'it\'s; here'; SELECT * FROM dw.other;

-- # higher-order-function
-- : select from dw.orders
SELECT FILTER(items, i -> i:qty > 0), TRANSFORM(items, i INT -> i * 2) FROM dw.orders;

-- # in-subquery-and-any
-- : select from a, b, c
SELECT * FROM a WHERE (x, y) IN (SELECT x, y FROM b) AND z = ANY (SELECT z FROM c);

-- # array-and-object-literals
-- : select from t
SELECT [1, 2, x] AS list, {'a': x, 'b': y} AS obj, list[0] FROM t;
