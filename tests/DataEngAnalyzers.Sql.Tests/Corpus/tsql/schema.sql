-- # create-table
-- : create table dbo.Orders(OrderId, CustomerId, OrderedAt, Amount) key(OrderId)
-- + defines: Amount decimal(18, 2) not null default
-- + defines: OrderId bigint not null generated
CREATE TABLE dbo.Orders (
    OrderId bigint IDENTITY(1, 1) NOT NULL CONSTRAINT PK_Orders PRIMARY KEY CLUSTERED,
    CustomerId int NOT NULL REFERENCES dbo.Customers (CustomerId),
    OrderedAt datetime2(3) NOT NULL,
    Amount decimal(18, 2) NOT NULL CONSTRAINT DF_Orders_Amount DEFAULT (0)
);

-- # create-table-constraints
-- : create table dw.FactSales(SaleId, Day, StoreId, Amount) key(SaleId, Day) unique(StoreId, SaleId)
CREATE TABLE [dw].[FactSales]
(
    [SaleId]  BIGINT         NOT NULL,
    [Day]     DATE           NOT NULL,
    [StoreId] INT            NULL,
    [Amount]  DECIMAL(18, 4) NOT NULL,
    CONSTRAINT [PK_FactSales] PRIMARY KEY CLUSTERED ([SaleId] ASC, [Day] ASC) WITH (DATA_COMPRESSION = PAGE) ON ps_day ([Day]),
    CONSTRAINT [UQ_FactSales] UNIQUE NONCLUSTERED ([StoreId] ASC, [SaleId] DESC),
    CONSTRAINT [CK_Amount] CHECK ([Amount] >= (0)),
    CONSTRAINT [FK_Store] FOREIGN KEY ([StoreId]) REFERENCES [dw].[DimStore] ([StoreId])
) ON ps_day ([Day]);

-- # create-temp-table
-- : create table #batch(OrderId, Amount) key(OrderId)
CREATE TABLE #batch (OrderId bigint PRIMARY KEY, Amount money NULL)

-- # create-temp-with-inline-index
-- : create table #k(Id, Day)
CREATE TABLE #k (Id int NOT NULL, Day date NOT NULL, INDEX ix_day NONCLUSTERED (Day, Id));

-- # create-computed-columns
-- : create table dbo.Lines(Id, Qty, Price, Total, Doc, Kind) key(Id)
CREATE TABLE dbo.Lines (
    Id int NOT NULL,
    Qty int NOT NULL,
    Price money NOT NULL,
    Total AS (Qty * Price) PERSISTED,
    Doc nvarchar(max) NULL,
    Kind AS JSON_VALUE(Doc, '$.kind'),
    PRIMARY KEY (Id)
);

-- # create-temporal-table
-- : create table dbo.Prices(Sku, Price, ValidFrom, ValidTo) key(Sku)
CREATE TABLE dbo.Prices (
    Sku varchar(20) NOT NULL PRIMARY KEY,
    Price decimal(9, 2) NOT NULL,
    ValidFrom datetime2 GENERATED ALWAYS AS ROW START NOT NULL,
    ValidTo datetime2 GENERATED ALWAYS AS ROW END NOT NULL,
    PERIOD FOR SYSTEM_TIME (ValidFrom, ValidTo)
) WITH (SYSTEM_VERSIONING = ON (HISTORY_TABLE = dbo.PricesHistory));

-- # create-memory-optimized
-- : create table dbo.Hot(Id, Payload) key(Id)
CREATE TABLE dbo.Hot (
    Id int NOT NULL PRIMARY KEY NONCLUSTERED HASH WITH (BUCKET_COUNT = 1000000),
    Payload varbinary(8000) NOT NULL
) WITH (MEMORY_OPTIMIZED = ON, DURABILITY = SCHEMA_AND_DATA);

-- # create-if-missing
-- : create table stg.Orders(Id)
IF OBJECT_ID(N'stg.Orders', N'U') IS NULL
    CREATE TABLE stg.Orders (Id int NOT NULL);

-- # create-if-missing-by-catalog
-- : create table stg.Feed(Id)
IF NOT EXISTS (SELECT 1 FROM sys.tables t JOIN sys.schemas s ON s.schema_id = t.schema_id WHERE s.name = 'stg' AND t.name = 'Feed')
BEGIN
    CREATE TABLE stg.Feed (Id int)
END

