-- # dual
-- : select from DUAL
SELECT SYSDATE, USER, orders_seq.NEXTVAL FROM DUAL

-- # rownum
-- : select from dw.sales
SELECT * FROM (SELECT s.*, ROWNUM rn FROM (SELECT * FROM dw.sales ORDER BY day) s WHERE ROWNUM <= :last) WHERE rn > :first

-- # fetch-first
-- : select from dw.sales
-- + ordered: yes
-- + limited: yes
SELECT * FROM dw.sales ORDER BY day DESC OFFSET 10 ROWS FETCH NEXT 20 ROWS ONLY

-- # old-outer-join
-- : select from dw.orders, dw.customer
-- + source: dw.customer as c
SELECT o.id, c.name FROM dw.orders o, dw.customer c WHERE o.customer_id = c.id (+) AND o.day = :day

-- # hierarchy
-- : select from dw.employee
SELECT LPAD(' ', 2 * LEVEL) || name, CONNECT_BY_ROOT id, SYS_CONNECT_BY_PATH(name, '/') FROM dw.employee
START WITH boss IS NULL CONNECT BY NOCYCLE PRIOR id = boss ORDER SIBLINGS BY name

-- # generated-rows
-- : select from dual
SELECT TRUNC(SYSDATE) - LEVEL AS day FROM dual CONNECT BY LEVEL <= 30

-- # analytic-functions
-- : select from dw.sales
SELECT day, SUM(amount) OVER (PARTITION BY store ORDER BY day RANGE BETWEEN INTERVAL '7' DAY PRECEDING AND CURRENT ROW) w, LAG(amount) IGNORE NULLS OVER (ORDER BY day) FROM dw.sales

-- # keep-dense-rank-and-listagg
-- : select from dw.sales
SELECT store, MAX(amount) KEEP (DENSE_RANK LAST ORDER BY day) last_amount, LISTAGG(sku, ',') WITHIN GROUP (ORDER BY sku) skus FROM dw.sales GROUP BY store

-- # q-quotes
-- : select from dw.note
-- : select from dw.other
SELECT q'[it's; here]', Q'{a}b}', nq'!x'y!', 'it''s' FROM dw.note; SELECT 1 FROM dw.other;

-- # hints-and-comments
-- : select from dw.sales, dw.store
SELECT /*+ LEADING(s) USE_HASH(st) */ s.day -- FROM nowhere
FROM dw.sales s /* ; */ JOIN dw.store st ON st.id = s.store_id

-- # with-and-materialize
-- : select from dw.sales, dw.store
WITH daily AS (SELECT /*+ MATERIALIZE */ store_id, SUM(amount) amount FROM dw.sales GROUP BY store_id),
top3 AS (SELECT * FROM daily ORDER BY amount DESC FETCH FIRST 3 ROWS WITH TIES)
SELECT st.name, t.amount FROM top3 t, dw.store st WHERE st.id = t.store_id

-- # recursive-with
-- : select from dw.employee
WITH chain (id, boss) AS (SELECT id, boss FROM dw.employee WHERE boss IS NULL UNION ALL SELECT e.id, e.boss FROM dw.employee e JOIN chain c ON c.id = e.boss)
SEARCH DEPTH FIRST BY id SET ord CYCLE id SET looped TO 1 DEFAULT 0
SELECT * FROM chain

-- # flashback
-- : select from dw.sales, dw.store
SELECT * FROM dw.sales AS OF TIMESTAMP (SYSTIMESTAMP - INTERVAL '1' HOUR) s JOIN dw.store AS OF SCN :scn st ON st.id = s.store_id

-- # partition-and-sample
-- : select from dw.sales, dw.store
SELECT * FROM dw.sales PARTITION (p2024) s, dw.store SAMPLE (10) WHERE s.day > :d

-- # pivot
-- : select from dw.monthly
SELECT * FROM (SELECT store, month, amount FROM dw.monthly) PIVOT (SUM(amount) FOR month IN ('JAN' AS jan, 'FEB' AS feb))

-- # unpivot
-- : select from dw.monthly
SELECT * FROM dw.monthly UNPIVOT INCLUDE NULLS (amount FOR month IN (jan AS 'JAN', feb AS 'FEB'))

-- # table-function-and-collections
-- : select from dw.orders
SELECT o.id, l.column_value FROM dw.orders o, TABLE(o.lines) l, TABLE(pkg.rows_of(:d)) p

-- # json-and-xml-tables
-- : select from raw.doc, raw.x
SELECT d.id, j.sku FROM raw.doc d, JSON_TABLE(d.body, '$.lines[*]' COLUMNS (sku VARCHAR2(20) PATH '$.sku')) j, raw.x, XMLTABLE('/a/b' PASSING raw.x.doc COLUMNS v NUMBER PATH '@v') v

-- # lateral-and-apply
-- : select from dw.customer, dw.orders
SELECT c.id, o.day FROM dw.customer c CROSS APPLY (SELECT day FROM dw.orders WHERE customer_id = c.id ORDER BY day DESC FETCH FIRST 1 ROW ONLY) o

-- # for-update
-- : select from dw.job
-- + hint: FOR UPDATE
-- + hint: SKIP LOCKED
SELECT id FROM dw.job WHERE state = 'new' FOR UPDATE OF state SKIP LOCKED

-- # set-operators
-- : select from a, b, c
SELECT id FROM a MINUS SELECT id FROM b INTERSECT (SELECT id FROM c) ORDER BY 1

-- # database-link-and-quotes
-- : select from Mixed Case.Orders, emp@hq
SELECT "o"."Id" FROM "Mixed Case"."Orders" "o" JOIN emp@hq e ON e.id = "o"."Emp"

-- # watermark
-- : select from raw.orders, etl.watermark
SELECT o.* FROM raw.orders o WHERE o.changed > (SELECT NVL(MAX(until_at), DATE '1970-01-01') FROM etl.watermark WHERE name = :name) AND o.changed <= SYSDATE

-- # model-clause
-- : select from dw.sales
SELECT store, day, amount FROM dw.sales MODEL PARTITION BY (store) DIMENSION BY (day) MEASURES (amount) RULES (amount[DATE '2024-01-02'] = amount[DATE '2024-01-01'] * 2)

-- # match-recognize
-- : select from dw.ticker
SELECT * FROM dw.ticker MATCH_RECOGNIZE (PARTITION BY symbol ORDER BY ts MEASURES FIRST(up.ts) AS s ONE ROW PER MATCH PATTERN (up+) DEFINE up AS price > PREV(price))

-- # decode-nvl-case
-- : select from dw.orders
-- + predicate: state = 'X' (literal, wrapped) in where
SELECT DECODE(state, 'A', 1, 0), NVL(amount, 0), CASE WHEN amount > 1 THEN 'b' END FROM dw.orders WHERE UPPER(state) = 'X'
