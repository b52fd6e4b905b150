using Dapper;
using Microsoft.Data.Sqlite;

namespace RetailWarehouse.Sound.Maintenance;

/// <summary>Derives the price in euro; the price of the source stays as it came.</summary>
internal sealed class PriceMaintenance(SqliteConnection connection)
{
    public int ConvertDollarPrices(decimal rate) =>
        connection.Execute(
            """
            UPDATE dim_product
            SET unit_price_eur = ROUND(unit_price * CASE currency WHEN 'USD' THEN @rate ELSE 1 END, 2)
            WHERE currency IN ('EUR', 'USD')
            """,
            new { rate });
}
