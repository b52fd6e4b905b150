-- # staging-to-warehouse-batch
-- : set
-- : other
-- : set from etl.Watermark
-- : set from stg.SalesLine
-- : other
-- : other
-- : drop table #lines
-- : select overwrite #lines from stg.SalesLine
-- : select overwrite #latest from #lines
-- : create index #latest(SaleId, LineNo) unique
-- : insert append etl.Rejected(SourceTable, SourceKey, Reason, At) from #latest, dw.DimProduct
-- : delete #latest from dw.DimProduct
-- : begin
-- : delete dw.FactSalesLine from #latest
-- : insert append dw.FactSalesLine(SaleId, LineNo, ProductKey, StoreKey, DateKey, Qty, Net, LoadId) from #latest, dw.DimProduct, dw.DimStore
-- : update etl.Watermark sets(Value, UpdatedAt)
-- : commit
-- : drop table #lines
-- : drop table #latest
SET NOCOUNT, XACT_ABORT ON;

DECLARE
    @load   int,
    @from   datetime2(3),
    @until  datetime2(3);

SET @from = (
    SELECT Value
    FROM etl.Watermark
    WHERE Name = N'SalesLine'
);
SET @until = (SELECT MAX(ModifiedAt) FROM stg.SalesLine);

IF @until IS NULL OR @until <= @from
BEGIN
    PRINT 'nothing to load';
    RETURN;
END

IF OBJECT_ID('tempdb..#lines') IS NOT NULL
    DROP TABLE #lines;

SELECT
    l.SaleId,
    l.[LineNo],
    l.ProductCode,
    l.StoreCode,
    l.SoldAt,
    l.Qty,
    l.Net,
    l.ModifiedAt
INTO #lines
FROM stg.SalesLine AS l
WHERE l.ModifiedAt > @from
  AND l.ModifiedAt <= @until;

-- the newest version of each line wins
SELECT x.*
INTO #latest
FROM (
    SELECT
        l.*,
        ROW_NUMBER() OVER (
            PARTITION BY l.SaleId, l.[LineNo]
            ORDER BY l.ModifiedAt DESC
        ) AS Version
    FROM #lines AS l
) AS x
WHERE x.Version = 1;

CREATE UNIQUE CLUSTERED INDEX cx ON #latest (SaleId, [LineNo]);

INSERT INTO etl.Rejected (SourceTable, SourceKey, Reason, At)
SELECT 'SalesLine', CONCAT(l.SaleId, '/', l.[LineNo]), 'unknown product ' + l.ProductCode, SYSUTCDATETIME()
FROM #latest AS l
LEFT JOIN dw.DimProduct AS p ON p.ProductCode = l.ProductCode
WHERE p.ProductCode IS NULL;

DELETE l
FROM #latest AS l
WHERE NOT EXISTS (
    SELECT 1 FROM dw.DimProduct AS p WHERE p.ProductCode = l.ProductCode
);

BEGIN TRANSACTION;

    DELETE f
    FROM dw.FactSalesLine AS f
    INNER JOIN #latest AS l
        ON l.SaleId = f.SaleId
       AND l.[LineNo] = f.[LineNo];

    INSERT INTO dw.FactSalesLine WITH (TABLOCK)
        (SaleId, [LineNo], ProductKey, StoreKey, DateKey, Qty, Net, LoadId)
    SELECT
        l.SaleId,
        l.[LineNo],
        p.ProductKey,
        COALESCE(s.StoreKey, -1),
        CONVERT(int, FORMAT(l.SoldAt, 'yyyyMMdd')),
        l.Qty,
        l.Net,
        @load
    FROM #latest AS l
    INNER JOIN dw.DimProduct AS p
        ON p.ProductCode = l.ProductCode
       AND l.SoldAt >= p.ValidFrom AND l.SoldAt < p.ValidTo
    LEFT JOIN dw.DimStore AS s
        ON s.StoreCode = l.StoreCode;

    UPDATE etl.Watermark
    SET Value = @until,
        UpdatedAt = SYSUTCDATETIME()
    WHERE Name = N'SalesLine';

COMMIT TRANSACTION;

DROP TABLE #lines;
DROP TABLE #latest;

