-- # one-table
-- : select from dbo.Orders
SELECT OrderId, Amount FROM dbo.Orders WHERE OrderId = @id

-- # no-table
-- : select
SELECT @@VERSION, GETDATE(), 1 + 1 AS two;

-- # star
-- : select from dbo.Orders
-- + star: *
SELECT * FROM dbo.Orders;

-- # joins-of-all-kinds
-- : select from dbo.A, dbo.B, dbo.C, dbo.D, dbo.E
SELECT a.Id FROM dbo.A a
INNER JOIN dbo.B b ON b.Id = a.Id
LEFT OUTER JOIN dbo.C c ON c.Id = a.Id
RIGHT JOIN dbo.D d ON d.Id = a.Id
FULL OUTER JOIN dbo.E e ON e.Id = a.Id

-- # join-hints
-- : select from dbo.Big, dbo.Small
SELECT b.Id FROM dbo.Big b INNER HASH JOIN dbo.Small s ON s.Id = b.Id OPTION (FORCE ORDER);

-- # comma-join
-- : select from Orders, Customers, Countries
select o.id, c.name from Orders o, Customers c, Countries n where o.cust = c.id and c.country = n.code

-- # parenthesised-join
-- : select from dbo.Orders, dbo.Lines, dbo.Products
SELECT o.OrderId, p.Name
FROM dbo.Orders o LEFT JOIN (dbo.Lines l INNER JOIN dbo.Products p ON p.Sku = l.Sku) ON l.OrderId = o.OrderId

-- # nested-on-clauses
-- : select from a, b, c
SELECT a.x FROM a LEFT JOIN b INNER JOIN c ON c.id = b.id ON b.id = a.id;

-- # nolock-old-style
-- : select from dbo.Orders, dbo.Lines
-- + hint: NOLOCK
SELECT o.Id FROM dbo.Orders o (NOLOCK) JOIN dbo.Lines l WITH (NOLOCK, INDEX(IX_Order)) ON l.OrderId = o.Id

-- # watermark-read
-- : select from dbo.Orders
-- + predicate: ModifiedAt > @since (parameter) in where
-- + predicate: ModifiedAt <= @until (parameter) in where
-- + ordered: yes
SELECT OrderId, CustomerId, ModifiedAt
FROM dbo.Orders
WHERE ModifiedAt > @since AND ModifiedAt <= @until
ORDER BY ModifiedAt, OrderId;

-- # watermark-subquery
-- : select from src.Orders, dw.Orders
SELECT * FROM src.Orders WHERE ModifiedAt > (SELECT COALESCE(MAX(ModifiedAt), '19000101') FROM dw.Orders);

-- # watermark-with-lookback
-- : select from src.Events
-- + clock: SYSUTCDATETIME() in a predicate
SELECT EventId, Body FROM src.Events WHERE InsertedAt >= DATEADD(minute, -15, @watermark) AND InsertedAt < SYSUTCDATETIME();

-- # rowversion-window
-- : select from dbo.Orders
SELECT * FROM dbo.Orders WHERE RowVer > @last AND RowVer < MIN_ACTIVE_ROWVERSION();

-- # paging-offset-fetch
-- : select from dbo.Orders
-- + limited: yes
SELECT OrderId FROM dbo.Orders ORDER BY OrderId OFFSET @skip ROWS FETCH NEXT @take ROWS ONLY;

-- # keyset-paging
-- : select from dbo.Orders
SELECT TOP (@take) OrderId, OrderedAt FROM dbo.Orders
WHERE OrderedAt > @at OR (OrderedAt = @at AND OrderId > @id)
ORDER BY OrderedAt, OrderId

-- # top-percent-with-ties
-- : select from dbo.Sales
SELECT TOP 10 PERCENT WITH TIES StoreId, Amount FROM dbo.Sales ORDER BY Amount DESC

-- # deduplicate-by-row-number
-- : select from stg.Customers
SELECT CustomerId, Name
FROM (
    SELECT CustomerId, Name, ROW_NUMBER() OVER (PARTITION BY CustomerId ORDER BY ModifiedAt DESC) AS rn
    FROM stg.Customers
) AS x
WHERE x.rn = 1;

-- # deduplicate-top-with-ties
-- : select from stg.Customers
SELECT TOP (1) WITH TIES * FROM stg.Customers ORDER BY ROW_NUMBER() OVER (PARTITION BY CustomerId ORDER BY ModifiedAt DESC);

