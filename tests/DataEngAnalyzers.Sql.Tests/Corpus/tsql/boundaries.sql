-- # block-begin-with-semicolon
-- : other
-- : update dbo.T sets(A)
-- : other
IF @a = 1
BEGIN;
    PRINT 'one';
    UPDATE dbo.T SET A = 1;
END
ELSE
BEGIN;
    THROW;
END

-- # if-update-of-column
-- : create routine
-- : body set
-- : body insert append dbo.T_Log(Id) from inserted
CREATE TRIGGER dbo.T_Changed ON dbo.T AFTER UPDATE AS
SET NOCOUNT ON
IF NOT UPDATE(A) AND (UPDATE(B) OR UPDATE(C))
    INSERT dbo.T_Log (Id) SELECT Id FROM inserted

-- # set-behind-definitions
-- : create table dbo.T(a)
-- : set
-- : create index dbo.T(a)
-- : set
-- : alter table dbo.T: add column b
-- : set
-- : select from dbo.T
CREATE TABLE dbo.T (a int)
SET NOCOUNT ON
CREATE INDEX ix ON dbo.T (a)
SET ANSI_NULLS ON
ALTER TABLE dbo.T ADD b int NULL
SET XACT_ABORT ON
SELECT * FROM dbo.T

-- # query-behind-definitions
-- : create table dbo.T(a)
-- : select from sys.tables
-- : create index dbo.T(a)
-- : select from dbo.T
CREATE TABLE dbo.T (a int)
SELECT name FROM sys.tables
CREATE INDEX ix ON dbo.T (a) WHERE a > 0
SELECT a FROM dbo.T

-- # alter-database-set
-- : other
-- : other
-- : select
ALTER DATABASE CURRENT SET ALLOW_SNAPSHOT_ISOLATION ON
ALTER DATABASE Warehouse SET RECOVERY SIMPLE WITH NO_WAIT
SELECT 1

-- # logins-and-roles-in-a-row
-- : drop WebLogin
-- : other
-- : other
-- : other
-- : other
-- : drop OldRole
DROP LOGIN WebLogin
CREATE LOGIN WebLogin WITH PASSWORD = 'x'
CREATE USER WebUser FROM LOGIN WebLogin
ALTER ROLE loader ADD MEMBER WebUser
GRANT INSERT, SELECT ON SCHEMA::stg TO WebUser
DROP ROLE OldRole

-- # rebuild-several-indexes
-- : other
-- : other
-- : other
ALTER INDEX ix_a ON dbo.T REBUILD WITH (ONLINE = ON)
ALTER INDEX ix_b ON dbo.T REORGANIZE
ALTER INDEX ALL ON dbo.U REBUILD PARTITION = ALL WITH (DATA_COMPRESSION = PAGE)

-- # external-tables-in-a-row
-- : other
-- : create table ext.Trips(Id)
-- : create table overwrite dbo.Trips from ext.Trips
CREATE EXTERNAL DATA SOURCE Lake WITH (TYPE = HADOOP, LOCATION = 'abfss://data@lake')
CREATE EXTERNAL TABLE ext.Trips (Id int NOT NULL) WITH (LOCATION = '/trips/', DATA_SOURCE = Lake, FILE_FORMAT = Csv, REJECT_VALUE = 0)
CREATE TABLE dbo.Trips WITH (DISTRIBUTION = HASH(Id), CLUSTERED COLUMNSTORE INDEX) AS SELECT Id FROM ext.Trips

-- # native-procedure
-- : create routine
-- : body other
-- : body insert append dbo.Hot(Id, At)
CREATE PROCEDURE dbo.AddHot @id int
WITH NATIVE_COMPILATION, SCHEMABINDING, EXECUTE AS OWNER
AS BEGIN ATOMIC WITH (TRANSACTION ISOLATION LEVEL = SNAPSHOT, LANGUAGE = N'us_english')
    DECLARE @now datetime2 = SYSUTCDATETIME()
    INSERT INTO dbo.Hot (Id, At) VALUES (@id, @now)
END

-- # event-session
-- : other
CREATE EVENT SESSION Slow ON SERVER
ADD EVENT sqlserver.sql_batch_completed (ACTION (sqlserver.sql_text) WHERE duration > 1000000)
ADD TARGET package0.ring_buffer WITH (MAX_MEMORY = 4096 KB);

-- # less-than-a-parameter-without-space
-- : select from dbo.T
-- + predicate: price > @low (parameter) in where
-- + predicate: price < @high (parameter) in where
SELECT * FROM dbo.T WHERE price >@low AND price <@high

-- # methods-of-an-xml-variable
-- : select
-- + parameter: xml
SELECT n.c.value('@id', 'int') FROM @xml.nodes('/rows/row') AS n(c)

-- # inline-hash-index
-- : create table dbo.Hot(a, b) key(a)
CREATE TABLE dbo.Hot (a int NOT NULL PRIMARY KEY NONCLUSTERED, b int NOT NULL, INDEX ix_b HASH (b) WITH (BUCKET_COUNT = 1024)) WITH (MEMORY_OPTIMIZED = ON)

-- # drop-kinds-of-several-words
-- : drop rls.Filter
-- : drop Lake
-- : drop CMK1
DROP SECURITY POLICY IF EXISTS rls.Filter
DROP EXTERNAL DATA SOURCE Lake
DROP COLUMN MASTER KEY CMK1

-- # restore-and-backup
-- : other
-- : other
-- : other
RESTORE DATABASE Copy FROM DISK = N'/b/a.bak' WITH MOVE N'a' TO N'/d/a.mdf', REPLACE, STATS = 5
USE Copy
CHECKPOINT

-- # top-with-parameters
-- : delete dbo.Log
-- + parameter: batch
DELETE TOP (@batch) FROM dbo.Log WHERE At < @cutoff

-- # revoke-from-a-user
-- : other
-- : delete dbo.T
REVOKE SELECT ON dbo.T FROM reader
DELETE FROM dbo.T

-- # inline-function-without-parentheses
-- : create routine
-- : body select from dbo.Orders
CREATE FUNCTION dbo.Recent (@days int) RETURNS TABLE WITH SCHEMABINDING AS
RETURN SELECT OrderId FROM dbo.Orders WHERE OrderedAt > DATEADD(day, -@days, GETDATE())

-- # cursor-behind-null-and-by-name
-- : select from dbo.T
-- : other
-- : other
-- : insert append dbo.U(Id)
-- : other
DECLARE c CURSOR FOR SELECT Id FROM dbo.T WHERE B IS NOT NULL
OPEN c
FETCH c INTO @id
INSERT dbo.U (Id) VALUES (@id)
CLOSE c

-- # single-user-and-drop
-- : other
-- : drop database Old
-- : other
IF DB_ID(N'Old') IS NOT NULL
BEGIN
    ALTER DATABASE Old SET SINGLE_USER WITH ROLLBACK IMMEDIATE
    DROP DATABASE Old
END
ALTER RESOURCE GOVERNOR RECONFIGURE

-- # drop-indexes-behind-constraints
-- : alter table dw.Sales: drop constraint
-- : drop index IX_City
-- : drop index IX_Day
ALTER TABLE dw.Sales DROP CONSTRAINT PK_Sales
DROP INDEX IF EXISTS IX_City ON dw.Sales
DROP INDEX IX_Day ON dw.Sales