-- # slowly-changing-dimension-two-steps
-- : other
-- : other
-- : insert append @changes(CustomerId, HashDiff) from stg.Customer
-- : begin
-- : update dw.DimCustomer sets(ValidTo, IsCurrent) from @changes
-- : insert append-if-absent dw.DimCustomer(CustomerId, Name, Street, City, Segment, HashDiff, ValidFrom, ValidTo, IsCurrent) from stg.Customer, @changes, dw.DimCustomer
-- : update dw.DimCustomer sets(IsDeleted, ValidTo, IsCurrent) from stg.Customer
-- : commit
-- : other
-- : rollback
-- : insert append etl.Error(At, Step, Number, Message)
-- : other
DECLARE @now datetime2(0) = SYSUTCDATETIME();
DECLARE @changes TABLE
(
    CustomerId int           NOT NULL PRIMARY KEY,
    HashDiff   binary(32)    NOT NULL
);

INSERT INTO @changes (CustomerId, HashDiff)
SELECT
    s.CustomerId,
    HASHBYTES('SHA2_256', CONCAT_WS('|', s.Name, s.Street, s.City, s.Segment))
FROM stg.Customer AS s
WHERE s.CustomerId IS NOT NULL;

BEGIN TRY
    BEGIN TRANSACTION;

    -- 1. close what changed
    UPDATE d
    SET
        d.ValidTo   = @now,
        d.IsCurrent = 0
    FROM dw.DimCustomer AS d
    JOIN @changes AS c
        ON c.CustomerId = d.CustomerId
    WHERE d.IsCurrent = 1
      AND d.HashDiff <> c.HashDiff;

    -- 2. open new versions
    INSERT INTO dw.DimCustomer
    (
        CustomerId,
        Name,
        Street,
        City,
        Segment,
        HashDiff,
        ValidFrom,
        ValidTo,
        IsCurrent
    )
    SELECT
        s.CustomerId,
        s.Name,
        s.Street,
        s.City,
        COALESCE(NULLIF(s.Segment, ''), 'unknown'),
        c.HashDiff,
        @now,
        CAST('9999-12-31' AS datetime2(0)),
        1
    FROM stg.Customer AS s
    JOIN @changes AS c
        ON c.CustomerId = s.CustomerId
    WHERE NOT EXISTS
    (
        SELECT 1
        FROM dw.DimCustomer AS d
        WHERE d.CustomerId = s.CustomerId
          AND d.IsCurrent = 1
    );

    -- 3. mark what vanished
    UPDATE d
    SET d.IsDeleted = 1, d.ValidTo = @now, d.IsCurrent = 0
    FROM dw.DimCustomer AS d
    LEFT JOIN stg.Customer AS s ON s.CustomerId = d.CustomerId
    WHERE s.CustomerId IS NULL AND d.IsCurrent = 1;

    COMMIT TRANSACTION;
    PRINT CONCAT('dimension loaded at ', CONVERT(varchar(30), @now, 126));
END TRY
BEGIN CATCH
    IF @@TRANCOUNT > 0 ROLLBACK TRANSACTION;
    INSERT INTO etl.Error (At, Step, Number, Message) VALUES (SYSUTCDATETIME(), 'DimCustomer', ERROR_NUMBER(), ERROR_MESSAGE());
    THROW;
END CATCH;

-- # partition-switch-load
-- : other
-- : drop table stg.FactClicks_in
-- : create table stg.FactClicks_in(ClickId, Day, PageId, VisitorId, Ms) key(Day, ClickId)
-- : create table stg.FactClicks_out(ClickId, Day, PageId, VisitorId, Ms) key(Day, ClickId)
-- : insert append stg.FactClicks_in(ClickId, Day, PageId, VisitorId, Ms) from lake.Clicks, dw.DimPage
-- : create index stg.FactClicks_in(PageId)
-- : create index stg.FactClicks_out(PageId)
-- : alter table stg.FactClicks_in: add constraint
-- : begin
-- : alter table dw.FactClicks: switch rows to stg.FactClicks_out
-- : alter table stg.FactClicks_in: switch rows to dw.FactClicks
-- : commit
-- : other
-- : drop table stg.FactClicks_in, stg.FactClicks_out
DECLARE @day date = '2024-05-01';

