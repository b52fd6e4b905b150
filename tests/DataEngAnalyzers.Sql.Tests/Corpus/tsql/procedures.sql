-- # load-procedure
-- : create routine
-- : body set
-- : body other from etl.Watermark
-- : body begin
-- : body delete dw.FactOrders
-- : body insert append dw.FactOrders(OrderId, Day, Amount) from stg.Orders
-- : body update etl.Watermark sets(LoadedTo)
-- : body commit
-- : body rollback
-- : body other
CREATE PROCEDURE etl.LoadOrders
    @Day date,
    @BatchId int = NULL
AS
BEGIN
    SET NOCOUNT ON;
    DECLARE @from datetime2 = (SELECT LoadedTo FROM etl.Watermark WHERE Name = 'orders');
    BEGIN TRY
        BEGIN TRANSACTION;
        DELETE FROM dw.FactOrders WHERE Day = @Day;
        INSERT INTO dw.FactOrders (OrderId, Day, Amount)
        SELECT OrderId, CAST(OrderedAt AS date), Amount
        FROM stg.Orders
        WHERE OrderedAt >= @from AND CAST(OrderedAt AS date) = @Day;
        UPDATE etl.Watermark SET LoadedTo = SYSUTCDATETIME() WHERE Name = 'orders';
        COMMIT TRANSACTION;
    END TRY
    BEGIN CATCH
        IF @@TRANCOUNT > 0
            ROLLBACK TRANSACTION;
        THROW;
    END CATCH
END

-- # procedure-without-block
-- : create routine
-- : body set
-- : body insert append dbo.Log(At, Text)
-- : body select from dbo.Log
CREATE OR ALTER PROC dbo.Remember @text nvarchar(max) AS
SET NOCOUNT ON
INSERT dbo.Log (At, Text) VALUES (GETDATE(), @text)
SELECT COUNT(*) FROM dbo.Log

-- # two-procedures-and-a-call
-- : create routine
-- : body truncate stg.A
-- : create routine
-- : body delete dbo.B
-- : call
CREATE PROCEDURE dbo.P1 AS TRUNCATE TABLE stg.A
GO
ALTER PROCEDURE dbo.P2 @id int AS
    DELETE FROM dbo.B WHERE Id = @id
GO
EXEC dbo.P2 @id = 5
GO

-- # upsert-procedure
-- : create routine
-- : body set
-- : body set
-- : body begin
-- : body update dbo.Stock sets(Qty)
-- : body insert append-if-absent dbo.Stock(Sku, Qty)
-- : body commit
CREATE PROCEDURE dbo.UpsertStock (@Sku varchar(20), @Qty int)
WITH EXECUTE AS OWNER
AS
BEGIN
    SET NOCOUNT ON;
    SET TRANSACTION ISOLATION LEVEL SERIALIZABLE;
    BEGIN TRAN;
    IF EXISTS (SELECT 1 FROM dbo.Stock WITH (UPDLOCK, SERIALIZABLE) WHERE Sku = @Sku)
        UPDATE dbo.Stock SET Qty = @Qty WHERE Sku = @Sku;
    ELSE
        INSERT INTO dbo.Stock (Sku, Qty) VALUES (@Sku, @Qty);
    COMMIT TRAN;
END;

-- # scalar-function
-- : create routine
-- : body other
-- : body select from ref.Rates
-- : body other
CREATE FUNCTION dbo.RateOf (@currency char(3), @day date)
RETURNS decimal(18, 6)
WITH SCHEMABINDING
AS
BEGIN
    DECLARE @rate decimal(18, 6);
    SELECT @rate = Rate FROM ref.Rates WHERE Currency = @currency AND Day = @day;
    RETURN ISNULL(@rate, 1);
END

-- # inline-table-function
-- : create routine
-- : body select from dbo.Orders
CREATE FUNCTION dbo.OrdersOf (@customer int)
RETURNS TABLE
AS
RETURN
(
    SELECT OrderId, Amount FROM dbo.Orders WHERE CustomerId = @customer
);

-- # multi-statement-function
-- : create routine
-- : body insert append @result(Id) from dbo.A
-- : body insert append @result(Id) from dbo.B
-- : body other
CREATE FUNCTION dbo.AllIds () RETURNS @result TABLE (Id int NOT NULL)
AS
BEGIN
    INSERT INTO @result (Id) SELECT Id FROM dbo.A;
    INSERT INTO @result (Id) SELECT Id FROM dbo.B;
    RETURN;
END;

-- # trigger-audit
-- : create routine
-- : body set
-- : body insert append audit.Orders(OrderId, Change, At) from inserted, deleted
CREATE TRIGGER dbo.Orders_Audit ON dbo.Orders
AFTER INSERT, UPDATE, DELETE
AS
BEGIN
    SET NOCOUNT ON;
    INSERT INTO audit.Orders (OrderId, Change, At)
    SELECT COALESCE(i.OrderId, d.OrderId), CASE WHEN d.OrderId IS NULL THEN 'I' WHEN i.OrderId IS NULL THEN 'D' ELSE 'U' END, SYSUTCDATETIME()
    FROM inserted AS i FULL JOIN deleted AS d ON d.OrderId = i.OrderId;
