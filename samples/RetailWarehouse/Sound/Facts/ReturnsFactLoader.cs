using Dapper;
using DataEngAnalyzers;
using Microsoft.Data.Sqlite;

namespace RetailWarehouse.Sound.Facts;

/// <summary>Moves the staged returns into <c>fact_returns</c>; a return of an unknown order line is rejected.</summary>
internal sealed class ReturnsFactLoader(SqliteConnection connection)
{
    [PipelineStage]
    [DataLineage(Inputs = ["stg_return", "fact_sales", "dim_date"], Outputs = ["fact_returns", "rejected_row"])]
    public int Load(DateOnly runDate)
    {
        using var transaction = connection.BeginTransaction();
        connection.Execute(
            """
            INSERT INTO rejected_row (source, line_no, reason, raw)
            SELECT 'returns.csv', r.source_line, 'order line is unknown', r.source_record
            FROM stg_return r
            WHERE NOT EXISTS (SELECT 1 FROM fact_sales s WHERE s.order_id = r.order_id AND s.line_no = r.line_no)
            ON CONFLICT (source, line_no) DO UPDATE SET reason = excluded.reason, raw = excluded.raw
            """,
            transaction: transaction);
        var rows = connection.Execute(
            """
            INSERT INTO fact_returns (return_id, order_id, line_no, date_key, quantity, reason)
            SELECT r.return_id, r.order_id, r.line_no, d.date_key, r.quantity, r.reason
            FROM stg_return r
            JOIN fact_sales s ON s.order_id = r.order_id AND s.line_no = r.line_no
            JOIN dim_date d ON d.date = r.return_date
            WHERE r.return_date <= @runDate
            ON CONFLICT (return_id) DO UPDATE SET
                order_id = excluded.order_id,
                line_no = excluded.line_no,
                date_key = excluded.date_key,
                quantity = excluded.quantity,
                reason = excluded.reason
            """,
            new { runDate },
            transaction);
        transaction.Commit();
        return rows;
    }
}