DROP TABLE IF EXISTS stg.FactClicks_in;

CREATE TABLE stg.FactClicks_in
(
    ClickId   bigint   NOT NULL,
    Day       date     NOT NULL,
    PageId    int      NOT NULL,
    VisitorId bigint   NOT NULL,
    Ms        int      NULL,
    CONSTRAINT PK_FactClicks_in PRIMARY KEY CLUSTERED (Day, ClickId)
        WITH (DATA_COMPRESSION = PAGE)
) ON [FG_Clicks];

CREATE TABLE stg.FactClicks_out
(
    ClickId   bigint   NOT NULL,
    Day       date     NOT NULL,
    PageId    int      NOT NULL,
    VisitorId bigint   NOT NULL,
    Ms        int      NULL,
    CONSTRAINT PK_FactClicks_out PRIMARY KEY CLUSTERED (Day, ClickId)
        WITH (DATA_COMPRESSION = PAGE)
) ON [FG_Clicks];

INSERT INTO stg.FactClicks_in WITH (TABLOCKX)
    (ClickId, Day, PageId, VisitorId, Ms)
SELECT
    c.ClickId,
    CAST(c.ClickedAt AS date),
    ISNULL(p.PageId, 0),
    c.VisitorId,
    CASE
        WHEN c.LeftAt IS NULL THEN NULL
        WHEN DATEDIFF_BIG(millisecond, c.ClickedAt, c.LeftAt) > 86400000 THEN 86400000
        ELSE DATEDIFF(millisecond, c.ClickedAt, c.LeftAt)
    END
FROM lake.Clicks AS c
LEFT JOIN dw.DimPage AS p
    ON p.Url = c.Url
WHERE c.ClickedAt >= @day
  AND c.ClickedAt < DATEADD(day, 1, @day);

CREATE NONCLUSTERED INDEX IX_Page ON stg.FactClicks_in (PageId) ON [FG_Clicks];
CREATE NONCLUSTERED INDEX IX_Page ON stg.FactClicks_out (PageId) ON [FG_Clicks];

ALTER TABLE stg.FactClicks_in WITH CHECK
    ADD CONSTRAINT CK_Day CHECK (Day >= '2024-05-01' AND Day < '2024-05-02');

BEGIN TRAN;
    ALTER TABLE dw.FactClicks
        SWITCH PARTITION $PARTITION.pf_clicks('2024-05-01')
        TO stg.FactClicks_out;
    ALTER TABLE stg.FactClicks_in
        SWITCH TO dw.FactClicks
        PARTITION $PARTITION.pf_clicks('2024-05-01');
COMMIT TRAN;

UPDATE STATISTICS dw.FactClicks WITH INCREMENTAL = ON;

DROP TABLE stg.FactClicks_in, stg.FactClicks_out;

-- # backfill-by-month
-- : set
-- : other
-- : other
-- : set
-- : begin
-- : delete mart.MonthlyRevenue
-- : insert append mart.MonthlyRevenue(Month, Region, Category, Orders, Buyers, Revenue, Refunds, BackfilledAt) from dw.FactRefunds, dw.FactOrders, dw.DimCustomer, dw.DimProduct
-- : insert append etl.BackfillLog(Month, Rows, At)
-- : commit
-- : set
-- : other
-- : other
SET NOCOUNT ON;

DECLARE @month date = '2022-01-01',
        @last  date = '2024-01-01',
        @rows  int;
DECLARE @end date;

