-- # star-schema-from-nothing
-- : other
-- : create table dw.DimDate(DateKey, Day, Year, Month, IsWeekend) key(DateKey) unique(Day)
-- : create table dw.DimStore(StoreKey, StoreCode, Name, Region, OpenedOn, ClosedOn) key(StoreKey) unique(StoreCode)
-- : create table dw.DimProduct(ProductKey, ProductCode, Name, Category, Brand, ValidFrom, ValidTo, IsCurrent) key(ProductKey)
-- : create index dw.DimProduct(ProductCode) unique
-- : create table dw.FactSales(SaleId, LineNo, DateKey, StoreKey, ProductKey, Qty, Net, Tax, Gross, LoadId, LoadedAt)
-- : create index dw.FactSales
-- : create index dw.FactSales(SaleId, LineNo) unique
-- : alter table dw.FactSales: add constraint
-- : alter table dw.FactSales: add constraint
-- : alter table dw.FactSales: add constraint
-- : insert append dw.DimStore(StoreKey, StoreCode, Name)
-- : insert append dw.DimDate(DateKey, Day, Year, Month, IsWeekend)
-- : other
IF NOT EXISTS (SELECT 1 FROM sys.schemas WHERE name = N'dw')
    EXEC (N'CREATE SCHEMA dw AUTHORIZATION dbo');
GO

CREATE TABLE dw.DimDate
(
    DateKey   int      NOT NULL CONSTRAINT PK_DimDate PRIMARY KEY,
    Day       date     NOT NULL CONSTRAINT UQ_DimDate UNIQUE,
    Year      AS DATEPART(year, Day) PERSISTED,
    Month     tinyint  NOT NULL,
    IsWeekend bit      NOT NULL DEFAULT (0)
);
GO

CREATE TABLE dw.DimStore
(
    StoreKey  int           IDENTITY(1, 1) NOT NULL,
    StoreCode varchar(10)   COLLATE Latin1_General_BIN2 NOT NULL,
    Name      nvarchar(100) NOT NULL,
    Region    nvarchar(50)  NULL,
    OpenedOn  date          NULL,
    ClosedOn  date          NULL,
    CONSTRAINT PK_DimStore PRIMARY KEY CLUSTERED (StoreKey),
    CONSTRAINT UQ_DimStore UNIQUE (StoreCode),
    CONSTRAINT CK_DimStore CHECK (ClosedOn IS NULL OR ClosedOn >= OpenedOn)
);
GO

CREATE TABLE dw.DimProduct
(
    ProductKey  int           IDENTITY(1, 1) NOT NULL PRIMARY KEY CLUSTERED,
    ProductCode varchar(20)   NOT NULL,
    Name        nvarchar(200) NOT NULL,
    Category    nvarchar(50)  NOT NULL CONSTRAINT DF_Category DEFAULT (N'unknown'),
    Brand       nvarchar(50)  SPARSE NULL,
    ValidFrom   datetime2(0)  NOT NULL,
    ValidTo     datetime2(0)  NOT NULL CONSTRAINT DF_ValidTo DEFAULT ('9999-12-31'),
    IsCurrent   AS (CASE WHEN ValidTo = '9999-12-31' THEN 1 ELSE 0 END)
);
CREATE UNIQUE INDEX UX_DimProduct_Current ON dw.DimProduct (ProductCode) WHERE ValidTo = '9999-12-31';
GO

CREATE TABLE dw.FactSales
(
    SaleId     bigint         NOT NULL,
    [LineNo]   smallint       NOT NULL,
    DateKey    int            NOT NULL,
    StoreKey   int            NOT NULL,
    ProductKey int            NOT NULL,
    Qty        int            NOT NULL,
    Net        decimal(19, 4) NOT NULL,
    Tax        decimal(19, 4) NOT NULL,
    Gross      AS (Net + Tax),
    LoadId     int            NOT NULL,
    LoadedAt   datetime2(3)   NOT NULL CONSTRAINT DF_LoadedAt DEFAULT (SYSUTCDATETIME())
);
CREATE CLUSTERED COLUMNSTORE INDEX CCI_FactSales ON dw.FactSales;
CREATE UNIQUE NONCLUSTERED INDEX UX_FactSales ON dw.FactSales (SaleId, [LineNo]);

