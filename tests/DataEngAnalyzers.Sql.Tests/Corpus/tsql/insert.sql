-- # insert-from-cte
-- : insert append dw.sales(id, amount) from stg.sales
-- + source: stg.sales
WITH x AS (SELECT id, amount FROM stg.sales)
INSERT INTO dw.sales (id, amount)
SELECT id, amount FROM x

-- # one-row-of-parameters
-- : insert append dbo.Orders(OrderId, CustomerId, OrderedAt, Amount)
-- + parameter: OrderId for OrderId
-- + parameter: Amount for Amount
INSERT INTO dbo.Orders (OrderId, CustomerId, OrderedAt, Amount) VALUES (@OrderId, @CustomerId, @OrderedAt, @Amount);

-- # no-into-no-semicolon
-- : insert append Orders(Id)
insert Orders (Id) values (1)

-- # no-column-list
-- : insert append dbo.Orders
INSERT INTO dbo.Orders VALUES (1, N'Ada', 12.50), (2, N'Grace', 7)

-- # brackets-everywhere
-- : insert append DataWarehouse.dw.Fact Sales(Order Id, Unit Price, Loaded-At)
INSERT INTO [DataWarehouse].[dw].[Fact Sales] ([Order Id], [Unit Price], [Loaded-At])
SELECT @id, @price, SYSUTCDATETIME();

-- # bracket-in-bracket
-- : insert append dbo.odd]name(a]b, c)
INSERT INTO [dbo].[odd]]name] ([a]]b], [c]) VALUES (1, 2)

-- # default-values
-- : insert append audit.Runs
INSERT INTO audit.Runs DEFAULT VALUES;

-- # tablock-minimal-logging
-- : insert append dw.FactSales(SaleId, StoreId, Amount) from stg.Sales
-- + hint: TABLOCK
INSERT INTO dw.FactSales WITH (TABLOCK) (SaleId, StoreId, Amount)
SELECT SaleId, StoreId, Amount
FROM stg.Sales
OPTION (MAXDOP 4);

-- # output-inserted
-- : insert append dbo.Orders(CustomerId)
INSERT INTO dbo.Orders (CustomerId) OUTPUT inserted.OrderId VALUES (@CustomerId);

-- # values-of-functions
-- : insert append log.Events(EventId, At, Source, Payload)
-- + clock: SYSDATETIMEOFFSET()
INSERT INTO log.Events (EventId, At, Source, Payload)
VALUES (NEWID(), SYSDATETIMEOFFSET(), COALESCE(@source, HOST_NAME()), JSON_QUERY(@payload, '$.body'));

-- # scalar-subquery-as-value
-- : insert append dw.Batch(BatchId, MaxId) from dbo.Orders
INSERT INTO dw.Batch (BatchId, MaxId) VALUES (@batch, (SELECT MAX(OrderId) FROM dbo.Orders));

-- # from-procedure
-- : insert append #Customers(Id, Name)
INSERT INTO #Customers (Id, Name) EXEC dbo.GetCustomers @Region = 'EU';

-- # from-dynamic-sql
-- : insert append #Rows
INSERT #Rows EXECUTE sp_executesql @sql, N'@from date', @from = @from

-- # union-of-regions
-- : insert append dw.Orders(Region, OrderId) from eu.Orders, us.Orders, apac.Orders
INSERT INTO dw.Orders (Region, OrderId)
SELECT 'EU', OrderId FROM eu.Orders
UNION ALL
SELECT 'US', OrderId FROM us.Orders
UNION ALL
SELECT 'APAC', OrderId FROM apac.Orders;

-- # not-exists-target
-- : insert append-if-absent dbo.Customers(CustomerId, Name) from stg.Customers, dbo.Customers
-- + guarded: by existence
INSERT INTO dbo.Customers (CustomerId, Name)
SELECT s.CustomerId, s.Name
FROM stg.Customers AS s
WHERE NOT EXISTS (SELECT 1 FROM dbo.Customers AS t WHERE t.CustomerId = s.CustomerId);

