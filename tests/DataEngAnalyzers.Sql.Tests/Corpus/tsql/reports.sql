-- # customer-cohorts
-- : select from dbo.Customers, dbo.Orders, dbo.OrderLines, dbo.Refunds
WITH first_orders AS
(
    SELECT
        o.CustomerId,
        MIN(o.OrderedAt) AS FirstAt
    FROM dbo.Customers AS c
    INNER JOIN dbo.Orders AS o
        ON o.CustomerId = c.CustomerId
    WHERE c.IsTest = 0
      AND o.Status IN ('paid', 'shipped', 'closed')
    GROUP BY o.CustomerId
),
cohorts AS
(
    SELECT
        f.CustomerId,
        DATEFROMPARTS(YEAR(f.FirstAt), MONTH(f.FirstAt), 1) AS Cohort
    FROM first_orders AS f
),
activity AS
(
    SELECT
        k.Cohort,
        k.CustomerId,
        DATEDIFF(month, k.Cohort, o.OrderedAt) AS MonthNo,
        SUM(l.Qty * l.UnitPrice) - COALESCE(SUM(r.Amount), 0) AS Net
    FROM cohorts AS k
    INNER JOIN dbo.Orders AS o
        ON o.CustomerId = k.CustomerId
       AND o.Status IN ('paid', 'shipped', 'closed')
    INNER JOIN dbo.OrderLines AS l
        ON l.OrderId = o.OrderId
    LEFT JOIN dbo.Refunds AS r
        ON r.OrderId = o.OrderId
       AND r.Sku = l.Sku
    GROUP BY
        k.Cohort,
        k.CustomerId,
        DATEDIFF(month, k.Cohort, o.OrderedAt)
),
sizes AS
(
    SELECT Cohort, COUNT(*) AS Customers
    FROM cohorts
    GROUP BY Cohort
)
SELECT
    a.Cohort,
    a.MonthNo,
    s.Customers,
    COUNT(DISTINCT a.CustomerId) AS Active,
    CAST(100.0 * COUNT(DISTINCT a.CustomerId) / s.Customers AS decimal(5, 1)) AS Retention,
    SUM(a.Net) AS Net,
    SUM(SUM(a.Net)) OVER (
        PARTITION BY a.Cohort
        ORDER BY a.MonthNo
        ROWS UNBOUNDED PRECEDING
    ) AS Cumulated
FROM activity AS a
INNER JOIN sizes AS s
    ON s.Cohort = a.Cohort
WHERE a.MonthNo BETWEEN 0 AND 24
GROUP BY
    a.Cohort,
    a.MonthNo,
    s.Customers
HAVING SUM(a.Net) <> 0
ORDER BY
    a.Cohort,
    a.MonthNo
OPTION (HASH GROUP, MAXDOP 4);

-- # stock-ageing
-- : select from dbo.Movements, dbo.Products, dbo.Warehouses, dbo.Prices
WITH receipts AS (
    SELECT
        m.WarehouseId,
        m.Sku,
        m.MovedAt,
        m.Qty,
        SUM(m.Qty) OVER (
            PARTITION BY m.WarehouseId, m.Sku
            ORDER BY m.MovedAt DESC, m.MovementId DESC
            ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
        ) AS Backwards
    FROM dbo.Movements AS m
    WHERE m.Kind = 'IN'
),
on_hand AS (
    SELECT
        m.WarehouseId,
        m.Sku,
        SUM(CASE m.Kind WHEN 'IN' THEN m.Qty WHEN 'OUT' THEN -m.Qty ELSE 0 END) AS Qty
    FROM dbo.Movements AS m
    WHERE m.MovedAt < @asOf
    GROUP BY m.WarehouseId, m.Sku
    HAVING SUM(CASE m.Kind WHEN 'IN' THEN m.Qty WHEN 'OUT' THEN -m.Qty ELSE 0 END) > 0
),
layers AS (
    -- FIFO: what is on hand came with the newest receipts
    SELECT
        h.WarehouseId,
        h.Sku,
        r.MovedAt,
        CASE
            WHEN r.Backwards <= h.Qty THEN r.Qty
            WHEN r.Backwards - r.Qty < h.Qty THEN h.Qty - (r.Backwards - r.Qty)
            ELSE 0
        END AS Qty
    FROM on_hand AS h
    JOIN receipts AS r
        ON r.WarehouseId = h.WarehouseId
       AND r.Sku = h.Sku
),
aged AS (
    SELECT
        l.WarehouseId,
        l.Sku,
        l.Qty,
        DATEDIFF(day, l.MovedAt, @asOf) AS Days
    FROM layers AS l
    WHERE l.Qty > 0
)
SELECT
    w.Name AS Warehouse,
    p.Category,
    SUM(a.Qty * x.Price) AS Value,
    SUM(CASE WHEN a.Days <= 30 THEN a.Qty * x.Price ELSE 0 END) AS [0-30],
    SUM(CASE WHEN a.Days BETWEEN 31 AND 90 THEN a.Qty * x.Price ELSE 0 END) AS [31-90],
    SUM(CASE WHEN a.Days BETWEEN 91 AND 365 THEN a.Qty * x.Price ELSE 0 END) AS [91-365],
    SUM(CASE WHEN a.Days > 365 THEN a.Qty * x.Price ELSE 0 END) AS [>365]
