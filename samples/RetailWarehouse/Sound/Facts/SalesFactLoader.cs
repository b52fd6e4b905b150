using Dapper;
using DataEngAnalyzers;
using Microsoft.Data.Sqlite;

namespace RetailWarehouse.Sound.Facts;

/// <summary>Moves the staged orders of the two years before the run date into <c>fact_sales</c>.</summary>
internal sealed class SalesFactLoader(SqliteConnection connection)
{
    [PipelineStage]
    [DataLineage(Inputs = ["stg_order", "dim_customer", "dim_product", "dim_date"], Outputs = ["fact_sales", "rejected_row"])]
    public int Load(DateOnly runDate)
    {
        var since = runDate.AddYears(-2);

        using var transaction = connection.BeginTransaction();
        connection.Execute(
            """
            INSERT INTO rejected_row (source, line_no, reason, raw)
            SELECT 'orders.csv', o.source_line, 'customer or product is unknown', o.source_record
            FROM stg_order o
            WHERE NOT EXISTS (SELECT 1 FROM dim_customer c WHERE c.customer_id = o.customer_id)
               OR NOT EXISTS (SELECT 1 FROM dim_product p WHERE p.product_id = o.product_id)
            ON CONFLICT (source, line_no) DO UPDATE SET reason = excluded.reason, raw = excluded.raw
            """,
            transaction: transaction);
        var rows = connection.Execute(
            """
            INSERT INTO fact_sales (order_id, line_no, customer_key, product_key, date_key, quantity, amount)
            SELECT o.order_id, o.line_no, c.customer_key, p.product_key, d.date_key, o.quantity,
                   ROUND(o.quantity * o.unit_price, 2)
            FROM stg_order o
            JOIN dim_customer c ON c.customer_id = o.customer_id
            JOIN dim_product p ON p.product_id = o.product_id
            JOIN dim_date d ON d.date = o.order_date
            WHERE o.order_date > @since AND o.order_date <= @runDate
            ON CONFLICT (order_id, line_no) DO UPDATE SET
                customer_key = excluded.customer_key,
                product_key = excluded.product_key,
                date_key = excluded.date_key,
                quantity = excluded.quantity,
                amount = excluded.amount
            """,
            new { since, runDate },
            transaction);
        transaction.Commit();
        return rows;
    }
}