-- # not-in-target
-- : insert append-if-absent dbo.Tags(Name) from stg.Tags, dbo.Tags
INSERT INTO dbo.Tags (Name)
SELECT DISTINCT s.Name FROM stg.Tags s WHERE s.Name NOT IN (SELECT Name FROM dbo.Tags)

-- # left-join-is-null
-- : insert append-if-absent dw.DimProduct(ProductCode, Name) from stg.Product, dw.DimProduct
INSERT dw.DimProduct (ProductCode, Name)
SELECT s.ProductCode, s.Name
FROM stg.Product s
LEFT OUTER JOIN dw.DimProduct d ON d.ProductCode = s.ProductCode
WHERE d.ProductCode IS NULL;

-- # except-target
-- : insert append-if-absent dw.Calendar(Day) from stg.Calendar, dw.Calendar
INSERT INTO dw.Calendar (Day)
SELECT Day FROM stg.Calendar
EXCEPT
SELECT Day FROM dw.Calendar;

-- # not-exists-another-table
-- : insert append dw.Facts(Id) from stg.Facts, etl.Rejected
INSERT INTO dw.Facts (Id)
SELECT f.Id FROM stg.Facts f
WHERE NOT EXISTS (SELECT * FROM etl.Rejected r WHERE r.Id = f.Id);

-- # left-join-target-kept
-- : insert append dw.History(Id, OldPrice) from stg.Prices, dw.History
INSERT INTO dw.History (Id, OldPrice)
SELECT p.Id, h.OldPrice FROM stg.Prices p LEFT JOIN dw.History h ON h.Id = p.Id;

-- # guarded-parameters
-- : insert append-if-absent dbo.Runs(RunId, Day) from dbo.Runs
INSERT INTO dbo.Runs (RunId, Day)
SELECT @RunId, @Day
WHERE NOT EXISTS (SELECT 1 FROM dbo.Runs WITH (UPDLOCK, HOLDLOCK) WHERE Day = @Day);

-- # if-not-exists
-- : insert append-if-absent etl.Watermark(Name, Value)
IF NOT EXISTS (SELECT 1 FROM etl.Watermark WHERE Name = @name)
    INSERT INTO etl.Watermark (Name, Value) VALUES (@name, @value);

-- # if-exists-update-else-insert
-- : update etl.Watermark sets(Value)
-- : insert append-if-absent etl.Watermark(Name, Value)
IF EXISTS (SELECT * FROM etl.Watermark WHERE Name = @name)
BEGIN
    UPDATE etl.Watermark SET Value = @value WHERE Name = @name;
END
ELSE
BEGIN
    INSERT INTO etl.Watermark (Name, Value) VALUES (@name, @value);
END

-- # update-then-insert-if-no-row
-- : update dbo.Counters sets(Hits)
-- : insert append-if-absent dbo.Counters(Name, Hits)
UPDATE dbo.Counters SET Hits = Hits + 1 WHERE Name = @name
IF @@ROWCOUNT = 0
    INSERT dbo.Counters (Name, Hits) VALUES (@name, 1)

-- # identity-insert
-- : set
-- : insert append dbo.Country(Id, Code) from old.Country
-- : set
SET IDENTITY_INSERT dbo.Country ON
INSERT INTO dbo.Country (Id, Code) SELECT Id, Code FROM old.Country
SET IDENTITY_INSERT dbo.Country OFF

-- # top-with-order
-- : insert append work.Queue(JobId) from work.Jobs
-- + ordered: yes
-- + limited: yes
INSERT TOP (500) INTO work.Queue (JobId)
SELECT TOP (500) JobId FROM work.Jobs ORDER BY Priority DESC, CreatedAt;

-- # table-variable
-- : other
-- : insert append @new(Id) from dbo.Inbox
-- : insert append dbo.Orders(Id) from @new
DECLARE @new TABLE (Id int NOT NULL PRIMARY KEY);
INSERT INTO @new (Id) SELECT Id FROM dbo.Inbox;
INSERT INTO dbo.Orders (Id) SELECT Id FROM @new;

-- # openjson
-- : insert append dbo.OrderLines(OrderId, Sku, Qty)
INSERT INTO dbo.OrderLines (OrderId, Sku, Qty)
SELECT @OrderId, j.Sku, j.Qty
FROM OPENJSON(@json, '$.lines') WITH (Sku varchar(20) '$.sku', Qty int '$.qty') AS j;