ALTER TABLE dw.FactSales ADD CONSTRAINT FK_Date FOREIGN KEY (DateKey) REFERENCES dw.DimDate (DateKey);
ALTER TABLE dw.FactSales ADD CONSTRAINT FK_Store FOREIGN KEY (StoreKey) REFERENCES dw.DimStore (StoreKey);
ALTER TABLE dw.FactSales ADD CONSTRAINT FK_Product FOREIGN KEY (ProductKey) REFERENCES dw.DimProduct (ProductKey);
GO

INSERT INTO dw.DimStore (StoreKey, StoreCode, Name) VALUES (-1, '?', N'unknown');

WITH n AS
(
    SELECT 0 AS i
    UNION ALL
    SELECT i + 1 FROM n WHERE i < 3652
)
INSERT INTO dw.DimDate (DateKey, Day, Year, Month, IsWeekend)
SELECT
    CONVERT(int, CONVERT(char(8), DATEADD(day, i, '2020-01-01'), 112)),
    DATEADD(day, i, '2020-01-01'),
    YEAR(DATEADD(day, i, '2020-01-01')),
    MONTH(DATEADD(day, i, '2020-01-01')),
    CASE WHEN DATEPART(weekday, DATEADD(day, i, '2020-01-01')) IN (1, 7) THEN 1 ELSE 0 END
FROM n
OPTION (MAXRECURSION 0);
GO
PRINT N'schema dw created';

-- # split-a-column-in-steps
-- : set
-- : begin
-- : alter table dbo.Customers: add column FirstName; add column LastName
-- : update dbo.Customers sets(FirstName, LastName)
-- : alter table dbo.Customers: alter column LastName
-- : create index dbo.Customers(LastName, FirstName)
-- : insert append dbo.SchemaVersion(Version, AppliedAt, Script)
-- : commit
-- : rollback
-- : insert append dbo.SchemaError(At, Message)
-- : other
-- : create view dbo.CustomersCompat from dbo.Customers
-- : alter table dbo.Customers: drop constraint
-- : drop index IX_Customers_FullName
-- : alter table dbo.Customers: drop column FullName
-- : call
-- : drop mart.LoadCustomersOld
SET XACT_ABORT ON;
BEGIN TRY
    BEGIN TRANSACTION;

    IF COL_LENGTH(N'dbo.Customers', N'FirstName') IS NULL
    BEGIN
        ALTER TABLE dbo.Customers
            ADD FirstName nvarchar(100) NULL,
                LastName  nvarchar(100) NULL;
    END;

    UPDATE dbo.Customers
    SET FirstName = NULLIF(LEFT(FullName, CHARINDEX(' ', FullName + ' ') - 1), ''),
        LastName  = LTRIM(STUFF(FullName, 1, CHARINDEX(' ', FullName + ' '), ''))
    WHERE FirstName IS NULL;

    ALTER TABLE dbo.Customers
        ALTER COLUMN LastName nvarchar(100) NOT NULL;

    CREATE NONCLUSTERED INDEX IX_Customers_Name
        ON dbo.Customers (LastName, FirstName)
        INCLUDE (Email)
        WITH (ONLINE = OFF, FILLFACTOR = 90);

    INSERT INTO dbo.SchemaVersion (Version, AppliedAt, Script)
    VALUES ('2024.05.3', SYSUTCDATETIME(), N'split FullName');

    COMMIT TRANSACTION;
