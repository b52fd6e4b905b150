using Microsoft.Data.Sqlite;

namespace RetailWarehouse.Flawed.Facts;

/// <summary>Materialises the sales view for the dashboards.</summary>
internal sealed class SalesMart(SqliteConnection connection)
{
    public int Rebuild()
    {
        using var transaction = connection.BeginTransaction();

        using var clear = connection.CreateCommand();
        clear.Transaction = transaction;
        clear.CommandText = "DELETE FROM mart_sales";
        clear.ExecuteNonQuery();

        using var fill = connection.CreateCommand();
        fill.Transaction = transaction;
        fill.CommandTimeout = 0;
        fill.CommandText = "INSERT INTO mart_sales SELECT * FROM v_sales";
        var rows = fill.ExecuteNonQuery();

        transaction.Commit();
        return rows;
    }
}