END

-- # trigger-instead-of
-- : create routine
-- : body update dbo.T sets(Deleted) from deleted
CREATE TRIGGER dbo.T_SoftDelete ON dbo.T INSTEAD OF DELETE AS
UPDATE t SET Deleted = 1 FROM dbo.T t JOIN deleted d ON d.Id = t.Id

-- # cursor-loop
-- : create routine
-- : body other
-- : body select from dbo.Tenants
-- : body other
-- : body other
-- : body call
-- : body other
-- : body other
-- : body other
CREATE PROCEDURE etl.EachTenant AS
BEGIN
    DECLARE @tenant int;
    DECLARE tenants CURSOR LOCAL FAST_FORWARD FOR SELECT TenantId FROM dbo.Tenants WHERE IsActive = 1;
    OPEN tenants;
    FETCH NEXT FROM tenants INTO @tenant;
    WHILE @@FETCH_STATUS = 0
    BEGIN
        EXEC etl.LoadTenant @tenant;
        FETCH NEXT FROM tenants INTO @tenant;
    END
    CLOSE tenants;
    DEALLOCATE tenants;
END

-- # cursor-without-semicolons
-- : other
-- : select from sys.tables
-- : other
-- : other
-- : set
-- : call
-- : other
-- : other
-- : other
DECLARE @name sysname, @sql nvarchar(max)
DECLARE c CURSOR FOR
    SELECT name FROM sys.tables WHERE name LIKE 'stg[_]%'
OPEN c
FETCH NEXT FROM c INTO @name
WHILE @@FETCH_STATUS = 0
BEGIN
    SET @sql = N'TRUNCATE TABLE ' + QUOTENAME(@name)
    EXEC sp_executesql @sql
    FETCH NEXT FROM c INTO @name
END
CLOSE c
DEALLOCATE c

-- # retry-loop-on-deadlock
-- : other
-- : begin
-- : update dbo.Accounts sets(Balance)
-- : update dbo.Accounts sets(Balance)
-- : commit
-- : other
-- : rollback
-- : other
-- : set
-- : other
DECLARE @try int = 0;
WHILE @try < 3
BEGIN
    BEGIN TRY
        BEGIN TRAN;
        UPDATE dbo.Accounts SET Balance = Balance - @amount WHERE Id = @from;
        UPDATE dbo.Accounts SET Balance = Balance + @amount WHERE Id = @to;
        COMMIT;
        BREAK;
    END TRY
    BEGIN CATCH
        IF XACT_STATE() <> 0 ROLLBACK;
        IF ERROR_NUMBER() <> 1205 THROW;
        SET @try += 1;
        WAITFOR DELAY '00:00:01';
    END CATCH
END

-- # savepoint
-- : begin
-- : savepoint
-- : insert append dbo.A(Id)
-- : rollback
-- : commit
BEGIN TRANSACTION outer_work
SAVE TRANSACTION before_a
INSERT INTO dbo.A (Id) VALUES (@id)
IF @@ERROR <> 0 ROLLBACK TRANSACTION before_a
COMMIT TRANSACTION

-- # dynamic-sql-by-variable
-- : other
-- : call
DECLARE @sql nvarchar(max) = N'INSERT INTO dbo.' + QUOTENAME(@table) + N' SELECT * FROM stg.' + QUOTENAME(@table);
EXEC (@sql);

-- # result-of-call
-- : other
-- : call
-- : other
DECLARE @rc int;
EXEC @rc = dbo.CheckRows @table = N'stg.Orders', @min = 1 OUTPUT;
IF @rc <> 0 RAISERROR('too few rows', 16, 1) WITH NOWAIT;