END TRY
BEGIN CATCH
    IF XACT_STATE() <> 0
        ROLLBACK TRANSACTION;

    INSERT INTO dbo.SchemaError (At, Message)
    VALUES (SYSUTCDATETIME(), ERROR_MESSAGE());

    THROW;
END CATCH
GO

CREATE VIEW dbo.CustomersCompat
AS
SELECT
    c.CustomerId,
    CONCAT(c.FirstName, ' ', c.LastName) AS FullName,
    c.Email
FROM dbo.Customers AS c;
GO

ALTER TABLE dbo.Customers
    DROP CONSTRAINT DF_Customers_FullName;

DROP INDEX IX_Customers_FullName ON dbo.Customers;

ALTER TABLE dbo.Customers
    DROP COLUMN FullName;
GO

EXEC sys.sp_refreshview @viewname = N'dbo.CustomersCompat';
DROP PROCEDURE IF EXISTS mart.LoadCustomersOld;
GO

-- # audit-procedure-and-trigger-deployment
-- : drop audit.Write
-- : create routine
-- : body set
-- : body insert append audit.Change(TableName, RowKey, Action, Before, After, ChangedBy, ChangedAt)
-- : create routine
-- : body other
-- : body set
-- : body insert append audit.Change(TableName, RowKey, Action, Before, After, ChangedBy, ChangedAt) from inserted, deleted
-- : create routine
-- : body set
-- : body delete audit.Change
-- : body other
-- : body set
-- : body insert append audit.Purge(At, Rows)
-- : other
IF OBJECT_ID(N'audit.Write', N'P') IS NOT NULL
    DROP PROCEDURE audit.[Write];
GO

CREATE PROCEDURE audit.[Write]
    @table  sysname,
    @key    nvarchar(100),
    @action char(1),
    @before nvarchar(max) = NULL,
    @after  nvarchar(max) = NULL
AS
BEGIN
    SET NOCOUNT ON;
    INSERT INTO audit.Change
        (TableName, RowKey, Action, Before, After, ChangedBy, ChangedAt)
    VALUES
        (@table, @key, @action, @before, @after, ORIGINAL_LOGIN(), SYSUTCDATETIME());
END
GO

CREATE OR ALTER TRIGGER sales.Orders_Audit
ON sales.Orders
AFTER INSERT, UPDATE, DELETE
AS
BEGIN
    IF @@ROWCOUNT = 0 RETURN;
    SET NOCOUNT ON;

    INSERT INTO audit.Change
        (TableName, RowKey, Action, Before, After, ChangedBy, ChangedAt)
    SELECT
        N'sales.Orders',
        CONVERT(nvarchar(100), COALESCE(i.OrderId, d.OrderId)),
        CASE
            WHEN d.OrderId IS NULL THEN 'I'
            WHEN i.OrderId IS NULL THEN 'D'
            ELSE 'U'
        END,
        (SELECT d.* FOR JSON PATH, WITHOUT_ARRAY_WRAPPER),
        (SELECT i.* FOR JSON PATH, WITHOUT_ARRAY_WRAPPER),
        ORIGINAL_LOGIN(),
        SYSUTCDATETIME()
    FROM inserted AS i
    FULL OUTER JOIN deleted AS d
        ON d.OrderId = i.OrderId
    WHERE NOT (UPDATE(LastViewedAt) AND NOT UPDATE(Status));
END
GO

CREATE OR ALTER PROCEDURE audit.Purge
    @keepDays int = 400
AS
    SET NOCOUNT ON;
    WHILE 1 = 1
    BEGIN
        DELETE TOP (10000)
        FROM audit.Change
        WHERE ChangedAt < DATEADD(day, -@keepDays, SYSUTCDATETIME());

        IF @@ROWCOUNT < 10000 BREAK;
        SET @keepDays = @keepDays;
    END
    INSERT INTO audit.Purge (At, Rows) VALUES (SYSUTCDATETIME(), @@ROWCOUNT);
GO

GRANT EXECUTE ON audit.Purge TO maintenance;
GO
