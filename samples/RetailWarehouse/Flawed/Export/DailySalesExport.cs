using Dapper;
using Microsoft.Data.Sqlite;

namespace RetailWarehouse.Flawed.Export;

/// <summary>Hands the daily revenue to the finance team.</summary>
internal sealed class DailySalesExport(SqliteConnection connection)
{
    public void Write(string folder)
    {
        var days = connection.Query<DailySales>(
            """
            SELECT order_date AS OrderDate, SUM(quantity) AS Quantity, SUM(revenue) AS Revenue
            FROM mart_sales
            GROUP BY order_date
            ORDER BY order_date
            """);

        File.AppendAllLines(
            Path.Combine(folder, "daily_sales.csv"),
            days.Select(day => $"{day.OrderDate};{day.Quantity};{day.Revenue.ToString("0.00")}"));
    }
}