WHILE @month < @last
BEGIN
    SET @end = DATEADD(month, 1, @month);

    BEGIN TRANSACTION;

    DELETE FROM mart.MonthlyRevenue
    WHERE Month = @month;

    WITH refunds AS
    (
        SELECT
            r.OrderId,
            SUM(r.Amount) AS Amount
        FROM dw.FactRefunds AS r
        WHERE r.RefundedAt >= @month
        GROUP BY r.OrderId
    )
    INSERT INTO mart.MonthlyRevenue
    (
        Month, Region, Category,
        Orders, Buyers, Revenue, Refunds,
        BackfilledAt
    )
    SELECT
        @month,
        c.Region,
        p.Category,
        COUNT_BIG(*),
        COUNT(DISTINCT o.CustomerKey),
        SUM(o.Net),
        SUM(ISNULL(x.Amount, 0)),
        SYSDATETIME()
    FROM dw.FactOrders AS o
    JOIN dw.DimCustomer AS c
        ON c.CustomerKey = o.CustomerKey
    JOIN dw.DimProduct AS p
        ON p.ProductKey = o.ProductKey
    OUTER APPLY
    (
        SELECT r.Amount
        FROM refunds AS r
        WHERE r.OrderId = o.OrderId
    ) AS x
    WHERE o.Day >= @month
      AND o.Day <  @end
    GROUP BY
        c.Region,
        p.Category
    OPTION (RECOMPILE, MAXDOP 8);

    INSERT INTO etl.BackfillLog (Month, Rows, At)
    VALUES (@month, @@ROWCOUNT, SYSDATETIME());

    COMMIT TRANSACTION;

    SET @month = @end;
    WAITFOR DELAY '00:00:02';
END

PRINT 'backfill finished';

-- # event-upsert-with-quarantine
-- : other
-- : create table #parsed(RowNo, EventId, UserId, Kind, At, Amount, Problem)
-- : insert append #parsed(RowNo, EventId, UserId, Kind, At, Amount, Problem) from stg.RawEvents
-- : update #parsed sets(Problem)
-- : update #parsed sets(Problem) from ref.EventKinds
-- : insert append quarantine.Events(BatchId, RowNo, Problem, Line, At) from #parsed, stg.RawEvents
-- : merge dw.Events(EventId, UserId, Kind, At, Amount, BatchId) key(EventId) sets(UserId, Kind, Amount, BatchId) from #parsed
-- : other from #parsed
-- : other
-- : delete stg.RawEvents
-- : drop table #parsed
DECLARE @batch int = 42, @bad int;

CREATE TABLE #parsed
(
    RowNo   int              NOT NULL,
    EventId uniqueidentifier NULL,
    UserId  bigint           NULL,
    Kind    varchar(30)      NULL,
    At      datetime2(3)     NULL,
    Amount  decimal(18, 4)   NULL,
    Problem varchar(100)     NULL
);

INSERT INTO #parsed (RowNo, EventId, UserId, Kind, At, Amount, Problem)
SELECT
    r.RowNo,
    TRY_CONVERT(uniqueidentifier, j.id),
    TRY_CONVERT(bigint, j.[user]),
    LOWER(LTRIM(RTRIM(j.kind))),
    TRY_CONVERT(datetime2(3), j.at, 127),
    TRY_CONVERT(decimal(18, 4), j.amount),
    CASE WHEN ISJSON(r.Line) = 0 THEN 'not JSON' END
FROM stg.RawEvents AS r
OUTER APPLY OPENJSON(CASE WHEN ISJSON(r.Line) = 1 THEN r.Line ELSE '{}' END)
WITH
(
    id     varchar(40) '$.id',
    [user] varchar(20) '$.user.id',
    kind   varchar(30) '$.kind',
    at     varchar(40) '$.at',
    amount varchar(30) '$.amount'
) AS j
WHERE r.BatchId = @batch;

UPDATE #parsed
SET Problem = CASE
        WHEN EventId IS NULL THEN 'no id'
        WHEN At IS NULL THEN 'no time'
        WHEN At > DATEADD(hour, 1, SYSUTCDATETIME()) THEN 'in the future'
        WHEN Amount < 0 THEN 'negative amount'
    END
WHERE Problem IS NULL;

UPDATE p
SET p.Problem = 'unknown kind'
FROM #parsed AS p
WHERE p.Problem IS NULL
  AND NOT EXISTS (SELECT 1 FROM ref.EventKinds AS k WHERE k.Kind = p.Kind);

INSERT INTO quarantine.Events (BatchId, RowNo, Problem, Line, At)
SELECT @batch, p.RowNo, p.Problem, r.Line, SYSUTCDATETIME()
FROM #parsed AS p
JOIN stg.RawEvents AS r
    ON r.BatchId = @batch AND r.RowNo = p.RowNo
WHERE p.Problem IS NOT NULL;

