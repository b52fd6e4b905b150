using System.Transactions;
using Dapper;
using Microsoft.Data.Sqlite;

namespace RetailWarehouse.Flawed.Maintenance;

/// <summary>Brings the spellings of customer segments into line.</summary>
internal sealed class SegmentCleanup(string databasePath)
{
    public async Task RunAsync()
    {
        using var scope = new TransactionScope();
        await using var connection = new SqliteConnection($"Data Source={databasePath}");
        await connection.OpenAsync();

        await connection.ExecuteAsync(
            "UPDATE dim_customer SET segment = 'small business' WHERE segment IN ('smb', 'small-business')");
        await connection.ExecuteAsync(
            "UPDATE dim_customer SET country = 'DE' WHERE country = 'Germany'");

        scope.Complete();
    }
}