-- # large-load-procedure
-- : create routine
-- : body set
-- : body set
-- : body other
-- : body insert append etl.Run(RunId, Package, StartedAt, State)
-- : body set from etl.Watermark
-- : body set
-- : body drop table #changed
-- : body select overwrite #changed from src.Orders, src.Customers
-- : body set
-- : body create index #changed(OrderId) unique
-- : body other
-- : body begin
-- : body insert append dw.DimCustomer(CustomerId, Name, ValidFrom) from #changed, dw.DimCustomer
-- : body update dw.FactOrders sets(Amount, Status, LoadedBy) from #changed
-- : body set
-- : body insert append-if-absent dw.FactOrders(OrderId, CustomerKey, Day, Amount, Status, LoadedBy) from #changed, dw.DimCustomer, dw.FactOrders
-- : body set
-- : body delete dw.FactOrders from src.DeletedOrders
-- : body update etl.Watermark sets(LastValue, ChangedBy)
-- : body insert append-if-absent etl.Watermark(Name, LastValue, ChangedBy)
-- : body update etl.Run sets(State, FinishedAt, Inserted, Updated)
-- : body commit
-- : body rollback
-- : body update etl.Run sets(State, FinishedAt, Message)
-- : body other
-- : body other
CREATE OR ALTER PROCEDURE etl.usp_LoadFactOrders
(
    @RunId      uniqueidentifier,
    @Package    sysname          = N'FactOrders',
    @BatchSize  int              = 50000,
    @Debug      bit              = 0
)
AS
/* ---------------------------------------------------------------
   Loads changed orders since the last watermark.
   Rerunnable: the watermark moves in the same transaction.
   History: 2021-03-02 first version; 2023-11-11 deletes
---------------------------------------------------------------- */
BEGIN
    SET NOCOUNT ON;
    SET XACT_ABORT ON;

    DECLARE @low binary(8), @high binary(8), @inserted int = 0, @updated int = 0;

    INSERT INTO etl.Run (RunId, Package, StartedAt, State)
    VALUES (@RunId, @Package, SYSUTCDATETIME(), 'running');

    BEGIN TRY
        SET @low = (SELECT LastValue FROM etl.Watermark WHERE Name = @Package);
        SET @high = MIN_ACTIVE_ROWVERSION();

        DROP TABLE IF EXISTS #changed;

        SELECT  o.OrderId,
                o.CustomerId,
                c.Name AS CustomerName,
                CAST(o.OrderedAt AS date) AS [Day],
                o.Amount,
                o.Status
        INTO    #changed
        FROM    src.Orders AS o WITH (READCOMMITTEDLOCK)
        JOIN    src.Customers AS c ON c.CustomerId = o.CustomerId
        WHERE   o.RowVer > ISNULL(@low, 0x0)
        AND     o.RowVer < @high
        OPTION  (RECOMPILE);

        SET @inserted = @@ROWCOUNT;
        CREATE UNIQUE CLUSTERED INDEX cx_changed ON #changed (OrderId);

        IF @Debug = 1
            PRINT CONCAT('changed rows: ', @inserted);

        BEGIN TRANSACTION;

        -- customers nobody has seen before
        INSERT INTO dw.DimCustomer (CustomerId, Name, ValidFrom)
        SELECT DISTINCT ch.CustomerId, ch.CustomerName, CAST('19000101' AS date)
        FROM #changed AS ch
        WHERE ch.CustomerId NOT IN (SELECT 0 UNION ALL SELECT 1)
          AND ch.CustomerId > (SELECT ISNULL(MAX(d.CustomerId), 0) FROM dw.DimCustomer AS d);

        UPDATE f
        SET    f.Amount   = ch.Amount,
               f.Status   = ch.Status,
               f.LoadedBy = @RunId
        FROM   dw.FactOrders AS f
        JOIN   #changed AS ch ON ch.OrderId = f.OrderId
        WHERE  f.Amount <> ch.Amount OR f.Status <> ch.Status;
        SET @updated = @@ROWCOUNT;

        INSERT INTO dw.FactOrders WITH (TABLOCK) (OrderId, CustomerKey, [Day], Amount, Status, LoadedBy)
        SELECT ch.OrderId, d.CustomerKey, ch.[Day], ch.Amount, ch.Status, @RunId
        FROM #changed AS ch
        JOIN dw.DimCustomer AS d
          ON d.CustomerId = ch.CustomerId
         AND ch.[Day] >= d.ValidFrom
         AND ch.[Day] < COALESCE(d.ValidTo, '99991231')
        WHERE NOT EXISTS (SELECT 1 FROM dw.FactOrders AS f WHERE f.OrderId = ch.OrderId);
        SET @inserted = @@ROWCOUNT;

        DELETE f
        FROM dw.FactOrders AS f
        WHERE EXISTS (SELECT * FROM src.DeletedOrders AS x WHERE x.OrderId = f.OrderId AND x.RowVer > @low);

        UPDATE etl.Watermark SET LastValue = @high, ChangedBy = @RunId WHERE Name = @Package;
        IF @@ROWCOUNT = 0
            INSERT INTO etl.Watermark (Name, LastValue, ChangedBy) VALUES (@Package, @high, @RunId);

        UPDATE etl.Run
        SET State = 'done', FinishedAt = SYSUTCDATETIME(), Inserted = @inserted, Updated = @updated
        WHERE RunId = @RunId;

        COMMIT TRANSACTION;
    END TRY
    BEGIN CATCH
        IF XACT_STATE() <> 0
            ROLLBACK TRANSACTION;

        UPDATE etl.Run
        SET State = 'failed', FinishedAt = SYSUTCDATETIME(), Message = ERROR_MESSAGE()
        WHERE RunId = @RunId;

        THROW;
    END CATCH

    RETURN 0;
END
GO

-- # dynamic-sql-written-out
-- : truncate stg.Orders
-- : insert append stg.Orders(Id) from src.Orders
-- : delete dbo.Log
EXEC ('TRUNCATE TABLE stg.Orders');
EXEC sp_executesql N'INSERT INTO stg.Orders (Id) SELECT Id FROM src.Orders WHERE Day = @day', N'@day date', @day = '2024-01-01';
EXECUTE sys.sp_executesql N'DELETE FROM dbo.Log';

-- # a procedure by its name alone
-- : call
Import.InstallNextFile

-- # a procedure by its quoted name alone
-- : call
[dbo].[usp_LoadOrders]

-- # a procedure by a name of one word
-- : call
usp_LoadOrders
