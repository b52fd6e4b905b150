using Dapper;
using Microsoft.Data.Sqlite;

namespace RetailWarehouse.Flawed.Cost;

/// <summary>Puts the exchange rate of the day beside the value of each product in stock.</summary>
internal sealed class StockRates(SqliteConnection warehouse, Uri rates)
{
    public async Task FillAsync()
    {
        foreach (var stock in warehouse.Query<Stock>("SELECT product_id, value FROM stock_value"))
        {
            using var http = new HttpClient();
            var rate = await http.GetStringAsync(rates);
            warehouse.Execute("INSERT INTO stock_rate (product_id, value, rate) VALUES (@ProductId, @Value, @rate) ON CONFLICT (product_id) DO UPDATE SET value = excluded.value, rate = excluded.rate", new { stock.ProductId, stock.Value, rate });
        }
    }

    private sealed record Stock(string ProductId, decimal Value);
}
