using System.Data;
using Dapper;

namespace RetailWarehouse.Flawed.Quality;

/// <summary>Takes over what the shops have counted.</summary>
internal sealed class StockCount(IDbConnection warehouse)
{
    public void Load(string folder)
    {
        foreach (var line in File.ReadLines(Path.Combine(folder, "stock.csv")))
        {
            var fields = line.Split(',');
            int.TryParse(fields[1], out var quantity); // "n/a" becomes an empty shelf
            warehouse.Execute("INSERT INTO stock (product_id, quantity) VALUES (@Product, @Quantity) ON CONFLICT (product_id) DO UPDATE SET quantity = excluded.quantity", new { Product = fields[0], Quantity = quantity });
        }
    }
}
