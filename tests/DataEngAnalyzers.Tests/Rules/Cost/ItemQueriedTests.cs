using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Cost;

public sealed class ItemQueriedTests() : RuleTests("DEA8003")
{
    private static string Importer(string query, string type = "public sealed class SaleImporter", string parent = "") => $$"""
        using Microsoft.Azure.Cosmos;

        namespace Shop;

        {{type}}(Container container, CsvReader csv, QueryRequestOptions given){{parent}}
        {
            public async Task ImportAsync()
            {
                foreach (var sale in csv.GetRecords<Sale>())
                {
                    {{query}}
                    await container.UpsertItemAsync(sale);
                }
                _ = given;
            }
        }
        """;

    [Theory]
    [InlineData("using var found = container.[|GetItemQueryIterator|]<Sale>(\"SELECT * FROM c WHERE c.id = '7'\");")]
    [InlineData("using var found = container.[|GetItemQueryIterator|]<Sale>($\"SELECT * FROM c WHERE c.id = '{sale.Product}'\");")]
    [InlineData("using var found = container.[|GetItemQueryIterator|]<Sale>(new QueryDefinition(\"SELECT * FROM c WHERE c.id = @id\").WithParameter(\"@id\", sale.Product));")]
    [InlineData("var query = new QueryDefinition(\"SELECT VALUE COUNT(1) FROM c WHERE c.id = @id\"); using var found = container.[|GetItemQueryIterator|]<int>(query, null, new QueryRequestOptions { MaxItemCount = 1 });")]
    public Task Reports_a_query_for_one_item(string query) => Reports(Importer(query));

    [Theory]
    [InlineData("using var found = container.GetItemQueryIterator<Sale>(\"SELECT * FROM c WHERE c.id = '7'\", null, new QueryRequestOptions { PartitionKey = new PartitionKey(sale.Product) });")]
    [InlineData("using var found = container.GetItemQueryIterator<Sale>(\"SELECT * FROM c WHERE c.id = '7'\", null, given);")]
    [InlineData("var options = new QueryRequestOptions(); options.PartitionKey = new PartitionKey(sale.Product); using var found = container.GetItemQueryIterator<Sale>(\"SELECT * FROM c WHERE c.id = '7'\", null, options);")]
    [InlineData("using var found = container.GetItemQueryIterator<Sale>(\"SELECT * FROM c WHERE c.id = '7' AND c.shop = '1'\");")]
    [InlineData("using var found = container.GetItemQueryIterator<Sale>(\"SELECT * FROM c WHERE c.product = 'x'\");")]
    [InlineData("using var found = container.GetItemQueryIterator<Sale>(sale.Product);")]
    [InlineData("using var found = await container.ReadItemStreamAsync(sale.Product, new PartitionKey(sale.Product));")]
    public Task Quiet_when_the_partition_is_named_or_the_query_asks_for_more(string query) => StaysQuiet(Importer(query));

    [Fact]
    public Task Quiet_in_a_web_controller() => StaysQuiet("""
        using Microsoft.Azure.Cosmos;
        namespace Shop;
        public sealed class SalesController(Container container) : Microsoft.AspNetCore.Mvc.ControllerBase
        {
            public FeedIterator<Sale> Get() => container.GetItemQueryIterator<Sale>("SELECT * FROM c WHERE c.id = '7'");
        }
        """);
}
