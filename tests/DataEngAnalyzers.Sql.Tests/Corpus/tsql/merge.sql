-- # merge-upsert
-- : merge dbo.Customers(CustomerId, Name, Email) key(CustomerId) sets(Name, Email) from stg.Customers
MERGE INTO dbo.Customers AS t
USING stg.Customers AS s
    ON t.CustomerId = s.CustomerId
WHEN MATCHED THEN
    UPDATE SET t.Name = s.Name, t.Email = s.Email
WHEN NOT MATCHED BY TARGET THEN
    INSERT (CustomerId, Name, Email) VALUES (s.CustomerId, s.Name, s.Email);

-- # merge-holdlock
-- : merge dbo.Inventory(Sku, Qty) key(Sku) sets(Qty)
-- + hint: HOLDLOCK
MERGE dbo.Inventory WITH (HOLDLOCK) AS t
USING (VALUES (@Sku, @Qty)) AS s (Sku, Qty) ON t.Sku = s.Sku
WHEN MATCHED THEN UPDATE SET Qty = t.Qty + s.Qty
WHEN NOT MATCHED THEN INSERT (Sku, Qty) VALUES (s.Sku, s.Qty);

-- # merge-of-parameters
-- : merge etl.State(Name, Value) key(Name) sets(Value)
merge etl.State as target
using (select @Name as Name, @Value as Value) as source
on (target.Name = source.Name)
when matched then update set Value = source.Value
when not matched then insert (Name, Value) values (source.Name, source.Value);

-- # merge-composite-key
-- : merge dw.DailySales(Day, StoreId, Amount) key(Day, StoreId) sets(Amount, LoadedAt) from stg.DailySales
-- + clock: GETUTCDATE()
MERGE dw.DailySales AS d
USING stg.DailySales AS s
ON d.Day = s.Day AND d.StoreId = s.StoreId
WHEN MATCHED AND d.Amount <> s.Amount THEN UPDATE SET d.Amount = s.Amount, d.LoadedAt = GETUTCDATE()
WHEN NOT MATCHED THEN INSERT (Day, StoreId, Amount) VALUES (s.Day, s.StoreId, s.Amount);

-- # merge-with-delete
-- : merge ref.Country(Code, Name) key(Code) sets(Name) from stg.Country
MERGE ref.Country AS t
USING stg.Country AS s ON t.Code = s.Code
WHEN MATCHED AND t.Name <> s.Name THEN UPDATE SET Name = s.Name
WHEN NOT MATCHED BY TARGET THEN INSERT (Code, Name) VALUES (s.Code, s.Name)
WHEN NOT MATCHED BY SOURCE THEN DELETE;

-- # merge-partition-of-target
-- : merge dw.Stock(Day, Sku, Qty) key(Sku, Day) sets(Qty) from stg.Stock
MERGE dw.Stock AS t
USING (SELECT Day, Sku, Qty FROM stg.Stock WHERE Day = @day) AS s
ON t.Sku = s.Sku AND t.Day = s.Day AND t.Day = @day
WHEN MATCHED THEN UPDATE SET Qty = s.Qty
WHEN NOT MATCHED THEN INSERT (Day, Sku, Qty) VALUES (s.Day, s.Sku, s.Qty)
WHEN NOT MATCHED BY SOURCE AND t.Day = @day THEN DELETE;

-- # merge-output
-- : merge dbo.Products(Sku, Price) key(Sku) sets(Price) from #Feed
MERGE dbo.Products AS p
USING #Feed AS f ON p.Sku = f.Sku
WHEN MATCHED AND p.Price <> f.Price THEN UPDATE SET p.Price = f.Price
WHEN NOT MATCHED THEN INSERT (Sku, Price) VALUES (f.Sku, f.Price)
OUTPUT $action, inserted.Sku, deleted.Price AS OldPrice;

-- # merge-deduplicated-source
-- : merge dbo.Accounts(AccountId, Balance, AsOf) key(AccountId) sets(Balance, AsOf) from stg.Accounts
WITH ranked AS (
    SELECT AccountId, Balance, AsOf,
           ROW_NUMBER() OVER (PARTITION BY AccountId ORDER BY AsOf DESC) AS rn
    FROM stg.Accounts
)
MERGE dbo.Accounts AS t
USING (SELECT AccountId, Balance, AsOf FROM ranked WHERE rn = 1) AS s
ON t.AccountId = s.AccountId
WHEN MATCHED AND s.AsOf > t.AsOf THEN UPDATE SET Balance = s.Balance, AsOf = s.AsOf
WHEN NOT MATCHED THEN INSERT (AccountId, Balance, AsOf) VALUES (s.AccountId, s.Balance, s.AsOf);

-- # merge-insert-only
-- : merge dbo.Events(EventId, Body) key(EventId) from stg.Events
MERGE INTO dbo.Events t USING stg.Events s ON t.EventId = s.EventId
WHEN NOT MATCHED THEN INSERT (EventId, Body) VALUES (s.EventId, s.Body);

-- # merge-update-only
-- : merge dbo.Prices key(Sku) sets(Price) from stg.Prices, ref.Currency
MERGE dbo.Prices AS t
USING (SELECT p.Sku, p.Price * c.Rate AS Price FROM stg.Prices p JOIN ref.Currency c ON c.Code = p.Currency) AS s
ON t.Sku = s.Sku
WHEN MATCHED THEN UPDATE SET t.Price = s.Price;