-- # drop-if-exists
-- : drop table stg.Orders, stg.Lines
-- + change: drop table if exists
DROP TABLE IF EXISTS stg.Orders, stg.Lines;

-- # drop-temp-by-object-id
-- : drop table #t
IF OBJECT_ID('tempdb..#t') IS NOT NULL DROP TABLE #t

-- # drop-others
-- : drop view mart.Sales
-- : drop dbo.Load
-- : drop dbo.Rate
DROP VIEW IF EXISTS mart.Sales;
DROP PROCEDURE dbo.[Load];
DROP FUNCTION dbo.Rate;

-- # add-column
-- : alter table dbo.Orders: add column Note
-- + change: add column Note nvarchar(200) null
ALTER TABLE dbo.Orders ADD Note nvarchar(200) NULL;

-- # add-not-null-with-default
-- : alter table dbo.Orders: add column IsTest
-- + change: add column IsTest bit not null default
ALTER TABLE dbo.Orders ADD IsTest bit NOT NULL CONSTRAINT DF_IsTest DEFAULT 0 WITH VALUES;

-- # add-several
-- : alter table dbo.Orders: add column A; add column B; add constraint
ALTER TABLE dbo.Orders ADD A int NULL, B varchar(10) NOT NULL DEFAULT '', CONSTRAINT CK_B CHECK (LEN(B) < 10);

-- # drop-column
-- : alter table dbo.Orders: drop column Note; drop column A
ALTER TABLE dbo.Orders DROP COLUMN Note, A;

-- # drop-column-if-exists
-- : alter table dbo.Orders: drop column Note
-- + change: drop column Note if exists
ALTER TABLE dbo.Orders DROP COLUMN IF EXISTS Note;

-- # drop-constraint
-- : alter table dbo.Orders: drop constraint
ALTER TABLE dbo.Orders DROP CONSTRAINT DF_IsTest

-- # alter-column
-- : alter table dbo.Orders: alter column Amount
-- + change: alter column Amount decimal(19, 4) not null
ALTER TABLE dbo.Orders ALTER COLUMN Amount decimal(19, 4) NOT NULL;

-- # add-primary-key
-- : alter table dw.FactSales: add constraint key(SaleId, Day)
ALTER TABLE dw.FactSales WITH NOCHECK ADD CONSTRAINT PK_FactSales PRIMARY KEY NONCLUSTERED (SaleId, Day DESC) WITH (ONLINE = ON);

-- # add-foreign-key
-- : alter table dbo.Lines: add constraint
ALTER TABLE dbo.Lines WITH CHECK ADD CONSTRAINT FK_Lines_Orders FOREIGN KEY (OrderId) REFERENCES dbo.Orders (OrderId) ON DELETE CASCADE;

-- # check-constraint-state
-- : alter table dbo.Lines: other
ALTER TABLE dbo.Lines WITH CHECK CHECK CONSTRAINT ALL;

-- # nocheck-constraint-state
-- : alter table dbo.Lines: other
ALTER TABLE dbo.Lines NOCHECK CONSTRAINT FK_Lines_Orders

-- # switch-partition
-- : alter table stg.FactSales: switch rows to dw.FactSales
ALTER TABLE stg.FactSales SWITCH PARTITION $PARTITION.pf_day(@day) TO dw.FactSales PARTITION $PARTITION.pf_day(@day);

-- # switch-whole-table
-- : alter table dw.Sales: switch rows to dw.Sales_old
ALTER TABLE dw.Sales SWITCH TO dw.Sales_old WITH (WAIT_AT_LOW_PRIORITY (MAX_DURATION = 1 MINUTES, ABORT_AFTER_WAIT = BLOCKERS));

-- # disable-trigger
-- : alter table dbo.Orders: other
ALTER TABLE dbo.Orders DISABLE TRIGGER ALL

-- # rebuild-table
-- : alter table dbo.Orders: other
ALTER TABLE dbo.Orders REBUILD PARTITION = ALL WITH (DATA_COMPRESSION = ROW);

-- # system-versioning-off
-- : alter table dbo.Prices: other
ALTER TABLE dbo.Prices SET (SYSTEM_VERSIONING = OFF);

-- # rename-column
-- : rename dbo.Orders: rename column Amount to NetAmount
EXEC sp_rename 'dbo.Orders.Amount', 'NetAmount', 'COLUMN';

-- # rename-table
-- : rename dw.Sales_new: rename to Sales
EXEC sys.sp_rename N'dw.Sales_new', N'Sales'

