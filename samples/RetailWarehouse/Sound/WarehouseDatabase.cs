using Microsoft.Data.Sqlite;

namespace RetailWarehouse.Sound;

/// <summary>The SQLite file that holds the warehouse.</summary>
internal static class WarehouseDatabase
{
    public static SqliteConnection Open(string path)
    {
        var connection = new SqliteConnection($"Data Source={path}");
        connection.Open();
        return connection;
    }
}