-- # window-frames
-- : select from dbo.Balances
SELECT AccountId, Day,
       SUM(Amount) OVER (PARTITION BY AccountId ORDER BY Day ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS Running,
       LAG(Amount, 1, 0) OVER (PARTITION BY AccountId ORDER BY Day) AS Previous,
       AVG(Amount) OVER (ORDER BY Day ROWS BETWEEN 6 PRECEDING AND CURRENT ROW) AS Week
FROM dbo.Balances;

-- # named-window
-- : select from dbo.Balances
SELECT AccountId, SUM(Amount) OVER w AS Total FROM dbo.Balances WINDOW w AS (PARTITION BY AccountId ORDER BY Day);

-- # gaps-and-islands
-- : select from iot.Readings
WITH marked AS (
    SELECT SensorId, At, CASE WHEN DATEDIFF(second, LAG(At) OVER (PARTITION BY SensorId ORDER BY At), At) > 60 THEN 1 ELSE 0 END AS Starts
    FROM iot.Readings
), grouped AS (
    SELECT SensorId, At, SUM(Starts) OVER (PARTITION BY SensorId ORDER BY At) AS Island FROM marked
)
SELECT SensorId, Island, MIN(At) AS FromAt, MAX(At) AS ToAt FROM grouped GROUP BY SensorId, Island;

-- # grouping-sets
-- : select from dbo.Sales
SELECT Region, Product, SUM(Amount), GROUPING_ID(Region, Product) FROM dbo.Sales GROUP BY GROUPING SETS ((Region, Product), (Region), ());

-- # rollup-having
-- : select from dbo.Sales
SELECT Region, SUM(Amount) AS Total FROM dbo.Sales GROUP BY ROLLUP (Region) HAVING SUM(Amount) > 1000 AND COUNT(DISTINCT StoreId) > 3;

-- # pivot
-- : select from dbo.Sales
SELECT Store, [2023], [2024]
FROM (SELECT Store, Year, Amount FROM dbo.Sales) AS s
PIVOT (SUM(Amount) FOR Year IN ([2023], [2024])) AS p;

-- # cross-apply-top
-- : select from dbo.Customers, dbo.Orders
SELECT c.Name, o.OrderId
FROM dbo.Customers c
OUTER APPLY (SELECT TOP (3) OrderId FROM dbo.Orders WHERE CustomerId = c.CustomerId ORDER BY OrderedAt DESC) o;

-- # cross-apply-values
-- : select from dbo.Wide
SELECT w.Id, v.Name, v.Value FROM dbo.Wide w CROSS APPLY (VALUES ('a', w.A), ('b', w.B)) AS v (Name, Value) WHERE v.Value IS NOT NULL;

-- # table-functions
-- : select from dbo.Orders
SELECT o.Id, t.value, f.Rate
FROM dbo.Orders o
CROSS APPLY STRING_SPLIT(o.Tags, ',') AS t
CROSS APPLY dbo.RatesOf(o.Currency, o.OrderedAt) f;

-- # openjson-nested
-- : select from dbo.Docs
SELECT d.Id, l.sku FROM dbo.Docs d CROSS APPLY OPENJSON(d.Body, '$.lines') WITH (sku nvarchar(20), qty int) l WHERE l.qty > 0

-- # for-json
-- : select from dbo.Lines, dbo.Orders
SELECT o.Id, (SELECT l.Sku FROM dbo.Lines l WHERE l.OrderId = o.Id FOR JSON PATH) AS Lines
FROM dbo.Orders o FOR JSON PATH, ROOT('orders');

-- # for-xml-string-aggregate
-- : select from dbo.Tags, dbo.Customers
SELECT c.Id, STUFF((SELECT ', ' + t.Name FROM dbo.Tags t WHERE t.CustomerId = c.Id ORDER BY t.Name FOR XML PATH(''), TYPE).value('.', 'nvarchar(max)'), 1, 2, '') AS Tags
FROM dbo.Customers c;

-- # string-agg-within-group
-- : select from dbo.Tags
SELECT CustomerId, STRING_AGG(Name, ', ') WITHIN GROUP (ORDER BY Name ASC) FROM dbo.Tags GROUP BY CustomerId;

-- # temporal-as-of
-- : select from dbo.Prices
SELECT Sku, Price FROM dbo.Prices FOR SYSTEM_TIME AS OF @at WHERE Sku = @sku;

-- # temporal-between-with-alias
-- : select from dbo.Prices, dbo.Products
SELECT p.Sku FROM dbo.Prices FOR SYSTEM_TIME BETWEEN @from AND @to AS p JOIN dbo.Products AS r ON r.Sku = p.Sku;

-- # change-tracking
-- : select from dbo.Orders
SELECT c.OrderId, c.SYS_CHANGE_OPERATION, o.Amount
FROM CHANGETABLE(CHANGES dbo.Orders, @version) AS c
LEFT JOIN dbo.Orders AS o ON o.OrderId = c.OrderId;

-- # change-data-capture
-- : select
SELECT * FROM cdc.fn_cdc_get_all_changes_dbo_Orders(@from_lsn, @to_lsn, N'all');

-- # exists-and-not-exists
-- : select from dbo.Orders, dbo.Payments, dbo.Refunds
SELECT o.OrderId FROM dbo.Orders o
WHERE EXISTS (SELECT 1 FROM dbo.Payments p WHERE p.OrderId = o.OrderId)
  AND NOT EXISTS (SELECT 1 FROM dbo.Refunds r WHERE r.OrderId = o.OrderId);

-- # any-and-all
-- : select from dbo.Products, dbo.Offers
SELECT Sku FROM dbo.Products WHERE Price < ALL (SELECT Price FROM dbo.Offers WHERE Offers.Sku = Products.Sku);

-- # set-operations
-- : select from a, b, c, d
SELECT id FROM a UNION ALL SELECT id FROM b INTERSECT SELECT id FROM c EXCEPT SELECT id FROM d ORDER BY id

-- # parenthesised-set-operations
-- : select from a, b, c
(SELECT id FROM a EXCEPT SELECT id FROM b) UNION ALL (SELECT id FROM c);

-- # reconcile-two-tables
-- : select from stg.Orders, dw.Orders
SELECT 'missing' AS Problem, x.* FROM (SELECT OrderId, Amount FROM stg.Orders EXCEPT SELECT OrderId, Amount FROM dw.Orders) x
UNION ALL
SELECT 'extra', y.* FROM (SELECT OrderId, Amount FROM dw.Orders EXCEPT SELECT OrderId, Amount FROM stg.Orders) y;

-- # counts-side-by-side
-- : select from stg.Orders, dw.Orders
SELECT (SELECT COUNT_BIG(*) FROM stg.Orders) AS Staged, (SELECT COUNT_BIG(*) FROM dw.Orders WHERE BatchId = @batch) AS Loaded;

-- # recursive-hierarchy
-- : select from dbo.Employees
WITH tree AS (
    SELECT EmployeeId, ManagerId, 0 AS Depth FROM dbo.Employees WHERE ManagerId IS NULL
    UNION ALL
    SELECT e.EmployeeId, e.ManagerId, t.Depth + 1 FROM dbo.Employees e JOIN tree t ON t.EmployeeId = e.ManagerId
)
SELECT * FROM tree OPTION (MAXRECURSION 100);

-- # cte-named-like-table-of-schema
-- : select from dbo.Orders
WITH Orders AS (SELECT OrderId FROM dbo.Orders) SELECT COUNT(*) FROM Orders;

-- # cte-unused
-- : select from dbo.A, dbo.B
WITH unused AS (SELECT 1 AS x FROM dbo.A) SELECT y FROM dbo.B;

-- # cte-with-columns
-- : select from dbo.Sales
WITH monthly (Month, Total) AS (SELECT MONTH(Day), SUM(Amount) FROM dbo.Sales GROUP BY MONTH(Day))
SELECT Month, Total, Total - LAG(Total) OVER (ORDER BY Month) AS Growth FROM monthly;

-- # xmlnamespaces
-- : select from dbo.Feeds
WITH XMLNAMESPACES ('http://www.w3.org/2005/Atom' AS a)
SELECT f.Id, e.value('(a:title)[1]', 'nvarchar(200)') FROM dbo.Feeds f CROSS APPLY f.Body.nodes('/a:feed/a:entry') AS n(e);

-- # column-alias-by-equals
-- : select from dbo.Orders
SELECT Number = OrderId, [Total Amount] = SUM(Amount), 'Net' = SUM(Amount) * 0.8 FROM dbo.Orders GROUP BY OrderId

-- # select-into-variables
-- : select from dbo.Settings
SELECT @name = Name, @value = Value FROM dbo.Settings WHERE SettingId = @id;

-- # declared-from-query
-- : other from etl.Watermark
DECLARE @from datetime2(3) = (SELECT MAX(LoadedTo) FROM etl.Watermark WHERE Name = 'orders');

-- # set-from-query
-- : set from dbo.Orders
SET @count = (SELECT COUNT(*) FROM dbo.Orders WHERE BatchId = @batch);

-- # iif-choose-case
-- : select from dbo.Stores
SELECT IIF(Size > 100, 'big', 'small'), CHOOSE(Kind, 'a', 'b'), CASE Kind WHEN 1 THEN 'x' WHEN 2 THEN CASE WHEN Size IS NULL THEN 'n' ELSE 'm' END ELSE 'z' END FROM dbo.Stores;

-- # convert-cast-collate
-- : select from dbo.Raw
SELECT CONVERT(date, v, 126), TRY_CAST(a AS decimal(18, 2)), b COLLATE Latin1_General_BIN2, TRY_PARSE(c AS datetime2 USING 'de-DE') FROM dbo.Raw

-- # at-time-zone
-- : select from dbo.Events
SELECT At AT TIME ZONE 'UTC' AT TIME ZONE 'W. Europe Standard Time' AS LocalAt FROM dbo.Events;

-- # linked-server-query
-- : select
SELECT q.Id FROM OPENQUERY(ERP, 'SELECT Id FROM SALES.ORDERS WHERE STATE = ''X''') AS q;

-- # opendatasource
-- : select from dbo.Orders
SELECT x.Id FROM OPENDATASOURCE('MSOLEDBSQL', 'Server=other;').Sales.dbo.Orders AS o JOIN dbo.Orders x ON x.Id = o.Id;

-- # tablesample
-- : select from dbo.Clicks
SELECT * FROM dbo.Clicks TABLESAMPLE (1 PERCENT) REPEATABLE (42);

-- # system-views
-- : select from sys.partitions, sys.objects
SELECT o.name, SUM(p.rows) FROM sys.partitions p JOIN sys.objects o ON o.object_id = p.object_id WHERE p.index_id IN (0, 1) GROUP BY o.name

-- # information-schema
-- : select from INFORMATION_SCHEMA.COLUMNS
SELECT COLUMN_NAME, DATA_TYPE FROM INFORMATION_SCHEMA.COLUMNS WHERE TABLE_SCHEMA = @schema AND TABLE_NAME = @table

-- # temp-table-read
-- : select from #batch, tempdb..#other
SELECT * FROM #batch b JOIN tempdb..#other o ON o.Id = b.Id

-- # self-join
-- : select from dbo.Employees
SELECT e.Name, m.Name FROM dbo.Employees e LEFT JOIN dbo.Employees m ON m.Id = e.ManagerId

-- # greatest-least-and-generate-series
-- : select from dbo.Orders
SELECT s.value, GREATEST(o.A, o.B) FROM GENERATE_SERIES(1, 10) AS s LEFT JOIN dbo.Orders o ON o.Id = s.value;

-- # full-text
-- : select from dbo.Articles
SELECT Id FROM dbo.Articles WHERE CONTAINS(Body, N'"etl" NEAR "retry"') OR FREETEXT((Title, Body), @phrase);

-- # report-of-a-year
-- : select from dbo.Orders, dbo.Lines, dbo.Products, dbo.Customers, ref.Regions, dbo.Targets
WITH lines AS (
    SELECT o.OrderId, o.CustomerId, o.OrderedAt, l.Sku, l.Qty * l.UnitPrice * (1 - l.Discount) AS Net
    FROM dbo.Orders AS o
    JOIN dbo.Lines AS l ON l.OrderId = o.OrderId
    WHERE o.OrderedAt >= DATEFROMPARTS(@year, 1, 1)
      AND o.OrderedAt < DATEFROMPARTS(@year + 1, 1, 1)
      AND o.Status NOT IN ('cancelled', 'draft')
),
by_region AS (
    SELECT r.Region, p.Category, DATEPART(quarter, l.OrderedAt) AS Quarter,
           SUM(l.Net) AS Revenue, COUNT(DISTINCT l.CustomerId) AS Buyers
    FROM lines AS l
    JOIN dbo.Products AS p ON p.Sku = l.Sku
    JOIN dbo.Customers AS c ON c.CustomerId = l.CustomerId
    JOIN ref.Regions AS r ON r.CountryCode = c.CountryCode
    GROUP BY r.Region, p.Category, DATEPART(quarter, l.OrderedAt)
),
ranked AS (
    SELECT *, RANK() OVER (PARTITION BY Region, Quarter ORDER BY Revenue DESC) AS Place,
           SUM(Revenue) OVER (PARTITION BY Region, Quarter) AS RegionRevenue
    FROM by_region
)
SELECT r.Region, r.Quarter, r.Category, r.Revenue, r.Buyers,
       CAST(100.0 * r.Revenue / NULLIF(r.RegionRevenue, 0) AS decimal(5, 2)) AS Share,
       r.Revenue - t.Amount AS AgainstTarget
FROM ranked AS r
LEFT JOIN dbo.Targets AS t
    ON t.Region = r.Region AND t.Quarter = r.Quarter AND t.Category = r.Category
WHERE r.Place <= 5
ORDER BY r.Region, r.Quarter, r.Place;