-- # swap-by-rename
-- : begin
-- : rename dw.Sales: rename to Sales_old
-- : rename dw.Sales_new: rename to Sales
-- : commit
-- : drop table dw.Sales_old
BEGIN TRAN;
EXEC sp_rename 'dw.Sales', 'Sales_old';
EXEC sp_rename 'dw.Sales_new', 'Sales';
COMMIT;
DROP TABLE dw.Sales_old;

-- # create-index
-- : create index dbo.Orders(CustomerId, OrderedAt)
CREATE NONCLUSTERED INDEX IX_Orders_Customer ON dbo.Orders (CustomerId ASC, OrderedAt DESC) INCLUDE (Amount) WITH (ONLINE = ON) ON [PRIMARY];

-- # create-unique-index
-- : create index dbo.Customers(Email) unique
-- + index: UX_Email unique partial
CREATE UNIQUE INDEX UX_Email ON dbo.Customers (Email) WHERE Email IS NOT NULL;

-- # create-unique-clustered-on-temp
-- : create index #batch(OrderId) unique
CREATE UNIQUE CLUSTERED INDEX cx ON #batch (OrderId)

-- # create-columnstore
-- : create index dw.FactSales
CREATE CLUSTERED COLUMNSTORE INDEX cci ON dw.FactSales WITH (DROP_EXISTING = ON);

-- # index-maintenance
-- : other
-- : other
-- : drop index IX_Orders_Customer
ALTER INDEX ALL ON dw.FactSales REBUILD WITH (MAXDOP = 4);
ALTER INDEX IX_Orders_Customer ON dbo.Orders DISABLE;
DROP INDEX IX_Orders_Customer ON dbo.Orders;

-- # update-statistics
-- : other
UPDATE STATISTICS dw.FactSales WITH FULLSCAN;

-- # create-view
-- : create view mart.DailySales from dw.FactSales, dw.DimStore
CREATE VIEW mart.DailySales WITH SCHEMABINDING AS
SELECT f.Day, s.Name, SUM(f.Amount) AS Amount, COUNT_BIG(*) AS Lines
FROM dw.FactSales AS f
JOIN dw.DimStore AS s ON s.StoreId = f.StoreId
GROUP BY f.Day, s.Name;

-- # create-or-alter-view
-- : create view mart.Orders from dbo.Orders
CREATE OR ALTER VIEW mart.Orders AS SELECT o.* FROM dbo.Orders AS o WHERE o.IsTest = 0;

-- # schemas-types-and-grants
-- : other
-- : other
-- : other
-- : other
CREATE SCHEMA stg AUTHORIZATION dbo;
GO
CREATE TYPE dbo.OrderList AS TABLE (OrderId bigint NOT NULL PRIMARY KEY);
CREATE SEQUENCE dbo.BatchNo AS bigint START WITH 1 INCREMENT BY 1;
GRANT SELECT, INSERT ON SCHEMA::stg TO loader;

-- # partition-function-and-scheme
-- : other
-- : other
-- : other
CREATE PARTITION FUNCTION pf_day (date) AS RANGE RIGHT FOR VALUES ('2024-01-01', '2024-02-01');
CREATE PARTITION SCHEME ps_day AS PARTITION pf_day ALL TO ([PRIMARY]);
ALTER PARTITION FUNCTION pf_day () SPLIT RANGE ('2024-03-01');

-- # migration-with-backfill
-- : alter table dbo.Orders: add column Currency
-- : update dbo.Orders sets(Currency)
-- : alter table dbo.Orders: alter column Currency
-- : create index dbo.Orders(Currency)
ALTER TABLE dbo.Orders ADD Currency char(3) NULL;
GO
UPDATE dbo.Orders SET Currency = 'EUR' WHERE Currency IS NULL;
ALTER TABLE dbo.Orders ALTER COLUMN Currency char(3) NOT NULL;
CREATE INDEX IX_Orders_Currency ON dbo.Orders (Currency);
GO

-- # migration-guarded-by-col-length
-- : alter table dbo.Customers: add column Segment
-- : update dbo.Customers sets(Segment)
IF COL_LENGTH('dbo.Customers', 'Segment') IS NULL
BEGIN
    ALTER TABLE dbo.Customers ADD Segment varchar(10) NULL
END
GO
UPDATE dbo.Customers SET Segment = CASE WHEN Spent > 1000 THEN 'gold' ELSE 'base' END WHERE Segment IS NULL
GO