FROM aged AS a
JOIN dbo.Products AS p ON p.Sku = a.Sku
JOIN dbo.Warehouses AS w ON w.WarehouseId = a.WarehouseId
CROSS APPLY (
    SELECT TOP (1) pr.Price
    FROM dbo.Prices AS pr
    WHERE pr.Sku = a.Sku
      AND pr.ValidFrom <= @asOf
    ORDER BY pr.ValidFrom DESC
) AS x
GROUP BY GROUPING SETS ((w.Name, p.Category), (w.Name), ())
ORDER BY GROUPING(w.Name), w.Name, GROUPING(p.Category), p.Category;

-- # data-quality-checks-of-a-load
-- : other
-- : insert append dq.Result(Run, CheckName, Failed, Total) from dw.FactSales, dw.DimCustomer, stg.Sales
-- : select from dq.Result, dq.Threshold
-- : update dq.Run sets(State) from dq.Result, dq.Threshold
DECLARE @run bigint = NEXT VALUE FOR dq.RunNo;

INSERT INTO dq.Result (Run, CheckName, Failed, Total)
SELECT @run, 'no key', SUM(IIF(SaleId IS NULL, 1, 0)), COUNT_BIG(*)
FROM dw.FactSales
UNION ALL
SELECT @run, 'duplicate key', COALESCE(SUM(d.N - 1), 0), COALESCE(SUM(d.N), 0)
FROM (
    SELECT COUNT_BIG(*) AS N
    FROM dw.FactSales
    GROUP BY SaleId
    HAVING COUNT_BIG(*) > 1
) AS d
UNION ALL
SELECT @run, 'orphan customer', COUNT_BIG(*), (SELECT COUNT_BIG(*) FROM dw.FactSales)
FROM dw.FactSales AS f
LEFT JOIN dw.DimCustomer AS c ON c.CustomerKey = f.CustomerKey
WHERE c.CustomerKey IS NULL
UNION ALL
SELECT @run, 'amount out of range', COUNT_BIG(*), NULL
FROM dw.FactSales
WHERE Amount NOT BETWEEN -100000 AND 100000
UNION ALL
SELECT @run, 'future date', COUNT_BIG(*), NULL
FROM dw.FactSales
WHERE Day > CAST(SYSUTCDATETIME() AS date)
UNION ALL
SELECT @run, 'rows lost', ABS(s.N - f.N), s.N
FROM (SELECT COUNT_BIG(*) AS N FROM stg.Sales WHERE BatchId = @batch) AS s
CROSS JOIN (SELECT COUNT_BIG(*) AS N FROM dw.FactSales WHERE BatchId = @batch) AS f
UNION ALL
SELECT @run, 'sum differs', CASE WHEN ABS(s.A - f.A) > 0.01 THEN 1 ELSE 0 END, 1
FROM (SELECT SUM(Amount) AS A FROM stg.Sales WHERE BatchId = @batch) AS s,
     (SELECT SUM(Amount) AS A FROM dw.FactSales WHERE BatchId = @batch) AS f;

SELECT
    r.CheckName,
    r.Failed,
    r.Total,
    t.MaxShare,
    CASE
        WHEN r.Failed = 0 THEN 'ok'
        WHEN r.Total IS NULL THEN 'look'
        WHEN 1.0 * r.Failed / NULLIF(r.Total, 0) <= t.MaxShare THEN 'warn'
        ELSE 'fail'
    END AS Outcome
