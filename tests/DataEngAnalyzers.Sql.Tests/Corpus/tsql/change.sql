-- # update-by-key
-- : update dbo.Orders sets(Status, ChangedAt)
-- + parameter: OrderId for OrderId
-- + parameter: Status for Status
UPDATE dbo.Orders SET Status = @Status, ChangedAt = SYSUTCDATETIME() WHERE OrderId = @OrderId;

-- # update-everything
-- : update dbo.Products sets(Price)
UPDATE dbo.Products SET Price = Price * 1.05

-- # update-alias-from-join
-- : update dw.FactSales sets(CustomerKey) from dw.DimCustomer
-- + joins: other tables choose the rows
UPDATE f
SET f.CustomerKey = d.CustomerKey
FROM dw.FactSales AS f
INNER JOIN dw.DimCustomer AS d ON d.CustomerId = f.CustomerId AND d.IsCurrent = 1
WHERE f.CustomerKey = -1;

-- # update-from-named-target
-- : update dbo.Stock sets(Qty) from stg.Stock
UPDATE dbo.Stock SET Qty = s.Qty FROM dbo.Stock JOIN stg.Stock AS s ON s.Sku = dbo.Stock.Sku

-- # update-from-only-source
-- : update dbo.Stock sets(Qty) from stg.Stock
UPDATE dbo.Stock SET Qty = s.Qty FROM stg.Stock AS s WHERE s.Sku = Stock.Sku;

-- # update-correlated-subquery
-- : update dbo.Customers sets(LastOrderAt) from dbo.Orders
UPDATE c SET LastOrderAt = (SELECT MAX(o.OrderedAt) FROM dbo.Orders o WHERE o.CustomerId = c.CustomerId) FROM dbo.Customers c;

-- # update-in-subquery
-- : update dbo.Jobs sets(State) from dbo.Runs
UPDATE dbo.Jobs SET State = 'failed' WHERE JobId IN (SELECT JobId FROM dbo.Runs WHERE Heartbeat < DATEADD(minute, -5, GETUTCDATE()))

-- # update-top-readpast-claim
-- : update work.Queue sets(Owner, ClaimedAt)
-- + hint: READPAST
UPDATE TOP (10) work.Queue WITH (ROWLOCK, READPAST, UPDLOCK)
SET Owner = @worker, ClaimedAt = SYSUTCDATETIME()
OUTPUT inserted.Id, inserted.Payload
WHERE Owner IS NULL;

-- # update-cte-claim
-- : update work.Queue sets(State)
WITH next AS (
    SELECT TOP (1) Id, State FROM work.Queue WITH (UPDLOCK, READPAST) WHERE State = 'new' ORDER BY Id
)
UPDATE next SET State = 'busy' OUTPUT inserted.Id;

-- # update-derived-table
-- : update dbo.Lines sets(Number)
UPDATE x SET x.Number = x.rn
FROM (SELECT Number, ROW_NUMBER() OVER (PARTITION BY OrderId ORDER BY LineId) AS rn FROM dbo.Lines) AS x;

-- # update-compound-assignment
-- : update dbo.Accounts sets(Balance, Version)
UPDATE dbo.Accounts SET Balance += @amount, Version = Version + 1 WHERE AccountId = @id AND Version = @version

-- # update-variable-and-column
-- : update dbo.Sequence sets(Value)
UPDATE dbo.Sequence SET @next = Value = Value + 1 WHERE Name = 'order'

-- # update-json-modify
-- : update dbo.Docs sets(Body)
UPDATE dbo.Docs SET Body = JSON_MODIFY(Body, '$.state', @state) WHERE JSON_VALUE(Body, '$.id') = @id;

-- # update-xml-modify
-- : update dbo.Config
UPDATE dbo.Config SET Body.modify('replace value of (/c/@v)[1] with "2"') WHERE Id = 1;

-- # update-write
-- : update dbo.Files
UPDATE dbo.Files SET Body.WRITE(@chunk, @offset, NULL) WHERE Id = @id

-- # update-scd2-close
-- : update dw.DimProduct sets(IsCurrent, ValidTo) from stg.Product
UPDATE d
SET d.IsCurrent = 0,
    d.ValidTo = @loadTime
FROM dw.DimProduct d
JOIN stg.Product s ON s.ProductCode = d.ProductCode
WHERE d.IsCurrent = 1
  AND (ISNULL(d.Name, '') <> ISNULL(s.Name, '') OR ISNULL(d.Category, '') <> ISNULL(s.Category, ''));

-- # update-cross-apply
-- : update dbo.Customers sets(LastOrderId) from dbo.Orders
UPDATE c
SET c.LastOrderId = o.OrderId
FROM dbo.Customers AS c
CROSS APPLY (SELECT TOP (1) OrderId FROM dbo.Orders WHERE CustomerId = c.CustomerId ORDER BY OrderedAt DESC) AS o;

-- # update-table-variable
-- : update @work sets(Done)
UPDATE @work SET Done = 1 WHERE Id = @id

-- # update-set-default-null
-- : update dbo.People sets(Email, Phone)
UPDATE dbo.People SET Email = NULL, Phone = DEFAULT WHERE ErasedAt IS NOT NULL;

-- # update-two-joins
-- : update sales.Lines sets(UnitPrice, Discount) from sales.Orders, ref.Prices
UPDATE l SET l.UnitPrice = p.Price, l.Discount = CASE WHEN o.IsVip = 1 THEN 0.1 ELSE 0 END
FROM sales.Lines l
JOIN sales.Orders o ON o.OrderId = l.OrderId
LEFT JOIN ref.Prices p ON p.Sku = l.Sku AND p.ValidFrom <= o.OrderedAt
WHERE o.OrderedAt >= @from;

