using System.Globalization;
using Microsoft.Azure.Cosmos;

public static class Load
{
    public static async Task RunAsync(string database, string folder)
    {
        var account = await File.ReadAllTextAsync(Path.Combine(folder, "account.txt"));
        var options = new CosmosClientOptions { ConnectionMode = ConnectionMode.Gateway, LimitToEndpoint = true };
        using var client = new CosmosClient(account, Convert.ToBase64String(new byte[64]), options);
        var container = client.GetContainer("shop", "fact_sales");
        foreach (var sale in SalesFile.Read(folder))
        {
            var id = sale.Id.ToString(CultureInfo.InvariantCulture);
            await container.CreateItemAsync(new { id, product = sale.Product, amount = sale.Amount }, new PartitionKey(id));
        }
    }
}