FROM dq.Result AS r
LEFT JOIN dq.Threshold AS t ON t.CheckName = r.CheckName
WHERE r.Run = @run
ORDER BY r.Failed DESC, r.CheckName;

UPDATE x
SET x.State = CASE WHEN EXISTS (
        SELECT 1
        FROM dq.Result AS r
        JOIN dq.Threshold AS t ON t.CheckName = r.CheckName
        WHERE r.Run = x.Run AND r.Failed > t.MaxFailed
    ) THEN 'failed' ELSE 'passed' END
FROM dq.Run AS x
WHERE x.Run = @run;

-- # sessions-of-clicks
-- : drop table mart.Sessions_new
-- : select overwrite mart.Sessions_new from lake.Clicks, dw.DimCampaign
-- : create index mart.Sessions_new(SessionId) unique
-- : create index mart.Sessions_new(VisitorId, StartedAt)
-- : begin
-- : drop table mart.Sessions
-- : rename mart.Sessions_new: rename to Sessions
-- : commit
DROP TABLE IF EXISTS mart.Sessions_new;

WITH clicks AS
(
    SELECT
        c.ClickId,
        c.VisitorId,
        c.ClickedAt,
        c.Url,
        c.Campaign,
        LAG(c.ClickedAt) OVER (
            PARTITION BY c.VisitorId
            ORDER BY c.ClickedAt, c.ClickId
        ) AS PreviousAt
    FROM lake.Clicks AS c
    WHERE c.IsBot = 0
),
marked AS
(
    SELECT
        *,
        CASE
            WHEN PreviousAt IS NULL THEN 1
            WHEN DATEDIFF(minute, PreviousAt, ClickedAt) >= 30 THEN 1
            ELSE 0
        END AS Starts
    FROM clicks
),
numbered AS
(
    SELECT
        *,
        SUM(Starts) OVER (
            PARTITION BY VisitorId
            ORDER BY ClickedAt, ClickId
            ROWS UNBOUNDED PRECEDING
        ) AS SessionNo
    FROM marked
),
sessions AS
(
    SELECT
        VisitorId,
        SessionNo,
        MIN(ClickedAt) AS StartedAt,
        MAX(ClickedAt) AS EndedAt,
        COUNT(*) AS Clicks,
        MIN(CASE WHEN Starts = 1 THEN Campaign END) AS Campaign,
        MAX(CASE WHEN Url LIKE '%/checkout/done%' THEN 1 ELSE 0 END) AS Bought
    FROM numbered
    GROUP BY
        VisitorId,
        SessionNo
)
SELECT
    ROW_NUMBER() OVER (ORDER BY s.StartedAt, s.VisitorId) AS SessionId,
    s.VisitorId,
    s.StartedAt,
    s.EndedAt,
    s.Clicks,
    s.Bought,
    ISNULL(k.CampaignKey, 0) AS CampaignKey
INTO mart.Sessions_new
FROM sessions AS s
LEFT JOIN dw.DimCampaign AS k
    ON k.Code = s.Campaign;

CREATE UNIQUE CLUSTERED INDEX PK_Sessions ON mart.Sessions_new (SessionId);
CREATE INDEX IX_Visitor ON mart.Sessions_new (VisitorId, StartedAt);

BEGIN TRANSACTION;
    DROP TABLE mart.Sessions;
    EXEC sp_rename 'mart.Sessions_new', 'Sessions';
COMMIT TRANSACTION;

-- # ledger-reconciliation
-- : other
-- : other
-- : insert append @diff(Account, Day, Ours, Theirs) from ledger.Entry, bank.Statement
-- : delete @diff
-- : merge recon.OpenItem(Account, Day, Ours, Theirs, Difference, FirstSeen, LastSeen) key(Account, Day) sets(Ours, Theirs, Difference, LastSeen, ClosedAt, ClosedAt) from @diff
-- : insert append recon.History(Account, Day, Difference, At) from recon.OpenItem
-- : select from recon.OpenItem, ref.Account
DECLARE @asOf date = DATEADD(day, -1, CAST(SYSUTCDATETIME() AS date));
DECLARE @diff TABLE
(
    Account char(10)       NOT NULL,
    Day     date           NOT NULL,
    Ours    decimal(19, 4) NOT NULL,
    Theirs  decimal(19, 4) NOT NULL,
    PRIMARY KEY (Account, Day)
);

