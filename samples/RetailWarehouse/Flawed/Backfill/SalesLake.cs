using Dapper;
using Microsoft.Data.Sqlite;

namespace RetailWarehouse.Flawed.Backfill;

/// <summary>Keeps a folder of sales, one partition a day.</summary>
internal sealed class SalesLake(SqliteConnection connection)
{
    public void Write(string root, DateOnly day)
    {
        if (Directory.Exists(root))
            Directory.Delete(root, recursive: true);

        var folder = Path.Combine(root, $"day={day:yyyy-MM-dd}");
        Directory.CreateDirectory(folder);
        File.WriteAllLines(
            Path.Combine(folder, "sales.csv"),
            connection.Query<string>("SELECT order_id || ',' || product_key FROM fact_sales WHERE order_date = @day", new { day = day.ToString("O") }));
    }
}
