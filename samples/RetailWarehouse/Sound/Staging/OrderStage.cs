using Dapper;
using DataEngAnalyzers;
using Microsoft.Data.Sqlite;
using RetailWarehouse.Sound.Extract;
using RetailWarehouse.Sound.Rejects;

namespace RetailWarehouse.Sound.Staging;

/// <summary>Replaces <c>stg_order</c> with the valid rows of the order export.</summary>
internal sealed class OrderStage(SqliteConnection connection)
{
    [PipelineStage]
    [DataLineage(Inputs = ["orders.csv"], Outputs = ["stg_order", "rejected_row"])]
    public int Load(string path)
    {
        var rejects = new RejectLog("orders.csv");
        var orders = Accepted(path, rejects);

        using var transaction = connection.BeginTransaction();
        connection.Execute("DELETE FROM stg_order", transaction: transaction);
        var rows = connection.Execute(
            """
            INSERT INTO stg_order
                (order_id, line_no, customer_id, product_id, order_date, quantity, unit_price, source_line, source_record)
            VALUES
                (@OrderId, @LineNo, @CustomerId, @ProductId, @OrderDate, @Quantity, @UnitPrice, @SourceLine, @SourceRecord)
            """,
            orders,
            transaction);
        rejects.Save(connection, transaction);
        transaction.Commit();
        return rows;
    }

    private static List<StagedOrder> Accepted(string path, RejectLog rejects)
    {
        var orders = new Dictionary<(string, int), StagedOrder>();
        foreach (var line in CsvSource.Read<OrderRow>(path, ";"))
        {
            if (RowRules.Validate(line.Row) is { } reason)
                rejects.Add(line, reason);
            else if (StagedOrder.From(line) is var order && !orders.TryAdd((order.OrderId, order.LineNo), order))
                rejects.Add(line, "order line is a duplicate");
        }

        return [.. orders.Values];
    }
}