MERGE dw.Events WITH (HOLDLOCK) AS t
USING
(
    SELECT EventId, UserId, Kind, At, Amount
    FROM
    (
        SELECT *, ROW_NUMBER() OVER (PARTITION BY EventId ORDER BY RowNo DESC) AS rn
        FROM #parsed
        WHERE Problem IS NULL
    ) AS d
    WHERE rn = 1
) AS s
ON t.EventId = s.EventId
WHEN MATCHED AND (t.Kind <> s.Kind OR ISNULL(t.Amount, 0) <> ISNULL(s.Amount, 0)) THEN
    UPDATE SET
        t.UserId  = s.UserId,
        t.Kind    = s.Kind,
        t.Amount  = s.Amount,
        t.BatchId = @batch
WHEN NOT MATCHED BY TARGET THEN
    INSERT (EventId, UserId, Kind, At, Amount, BatchId)
    VALUES (s.EventId, s.UserId, s.Kind, s.At, s.Amount, @batch);

DECLARE @problems int = (SELECT COUNT(*) FROM #parsed WHERE Problem IS NOT NULL);
IF @problems > 1000
    RAISERROR ('%d rows in quarantine', 11, 1, @problems);

DELETE FROM stg.RawEvents WHERE BatchId = @batch;
DROP TABLE #parsed;

-- # work-queue-drain
-- : set
-- : other
-- : create table #claimed(MessageId, Topic, Body, Attempts) key(MessageId)
-- : begin
-- : update work.Outbox sets(State, ClaimedAt, Attempts)
-- : commit
-- : insert append #claimed(MessageId, Topic, Body, Attempts) from work.Outbox
-- : other
-- : begin
-- : insert append work.DeadLetters(MessageId, Topic, Body, Reason, At) from #claimed
-- : delete work.Outbox from #claimed
-- : insert append-if-absent dbo.Notifications(MessageId, UserId, Text) from #claimed, dbo.Notifications
-- : update work.Outbox sets(State, DoneAt) from #claimed
-- : commit
-- : truncate #claimed
-- : rollback
-- : update work.Outbox sets(State, ClaimedAt) from #claimed
-- : other
-- : drop table #claimed
SET XACT_ABORT ON;
DECLARE @worker uniqueidentifier = NEWID();

CREATE TABLE #claimed
(
    MessageId bigint        NOT NULL PRIMARY KEY,
    Topic     varchar(100)  NOT NULL,
    Body      nvarchar(max) NOT NULL,
    Attempts  int           NOT NULL
);

WHILE 1 = 1
BEGIN
    BEGIN TRY
        BEGIN TRAN;
        WITH next_messages AS
        (
            SELECT TOP (100) MessageId, State, ClaimedAt, ClaimedBy, Attempts
            FROM work.Outbox WITH (ROWLOCK, UPDLOCK, READPAST)
            WHERE State = 'new'
               OR (State = 'busy' AND ClaimedAt < DATEADD(minute, -10, SYSUTCDATETIME()))
            ORDER BY MessageId
        )
        UPDATE next_messages
        SET State = 'busy',
            ClaimedAt = SYSUTCDATETIME(),
            Attempts += 1;
        COMMIT TRAN;

        INSERT INTO #claimed (MessageId, Topic, Body, Attempts)
        SELECT MessageId, Topic, Body, Attempts
        FROM work.Outbox
        WHERE State = 'busy' AND ClaimedBy = @worker;

        IF @@ROWCOUNT = 0
            BREAK;

        BEGIN TRAN;
        INSERT INTO work.DeadLetters (MessageId, Topic, Body, Reason, At)
        SELECT MessageId, Topic, Body, 'too many attempts', SYSUTCDATETIME()
        FROM #claimed
        WHERE Attempts > 5;

        DELETE o
        FROM work.Outbox AS o
        JOIN #claimed AS c ON c.MessageId = o.MessageId
        WHERE c.Attempts > 5;

        INSERT INTO dbo.Notifications (MessageId, UserId, Text)
        SELECT c.MessageId, JSON_VALUE(c.Body, '$.user'), JSON_VALUE(c.Body, '$.text')
        FROM #claimed AS c
        WHERE c.Topic = 'notify'
          AND NOT EXISTS (SELECT 1 FROM dbo.Notifications AS n WHERE n.MessageId = c.MessageId);

        UPDATE o
        SET o.State = 'done', o.DoneAt = SYSUTCDATETIME()
        FROM work.Outbox AS o
        WHERE o.MessageId IN (SELECT MessageId FROM #claimed WHERE Attempts <= 5);
        COMMIT TRAN;

        TRUNCATE TABLE #claimed;
    END TRY
    BEGIN CATCH
        IF XACT_STATE() <> 0 ROLLBACK TRAN;
        UPDATE work.Outbox SET State = 'new', ClaimedAt = NULL WHERE MessageId IN (SELECT MessageId FROM #claimed);
        BREAK;
    END CATCH
END

DROP TABLE #claimed;

-- # snapshot-and-diff
-- : other
-- : drop table bak.Prices_before
-- : select overwrite bak.Prices_before from dbo.Prices
-- : alter table bak.Prices_before: add constraint key(Sku)
-- : update dbo.Prices sets(Price, ChangedAt, ChangedBy) from stg.Prices, ref.Currency
-- : insert append dbo.Prices(Sku, Price, Currency, ChangedAt, ChangedBy) from ref.Currency, stg.Prices, dbo.Prices
-- : insert append audit.PriceChange(Sku, OldPrice, NewPrice, Change, At) from dbo.Prices, bak.Prices_before
-- : other from audit.PriceChange
-- : update dbo.Prices sets(Price) from bak.Prices_before
-- : other
-- : select from audit.PriceChange, dbo.Products
DECLARE @who sysname = SUSER_SNAME(), @at datetime2 = SYSUTCDATETIME();

DROP TABLE IF EXISTS bak.Prices_before;

SELECT Sku, Price, Currency, ChangedAt
INTO bak.Prices_before
FROM dbo.Prices;

ALTER TABLE bak.Prices_before
    ADD CONSTRAINT PK_Prices_before PRIMARY KEY (Sku);

UPDATE p
SET p.Price = ROUND(s.Price * c.Rate, 2),
    p.ChangedAt = @at,
    p.ChangedBy = @who
FROM dbo.Prices p
INNER JOIN stg.Prices s
        ON s.Sku = p.Sku
INNER JOIN ref.Currency c
        ON c.Code = s.Currency
       AND c.Day = CAST(@at AS date)
WHERE ABS(p.Price - ROUND(s.Price * c.Rate, 2)) >= 0.01;

INSERT INTO dbo.Prices (Sku, Price, Currency, ChangedAt, ChangedBy)
SELECT s.Sku,
       ROUND(s.Price * (SELECT c.Rate FROM ref.Currency c WHERE c.Code = s.Currency AND c.Day = CAST(@at AS date)), 2),
       'EUR',
       @at,
       @who
FROM stg.Prices s
WHERE s.Sku > (SELECT MAX(Sku) FROM dbo.Prices);

INSERT INTO audit.PriceChange
    (Sku, OldPrice, NewPrice, Change, At)
SELECT
    COALESCE(n.Sku, o.Sku),
    o.Price,
    n.Price,
    CASE
        WHEN o.Sku IS NULL THEN 'new'
        WHEN n.Sku IS NULL THEN 'gone'
        ELSE 'changed'
    END,
    @at
FROM dbo.Prices n
FULL OUTER JOIN bak.Prices_before o
    ON o.Sku = n.Sku
WHERE o.Sku IS NULL
   OR n.Sku IS NULL
   OR n.Price <> o.Price;

DECLARE @wild int =
(
    SELECT COUNT(*)
    FROM audit.PriceChange
    WHERE At = @at
      AND OldPrice > 0
      AND ABS(NewPrice / OldPrice - 1) > 0.5
);

IF @wild > 10
BEGIN
    UPDATE p SET p.Price = b.Price
    FROM dbo.Prices p JOIN bak.Prices_before b ON b.Sku = p.Sku;
    THROW 50001, 'too many wild price changes', 1;
END

SELECT TOP (50) a.Sku, r.Name, a.OldPrice, a.NewPrice
FROM audit.PriceChange a
LEFT JOIN dbo.Products r ON r.Sku = a.Sku
WHERE a.At = @at
ORDER BY ABS(a.NewPrice - a.OldPrice) DESC;
