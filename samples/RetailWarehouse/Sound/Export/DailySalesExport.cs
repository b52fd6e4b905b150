using Dapper;
using DataEngAnalyzers;
using Microsoft.Data.Sqlite;

namespace RetailWarehouse.Sound.Export;

/// <summary>Hands the daily revenue to the finance team.</summary>
internal sealed class DailySalesExport(SqliteConnection connection)
{
    [PipelineStage]
    [DataLineage(Inputs = ["mart_sales", "dim_date"], Outputs = ["daily_sales.csv"])]
    public void Write(string folder)
    {
        var days = connection.Query<DailySales>(
            """
            SELECT d.date AS Date, SUM(m.quantity) AS Quantity, ROUND(SUM(m.revenue), 2) AS Revenue
            FROM mart_sales m
            JOIN dim_date d ON d.date_key = m.date_key
            GROUP BY d.date
            ORDER BY d.date
            """);

        CsvTarget.Replace(Path.Combine(folder, "daily_sales.csv"), days);
    }
}