WITH ours AS
(
    SELECT e.Account, e.BookedOn AS Day, SUM(IIF(e.Side = 'D', e.Amount, -e.Amount)) AS Amount
    FROM ledger.Entry AS e
    WHERE e.BookedOn BETWEEN DATEADD(day, -35, @asOf) AND @asOf
      AND e.IsReversed = 0
    GROUP BY e.Account, e.BookedOn
),
theirs AS
(
    SELECT s.Account, s.ValueDate AS Day, SUM(s.Amount) AS Amount
    FROM bank.Statement AS s
    WHERE s.ValueDate BETWEEN DATEADD(day, -35, @asOf) AND @asOf
    GROUP BY s.Account, s.ValueDate
)
INSERT INTO @diff (Account, Day, Ours, Theirs)
SELECT
    COALESCE(o.Account, t.Account),
    COALESCE(o.Day, t.Day),
    ISNULL(o.Amount, 0),
    ISNULL(t.Amount, 0)
FROM ours AS o
FULL JOIN theirs AS t
    ON t.Account = o.Account
   AND t.Day = o.Day;

DELETE FROM @diff
WHERE ABS(Ours - Theirs) < 0.005;

MERGE recon.OpenItem WITH (SERIALIZABLE) AS i
USING @diff AS d
    ON i.Account = d.Account
   AND i.Day = d.Day
WHEN MATCHED THEN
    UPDATE SET
        Ours = d.Ours,
        Theirs = d.Theirs,
        Difference = d.Ours - d.Theirs,
        LastSeen = @asOf,
        ClosedAt = NULL
WHEN NOT MATCHED BY TARGET THEN
    INSERT (Account, Day, Ours, Theirs, Difference, FirstSeen, LastSeen)
    VALUES (d.Account, d.Day, d.Ours, d.Theirs, d.Ours - d.Theirs, @asOf, @asOf)
WHEN NOT MATCHED BY SOURCE AND i.ClosedAt IS NULL THEN
    UPDATE SET ClosedAt = SYSUTCDATETIME();

INSERT INTO recon.History (Account, Day, Difference, At)
SELECT Account, Day, Difference, SYSUTCDATETIME()
FROM recon.OpenItem
WHERE LastSeen = @asOf;

SELECT a.Name, i.Day, i.Difference, DATEDIFF(day, i.FirstSeen, @asOf) AS Age
FROM recon.OpenItem AS i
JOIN ref.Account AS a ON a.Account = i.Account
WHERE i.ClosedAt IS NULL
ORDER BY ABS(i.Difference) DESC, i.Day;

-- # funnel-with-pivot
-- : select from web.Events, web.Users, ref.Countries
SELECT
    p.Country,
    p.Week,
    p.[visit],
    p.[signup],
    p.[trial],
    p.[buy],
    FORMAT(1.0 * p.[buy] / NULLIF(p.[visit], 0), 'P2') AS Conversion
FROM
(
    SELECT
        n.Name AS Country,
        DATEADD(week, DATEDIFF(week, 0, e.At), 0) AS Week,
        e.Step,
        e.UserId
    FROM
    (
        SELECT
            ev.UserId,
            ev.At,
            CASE
                WHEN ev.Name = N'page_view' THEN 'visit'
                WHEN ev.Name IN (N'sign_up', N'sso_sign_up') THEN 'signup'
                WHEN ev.Name = N'start_trial' THEN 'trial'
                WHEN ev.Name = N'purchase'
                 AND TRY_CAST(JSON_VALUE(ev.Props, '$.amount') AS money) > 0 THEN 'buy'
            END AS Step
        FROM web.Events AS ev
        WHERE ev.At >= DATEADD(week, -12, @monday)
          AND ev.At < @monday
    ) AS e
    INNER JOIN web.Users AS u
        ON u.UserId = e.UserId
       AND u.IsInternal = 0
    LEFT JOIN ref.Countries AS n
        ON n.Code = COALESCE(u.Country, N'XX')
    WHERE e.Step IS NOT NULL
    GROUP BY
        n.Name,
        DATEADD(week, DATEDIFF(week, 0, e.At), 0),
        e.Step,
        e.UserId
) AS s
PIVOT
(
    COUNT(UserId)
    FOR Step IN ([visit], [signup], [trial], [buy])
) AS p
WHERE p.[visit] > 100
ORDER BY
    p.Country,
    p.Week DESC
OFFSET 0 ROWS
FETCH NEXT 500 ROWS ONLY
FOR JSON PATH, INCLUDE_NULL_VALUES;
