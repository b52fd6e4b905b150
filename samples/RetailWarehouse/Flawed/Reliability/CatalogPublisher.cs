using Dapper;
using Microsoft.Azure.Cosmos;
using Microsoft.Data.Sqlite;

namespace RetailWarehouse.Flawed.Reliability;

/// <summary>Publishes the catalog for the web shop.</summary>
internal sealed class CatalogPublisher(SqliteConnection warehouse, Container catalog)
{
    public async Task PublishAsync()
    {
        foreach (var product in warehouse.Query<Product>("SELECT product_id, name FROM dim_product"))
            await catalog.CreateItemAsync(new { id = product.ProductId, product.Name });
    }

    private sealed record Product(string ProductId, string Name);
}