-- # openrowset-bulk
-- : insert append stg.Orders(OrderId, Amount)
INSERT INTO stg.Orders (OrderId, Amount)
SELECT r.OrderId, r.Amount
FROM OPENROWSET(BULK 'orders/2024/*.csv', DATA_SOURCE = 'Lake', FORMAT = 'CSV', PARSER_VERSION = '2.0', HEADER_ROW = TRUE) AS r;

-- # xml-nodes
-- : insert append stg.Items(Sku) from stg.Documents
INSERT INTO stg.Items (Sku)
SELECT n.value('@sku', 'varchar(20)')
FROM stg.Documents d
CROSS APPLY d.Body.nodes('/order/item') AS x(n);

-- # other-database-and-server
-- : insert append Archive..Orders from LIVE01.Sales.dbo.Orders
INSERT INTO Archive..Orders SELECT * FROM LIVE01.Sales.dbo.Orders WHERE OrderedAt < @cutoff

-- # string-with-everything
-- : insert append dbo.Notes(Body)
INSERT INTO dbo.Notes (Body) VALUES (N'it''s; a -- note /* with */ ''INSERT INTO t VALUES (1)'' and GO')

-- # keywords-as-columns
-- : insert append dbo.Settings(key, value, order, group, timestamp, status)
INSERT INTO dbo.Settings ([key], value, [order], [group], timestamp, status) VALUES (@k, @v, 1, 'g', @ts, 'new')

-- # unpivot-source
-- : insert append dw.Measures(SensorId, Name, Value) from stg.Wide
INSERT INTO dw.Measures (SensorId, Name, Value)
SELECT SensorId, Name, Value
FROM stg.Wide
UNPIVOT (Value FOR Name IN (Temperature, Humidity, Pressure)) AS u;

-- # values-constructor-in-from
-- : insert append dbo.Region(Code, Name)
INSERT INTO dbo.Region (Code, Name)
SELECT v.Code, v.Name FROM (VALUES ('N', 'North'), ('S', 'South')) AS v (Code, Name);

-- # recursive-calendar
-- : insert append dw.DimDate(DateKey, Day)
WITH days AS (
    SELECT CAST('2024-01-01' AS date) AS Day
    UNION ALL
    SELECT DATEADD(day, 1, Day) FROM days WHERE Day < '2024-12-31'
)
INSERT INTO dw.DimDate (DateKey, Day)
SELECT CONVERT(int, CONVERT(char(8), Day, 112)), Day FROM days
OPTION (MAXRECURSION 400);

-- # self-copy
-- : insert append dbo.Plan(Year, Amount) from dbo.Plan
INSERT INTO dbo.[Plan] (Year, Amount) SELECT Year + 1, Amount * 1.1 FROM dbo.[Plan] WHERE Year = @year

-- # pseudo-archive-by-output
-- : delete dbo.Orders
DELETE FROM dbo.Orders OUTPUT deleted.OrderId WHERE OrderedAt < DATEADD(year, -7, SYSUTCDATETIME());

-- # several-ctes
-- : insert append mart.CustomerValue(CustomerId, Orders, Spent, Tier) from dbo.Orders, dbo.Payments, ref.Tiers
WITH o AS (
    SELECT CustomerId, COUNT(*) AS Orders FROM dbo.Orders GROUP BY CustomerId
), p AS (
    SELECT CustomerId, SUM(Amount) AS Spent FROM dbo.Payments WHERE Status = 'settled' GROUP BY CustomerId
), joined AS (
    SELECT o.CustomerId, o.Orders, ISNULL(p.Spent, 0) AS Spent FROM o LEFT JOIN p ON p.CustomerId = o.CustomerId
)
INSERT INTO mart.CustomerValue (CustomerId, Orders, Spent, Tier)
SELECT j.CustomerId, j.Orders, j.Spent, t.Name
FROM joined j
JOIN ref.Tiers t ON j.Spent >= t.FromAmount AND j.Spent < t.ToAmount;
