using Dapper;
using Microsoft.Data.Sqlite;

namespace RetailWarehouse.Flawed.Maintenance;

/// <summary>Keeps the price list in one currency.</summary>
internal sealed class PriceMaintenance(SqliteConnection connection)
{
    public int ConvertDollarPrices(decimal rate) =>
        connection.Execute(
            "UPDATE dim_product SET unit_price = ROUND(unit_price * @rate, 2), currency = 'EUR'",
            new { rate });
}
