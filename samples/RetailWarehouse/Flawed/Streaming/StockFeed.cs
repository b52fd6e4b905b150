using Dapper;
using Microsoft.Data.Sqlite;

namespace RetailWarehouse.Flawed.Streaming;

/// <summary>Brings the stock levels that changed since the last time.</summary>
internal sealed class StockFeed(SqliteConnection shop, SqliteConnection warehouse)
{
    public void Load(long seen)
    {
        var changes = shop.Query<StockChange>("SELECT change_no, product_id, quantity FROM stock_changes WHERE change_no > @seen", new { seen }).ToList();
        warehouse.Execute("UPDATE feed_checkpoint SET change_no = @last WHERE feed = 'stock'", new { last = changes.Max(change => change.ChangeNo) });

        using var transaction = warehouse.BeginTransaction();
        warehouse.Execute(
            "INSERT INTO dim_stock (product_id, quantity) VALUES (@ProductId, @Quantity) ON CONFLICT (product_id) DO UPDATE SET quantity = excluded.quantity",
            changes,
            transaction);
        transaction.Commit();
    }

    private sealed record StockChange(long ChangeNo, string ProductId, int Quantity);
}
