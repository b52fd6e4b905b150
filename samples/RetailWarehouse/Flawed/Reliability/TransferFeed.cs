using Dapper;
using Microsoft.Data.Sqlite;

namespace RetailWarehouse.Flawed.Reliability;

/// <summary>Copies the transfers between shops. A lot of keys, none of which names a transfer.</summary>
internal sealed class TransferFeed(SqliteConnection shop, SqliteConnection warehouse)
{
    public void Load()
    {
        var rows = shop.Query<Transfer>("SELECT transfer_no, product_id, quantity FROM transfers")
            .Select(transfer => new { TransferKey = Guid.NewGuid().ToString(), transfer.ProductId, transfer.Quantity })
            .ToList();
        warehouse.Execute(
            "INSERT INTO fact_transfers (transfer_key, product_id, quantity) VALUES (@TransferKey, @ProductId, @Quantity) ON CONFLICT (transfer_key) DO NOTHING",
            rows);
    }

    private sealed record Transfer(long TransferNo, string ProductId, int Quantity);
}
