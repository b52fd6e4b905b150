using DataEngAnalyzers;
using Microsoft.Data.Sqlite;

namespace RetailWarehouse.Sound.Facts;

/// <summary>Materialises the sales of each day for the dashboards, whole or not at all.</summary>
internal sealed class SalesMart(SqliteConnection connection)
{
    [PipelineStage]
    [DataLineage(Inputs = ["fact_sales", "dim_product", "dim_customer"], Outputs = ["mart_sales"])]
    public int Rebuild()
    {
        using var transaction = connection.BeginTransaction();

        using var clear = connection.CreateCommand();
        clear.Transaction = transaction;
        clear.CommandText = "DELETE FROM mart_sales";
        clear.ExecuteNonQuery();

        using var fill = connection.CreateCommand();
        fill.Transaction = transaction;
        fill.CommandTimeout = 120;
        fill.CommandText =
            """
            INSERT INTO mart_sales (date_key, category, country, quantity, revenue)
            SELECT s.date_key, p.category, c.country, SUM(s.quantity), ROUND(SUM(s.amount), 2)
            FROM fact_sales s
            JOIN dim_product p ON p.product_key = s.product_key
            JOIN dim_customer c ON c.customer_key = s.customer_key
            GROUP BY s.date_key, p.category, c.country
            """;
        var rows = fill.ExecuteNonQuery();

        transaction.Commit();
        return rows;
    }
}
