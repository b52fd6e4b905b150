using Dapper;
using Microsoft.Data.SqlClient;

namespace RetailWarehouse.Flawed.Quality;

/// <summary>Keeps a sample of the sales for the people who build reports.</summary>
internal sealed class SalesSample(SqlConnection reporting)
{
    // Any thousand rows, and those that somebody is still writing, too.
    public void Fill() =>
        reporting.Execute(
            """
            INSERT INTO dbo.sales_sample (order_id, amount)
            SELECT TOP 1000 s.order_id, s.amount
            FROM dbo.fact_sales AS s WITH (NOLOCK)
            """);
}
