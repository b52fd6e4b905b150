-- # comments-everywhere
-- : insert append dbo.Orders(Id, Amount) from stg.Orders
/* nightly */ INSERT /* into what? */ INTO -- the target
    dbo /* schema */ . /* table */ Orders ( /* key */ Id, -- first
    Amount /* INSERT INTO x VALUES (1) */ )
SELECT /* all; of; them */ Id, Amount -- FROM nowhere
FROM stg.Orders /* /* nested */ comment */ WHERE Amount > 0 -- end

-- # only-comments
-- nothing but a comment; INSERT INTO t VALUES (1)
/* DELETE FROM t */

-- # random-case
-- : delete Dbo.OrDers
dElEtE FrOm Dbo.OrDers wHeRe iD = @ID

-- # everything-on-one-line
-- : begin
-- : delete dw.S
-- : insert append dw.S(Id, A) from stg.S
-- : update etl.W sets(V)
-- : commit
BEGIN TRAN DELETE dw.S WHERE D=@d INSERT dw.S(Id,A)SELECT Id,A FROM stg.S WHERE D=@d UPDATE etl.W SET V=@d WHERE N='S' COMMIT

-- # no-spaces
-- : select from t, u
SELECT(1)AS[a],[b]FROM[t]INNER JOIN[u]ON[t].[i]=[u].[i]WHERE[t].[b]IN(1,2)AND'x'<>N'y'

-- # odd-newlines-and-tabs
-- : update dbo.T sets(A, B)
UPDATE
	dbo
	.
	T
SET
	A
	=
	1
	,
	B
	=
	2
WHERE
	C
	IS
	NOT
	NULL

-- # semicolons-everywhere
-- : set
-- : truncate stg.T
-- : select
;;SET NOCOUNT ON;;;TRUNCATE TABLE stg.T;;
;SELECT 1;;

-- # leading-semicolon-cte
-- : update dbo.T sets(A)
;;WITH c AS (SELECT A, B FROM dbo.T) UPDATE c SET A = B;

-- # unicode-names
-- : insert append lager.Verkäufe(Größe, 日付) from キュー.データ
INSERT INTO lager.Verkäufe (Größe, [日付]) SELECT größe, 日付 FROM キュー.データ WHERE größe > 0

-- # unicode-strings
-- : update dbo.T sets(Name)
UPDATE dbo.T SET Name = N'Ünïcödé – “quotes” 😀 ''DELETE''' WHERE Id = 1

-- # keywords-as-names
-- : select from select, order, group
SELECT [from].[where], o.[select] FROM [select] AS [from] JOIN [order] o ON o.[key] = [from].[key] JOIN [group] ON 1 = 1

-- # keyword-like-aliases
-- : select from dbo.Prices
SELECT p.[open], p.[close], p.high AS [end], p.low [begin], first = p.a, last = p.b FROM dbo.Prices AS p

-- # unreserved-words-as-columns
-- : select from dbo.Events
SELECT source, target, action, result, state, type, name, value, date, time, language, level, offset, rows, next, only FROM dbo.Events WHERE type = 'x' AND action <> @action

-- # unreserved-words-as-tables
-- : select from dbo.status, dbo.Source, dbo.Data
SELECT s.id FROM dbo.status s JOIN dbo.Source src ON src.id = s.id JOIN dbo.Data data ON data.id = s.id

-- # double-quoted-names
-- : insert append dw.Fact Sales(Order Id, say "hi")
INSERT INTO "dw"."Fact Sales" ("Order Id", "say ""hi""") VALUES (1, 2)

-- # names-with-dots-inside
-- : select from dbo.v1.orders
SELECT [v1.orders].[a.b] FROM dbo.[v1.orders]