-- # merge-key-reversed
-- : merge dbo.T(Id, A) key(Id) sets(A) from dbo.S
MERGE dbo.T USING dbo.S ON S.Id = T.Id WHEN MATCHED THEN UPDATE SET A = S.A WHEN NOT MATCHED THEN INSERT (Id, A) VALUES (S.Id, S.A);

-- # merge-insert-without-columns
-- : merge dbo.Small key(Id) from dbo.Other
MERGE dbo.Small AS t USING dbo.Other AS o ON t.Id = o.Id WHEN NOT MATCHED THEN INSERT VALUES (o.Id, o.Name);

-- # merge-top
-- : merge dbo.Big(Id) key(Id) from dbo.Feed
MERGE TOP (1000) INTO dbo.Big AS t USING dbo.Feed AS s ON (t.Id = s.Id) WHEN NOT MATCHED THEN INSERT (Id) VALUES (s.Id) OPTION (RECOMPILE);

-- # merge-case-in-update
-- : merge dw.DimStore(StoreId, Size) key(StoreId) sets(Size, IsOpen) from stg.Store
MERGE dw.DimStore AS d
USING stg.Store AS s ON s.StoreId = d.StoreId
WHEN MATCHED AND (CASE WHEN d.Size = s.Size THEN 0 ELSE 1 END = 1 OR d.IsOpen IS NULL) THEN
    UPDATE SET Size = CASE WHEN s.Size > 1000 THEN 'L' WHEN s.Size > 100 THEN 'M' ELSE 'S' END, IsOpen = 1
WHEN NOT MATCHED THEN INSERT (StoreId, Size) VALUES (s.StoreId, CASE s.Size WHEN 0 THEN NULL ELSE s.Size END);

-- # merge-compare-all-columns-with-except
-- : merge dw.DimCustomer(CustomerId, Name, City) key(CustomerId) sets(Name, City) from stg.Customer
MERGE dw.DimCustomer AS t
USING stg.Customer AS s ON t.CustomerId = s.CustomerId
WHEN MATCHED AND EXISTS (SELECT s.Name, s.City EXCEPT SELECT t.Name, t.City) THEN
    UPDATE SET t.Name = s.Name, t.City = s.City
WHEN NOT MATCHED BY TARGET THEN
    INSERT (CustomerId, Name, City) VALUES (s.CustomerId, s.Name, s.City);

-- # scd2-by-merge-output
-- : merge dw.DimCustomer(CustomerId, Name, ValidFrom, IsCurrent) key(CustomerId, IsCurrent) sets(IsCurrent, ValidTo) from stg.Customer
-- : insert append dw.DimCustomer(CustomerId, Name, ValidFrom, IsCurrent) from stg.Customer
INSERT INTO dw.DimCustomer (CustomerId, Name, ValidFrom, IsCurrent)
SELECT CustomerId, Name, @now, 1
FROM (
    MERGE dw.DimCustomer AS t
    USING stg.Customer AS s
    ON t.CustomerId = s.CustomerId AND t.IsCurrent = 1
    WHEN MATCHED AND t.Name <> s.Name THEN UPDATE SET IsCurrent = 0, ValidTo = @now
    WHEN NOT MATCHED BY TARGET THEN INSERT (CustomerId, Name, ValidFrom, IsCurrent) VALUES (s.CustomerId, s.Name, @now, 1)
    OUTPUT $action, s.CustomerId, s.Name
) AS changes (Act, CustomerId, Name)
WHERE Act = 'UPDATE';

-- # merge-temp-target
-- : merge #Totals(Id, Total) key(Id) sets(Total) from dbo.Lines
MERGE #Totals AS t USING (SELECT OrderId AS Id, SUM(Amount) AS Total FROM dbo.Lines GROUP BY OrderId) AS l ON l.Id = t.Id
WHEN MATCHED THEN UPDATE SET Total = l.Total
WHEN NOT MATCHED THEN INSERT (Id, Total) VALUES (l.Id, l.Total);

-- # merge-table-valued-parameter
-- : merge dbo.OrderLine(OrderId, LineNo, Qty) key(OrderId, LineNo) sets(Qty) from @Lines
MERGE dbo.OrderLine AS t
USING @Lines AS s
ON t.OrderId = s.OrderId AND t.[LineNo] = s.[LineNo]
WHEN MATCHED THEN UPDATE SET t.Qty = s.Qty
WHEN NOT MATCHED THEN INSERT (OrderId, [LineNo], Qty) VALUES (s.OrderId, s.[LineNo], s.Qty);

-- # merge-delete-flag
-- : merge dw.Orders(OrderId, Status) key(OrderId) sets(Status) from cdc.Orders
MERGE dw.Orders AS t
USING cdc.Orders AS c ON t.OrderId = c.OrderId
WHEN MATCHED AND c.Operation = 1 THEN DELETE
WHEN MATCHED THEN UPDATE SET Status = c.Status
WHEN NOT MATCHED AND c.Operation <> 1 THEN INSERT (OrderId, Status) VALUES (c.OrderId, c.Status);

-- # merge-false-join-replaces-all
-- : merge ref.Codes(Code) from stg.Codes
MERGE ref.Codes AS t USING stg.Codes AS s ON 1 = 0
WHEN NOT MATCHED BY TARGET THEN INSERT (Code) VALUES (s.Code)
WHEN NOT MATCHED BY SOURCE THEN DELETE;
