using Microsoft.Data.Sqlite;

namespace RetailWarehouse.Flawed;

/// <summary>The SQLite file that holds the warehouse.</summary>
internal static class WarehouseDatabase
{
    /// <summary>Opens the database and runs <c>schema.sql</c>, which creates what is missing.</summary>
    public static SqliteConnection Open(string path)
    {
        var connection = new SqliteConnection($"Data Source={path}");
        connection.Open();

        using var command = connection.CreateCommand();
        command.CommandText = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "schema.sql"));
        command.ExecuteNonQuery();
        return connection;
    }
}
