using Dapper;
using Microsoft.Data.Sqlite;
using Parquet.Serialization;

namespace RetailWarehouse.Flawed.Export;

/// <summary>Keeps the prices of the day as Parquet.</summary>
internal sealed class PriceArchive(SqliteConnection connection)
{
    public async Task WriteAsync(Stream output)
    {
        foreach (var price in connection.Query<ProductPrice>("SELECT product_id AS ProductId, price AS Price FROM dim_product"))
            await ParquetSerializer.SerializeAsync([price], output);
    }
}

/// <summary>One price.</summary>
internal sealed class ProductPrice
{
    public string ProductId { get; set; } = "";
    public decimal Price { get; set; }
}
