using Dapper;
using Microsoft.Azure.Cosmos;
using Microsoft.Data.Sqlite;

namespace RetailWarehouse.Flawed.Cost;

/// <summary>Writes to the catalog how long a product has been in stock.</summary>
internal sealed class StockAges(SqliteConnection warehouse, Container catalog)
{
    public async Task PublishAsync()
    {
        foreach (var age in warehouse.Query<Age>("SELECT product_id, days FROM stock_age"))
        {
            using var found = catalog.GetItemQueryIterator<Age>(new QueryDefinition("SELECT * FROM c WHERE c.id = @id").WithParameter("@id", age.ProductId));
            var known = await found.ReadNextAsync();
            await catalog.UpsertItemAsync(new { id = age.ProductId, age.Days, isNew = known.Count == 0 });
        }
    }

    private sealed record Age(string ProductId, int Days);
}