-- # delete-by-key
-- : delete dbo.Orders
DELETE FROM dbo.Orders WHERE OrderId = @OrderId;

-- # delete-everything
-- : delete stg.Orders
DELETE FROM stg.Orders

-- # delete-without-from
-- : delete stg.Orders
DELETE stg.Orders WHERE BatchId = @batch

-- # delete-window
-- : delete dw.DailySales
-- + predicate: Day >= @from (parameter) in where
-- + predicate: Day < @to (parameter) in where
DELETE FROM dw.DailySales WHERE Day >= @from AND Day < @to;

-- # delete-between
-- : delete dw.DailySales
DELETE FROM dw.DailySales WHERE Day BETWEEN @from AND @to AND StoreId = @store

-- # delete-alias-join
-- : delete dw.FactOrders from stg.Orders
DELETE f
FROM dw.FactOrders AS f
INNER JOIN stg.Orders AS s ON s.OrderId = f.OrderId;

-- # delete-exists
-- : delete dw.FactOrders from #batch
DELETE FROM dw.FactOrders WHERE EXISTS (SELECT 1 FROM #batch b WHERE b.OrderId = FactOrders.OrderId)

-- # delete-duplicates-by-cte
-- : delete dbo.Customers
WITH ranked AS (
    SELECT CustomerId, Email, ROW_NUMBER() OVER (PARTITION BY Email ORDER BY ChangedAt DESC) AS rn
    FROM dbo.Customers
)
DELETE FROM ranked WHERE rn > 1;

-- # delete-duplicates-by-star-cte
-- : delete stg.Feed
;WITH d AS (SELECT *, RowNo = ROW_NUMBER() OVER (PARTITION BY Id ORDER BY (SELECT NULL)) FROM stg.Feed)
DELETE d WHERE RowNo <> 1

-- # delete-in-batches
-- : set
-- : delete dbo.Log
-- : set
SET @rows = 1
WHILE @rows > 0
BEGIN
    DELETE TOP (5000) FROM dbo.Log WHERE At < @cutoff
    SET @rows = @@ROWCOUNT
END

-- # delete-not-in-source
-- : delete dbo.Products from stg.Products
DELETE p FROM dbo.Products p LEFT JOIN stg.Products s ON s.Sku = p.Sku WHERE s.Sku IS NULL;

-- # delete-self-join-keeps-newest
-- : delete dbo.Readings from dbo.Readings
DELETE old
FROM dbo.Readings AS old
JOIN dbo.Readings AS new ON new.SensorId = old.SensorId AND new.At = old.At AND new.Id > old.Id;

-- # delete-cte-as-filter
-- : delete dbo.Orders from etl.Corrections
WITH bad AS (SELECT OrderId FROM etl.Corrections WHERE Action = 'void')
DELETE FROM dbo.Orders WHERE OrderId IN (SELECT OrderId FROM bad);

-- # delete-hint-and-option
-- : delete dbo.Sessions
DELETE FROM dbo.Sessions WITH (PAGLOCK) WHERE ExpiresAt < GETDATE() OPTION (MAXDOP 1);

-- # truncate
-- : truncate stg.Orders
TRUNCATE TABLE stg.Orders;

-- # truncate-partitions
-- : truncate dw.FactSales
TRUNCATE TABLE dw.FactSales WITH (PARTITIONS (2, 4 TO 6));

-- # truncate-and-reload
-- : begin
-- : truncate dw.Country
-- : insert append dw.Country(Code, Name) from stg.Country
-- : commit
BEGIN TRANSACTION
TRUNCATE TABLE dw.Country
INSERT INTO dw.Country (Code, Name) SELECT Code, Name FROM stg.Country
COMMIT TRANSACTION

-- # delete-and-insert-a-day
-- : begin
-- : delete dw.Sales
-- : insert append dw.Sales(Day, StoreId, Amount) from stg.Sales
-- : commit
BEGIN TRAN;
DELETE FROM dw.Sales WHERE Day = @day;
INSERT INTO dw.Sales (Day, StoreId, Amount)
SELECT Day, StoreId, SUM(Amount) FROM stg.Sales WHERE Day = @day GROUP BY Day, StoreId;
COMMIT;

-- # bulk-insert
-- : load append stg.Orders
BULK INSERT stg.Orders FROM 'C:\data\orders.csv'
WITH (FORMAT = 'CSV', FIRSTROW = 2, FIELDTERMINATOR = ';', ROWTERMINATOR = '0x0a', TABLOCK, MAXERRORS = 0);

-- # select-into-temp
-- : select overwrite #recent from dbo.Orders
SELECT OrderId, Amount INTO #recent FROM dbo.Orders WHERE OrderedAt >= DATEADD(day, -1, GETDATE())

-- # select-into-copy
-- : select overwrite bak.Orders_20240131 from dbo.Orders
SELECT * INTO bak.Orders_20240131 FROM dbo.Orders;

-- # select-into-from-union
-- : select overwrite ##all from a.Rows, b.Rows
SELECT Id INTO ##all FROM a.Rows UNION SELECT Id FROM b.Rows

-- # select-into-with-cte
-- : select overwrite #top from dbo.Sales
WITH s AS (SELECT StoreId, SUM(Amount) AS Amount FROM dbo.Sales GROUP BY StoreId)
SELECT TOP (10) StoreId, Amount INTO #top FROM s ORDER BY Amount DESC;