-- # hash-and-dollar-names
-- : select overwrite #tmp$1 from dbo.T_2$x
SELECT a$b, [c#d] INTO #tmp$1 FROM dbo.T_2$x

-- # numbers-and-money
-- : update dbo.T sets(A, B, C, D, E)
UPDATE dbo.T SET A = -1.5e-10, B = 0xDEADBEEF, C = $12.34, D = .5, E = 1. WHERE F <> -1

-- # operators-of-all-kinds
-- : select from dbo.T
SELECT a+b-c*d/e%f, a&b|c^~d, -a, +b FROM dbo.T WHERE a!=1 AND b<>2 AND c!<3 AND d!>4 AND e<=5 AND f>=6 AND NOT (g=7 OR h LIKE 'x!%%' ESCAPE '!')

-- # case-inside-case-inside-update
-- : update dbo.T sets(A, B)
UPDATE dbo.T SET A = CASE WHEN B = 1 THEN CASE C WHEN 'x' THEN 1 WHEN 'y' THEN 2 END ELSE (SELECT CASE WHEN 1 = 1 THEN 3 END) END, B = CASE B WHEN 0 THEN 1 ELSE 0 END WHERE D = 1

-- # insert-in-a-string
-- : call
EXEC dbo.RunLater 'INSERT INTO dbo.T VALUES (1); DELETE FROM dbo.U', @when = '2024-01-01'

-- # go-with-count-and-case
-- : insert append dbo.Numbers
-- : select from dbo.Numbers
INSERT INTO dbo.Numbers DEFAULT VALUES
go 100
SELECT COUNT(*) FROM dbo.Numbers
Go

-- # go-as-column
-- : select from dbo.Plays
SELECT go, ready
FROM dbo.Plays

-- # print-and-set-between
-- : other
-- : set
-- : insert append dbo.T(A)
-- : other
PRINT 'start' SET @a = 1 INSERT dbo.T (A) VALUES (@a) PRINT N'inserted ' + CAST(@@ROWCOUNT AS nvarchar(10))

-- # use-and-set-options
-- : other
-- : set
-- : set
-- : set
-- : select from dbo.T
USE [Warehouse]
SET ANSI_NULLS, QUOTED_IDENTIFIER ON
SET TRANSACTION ISOLATION LEVEL READ COMMITTED
SET LOCK_TIMEOUT 5000
SELECT * FROM dbo.T

-- # if-else-chains
-- : insert append dbo.A(X)
-- : insert append dbo.B(X)
-- : delete dbo.C
-- : other
IF @kind = 1
    INSERT dbo.A (X) VALUES (1)
ELSE IF @kind = 2
    INSERT dbo.B (X) VALUES (2)
ELSE
BEGIN
    DELETE dbo.C
    PRINT 'gone'
END

-- # while-without-block
-- : delete dbo.Queue
WHILE EXISTS (SELECT 1 FROM dbo.Queue WHERE Done = 1) DELETE TOP (100) FROM dbo.Queue WHERE Done = 1

-- # goto-and-label
-- : other
-- : update dbo.T sets(A)
-- : other
-- : other
IF @skip = 1 GOTO done;
UPDATE dbo.T SET A = 1;
done:
PRINT 'done';
RETURN;

-- # many-parentheses
-- : select from dbo.T
SELECT ((((((a)))))) FROM (((dbo.T))) WHERE (((((b = 1))) AND ((c = (2)))))

-- # deep-subqueries
-- : select from a, b, c, d
SELECT x FROM a WHERE x IN (SELECT y FROM b WHERE y IN (SELECT z FROM c WHERE z IN (SELECT w FROM d)))

-- # derived-in-derived
-- : select from dbo.Base
SELECT t3.a FROM (SELECT t2.a FROM (SELECT t1.a FROM (SELECT a FROM dbo.Base) t1) t2) t3

-- # apostrophe-at-the-end
-- : update dbo.T sets(A)
UPDATE dbo.T SET A = '''' WHERE B = '' OR C = ''''''

-- # old-style-outer-hint-and-nulls
-- : delete dbo.T
DELETE dbo.T WHERE A = NULL OR B <> NULL OR ISNULL(C, '') = ''

-- # contract-of-go-in-a-comment
-- : select
-- : select
/*
GO
*/
SELECT 1
-- GO
SELECT 2

-- # waitfor-and-raiserror
-- : other
-- : other
-- : other
WAITFOR TIME '02:00'
RAISERROR (N'step %d of %d', 0, 1, @i, @n) WITH NOWAIT
WAITFOR DELAY @pause

-- # grant-between-statements
-- : insert append dbo.T(A)
-- : other
-- : delete dbo.T
INSERT dbo.T (A) VALUES (1)
GRANT SELECT ON dbo.T TO reader
DELETE dbo.T

-- # temp-table-life
-- : create table #w(id)
-- : insert append #w(id) from dbo.T
-- : select from #w
-- : drop table #w
CREATE TABLE #w(id int)
INSERT #w(id)SELECT id FROM dbo.T
SELECT*FROM #w
DROP TABLE #w

-- # table-hole
-- : insert append dw.¤(id) from stg.¤
INSERT INTO dw.¤ (id) SELECT id FROM stg.¤

-- # hole-as-list-and-predicate
-- : delete dbo.Orders
DELETE FROM dbo.Orders WHERE OrderId IN (¤) AND ¤

-- # hole-as-column-list
-- : insert append dbo.Orders(?)
INSERT INTO dbo.Orders ¤ VALUES (1, 2)
