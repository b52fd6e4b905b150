using Dapper;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;

namespace RetailWarehouse.Flawed.Backfill;

/// <summary>Brings the sales that changed since the last run.</summary>
internal sealed class IncrementalSales(SqlConnection shop, SqliteConnection connection)
{
    public void Load()
    {
        var last = connection.ExecuteScalar<DateTime>("SELECT loaded_until FROM load_watermark WHERE source = 'sales'");
        var changed = shop.Query<ChangedSale>("SELECT order_id AS OrderId, quantity AS Quantity FROM sales WHERE updated_at > @last", new { last }).ToList();

        using var transaction = connection.BeginTransaction();
        connection.Execute("INSERT INTO sales_changes (order_id, quantity) VALUES (@OrderId, @Quantity) ON CONFLICT (order_id) DO UPDATE SET quantity = excluded.quantity", changed, transaction);
        connection.Execute("UPDATE load_watermark SET loaded_until = @now WHERE source = 'sales'", new { now = DateTime.UtcNow }, transaction);
        transaction.Commit();
    }

    /// <summary>Marks the orders of the winter campaign.</summary>
    public int MarkCampaign() => connection.Execute(
        "INSERT INTO campaign_orders (order_id) SELECT order_id FROM fact_sales WHERE order_date >= '2024-11-15' ON CONFLICT (order_id) DO NOTHING");

    private sealed record ChangedSale(int OrderId, int Quantity);
}
