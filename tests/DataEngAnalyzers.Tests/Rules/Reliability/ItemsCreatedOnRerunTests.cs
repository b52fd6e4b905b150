using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Reliability;

public sealed class ItemsCreatedOnRerunTests() : RuleTests("DEA1025")
{
    private static string Importer(string body, string type = "public sealed class SaleImporter", string parent = "") => $$"""
        using System.Net;
        using Microsoft.Azure.Cosmos;

        namespace Shop;

        {{type}}(Container container, CsvReader csv, Stream payload){{parent}}
        {
            public async Task<int> ImportAsync()
            {
                {{body}}
                await Task.CompletedTask;
                _ = payload;
                return 0;
            }
        }
        """;

    [Theory]
    [InlineData("foreach (var sale in csv.GetRecords<Sale>()) await container.[|CreateItemAsync|](new { id = sale.Product });")]
    [InlineData("foreach (var sale in csv.GetRecords<Sale>()) await container.[|CreateItemAsync|](sale, new PartitionKey(sale.Product));")]
    [InlineData("var tasks = new List<Task>(); foreach (var sale in csv.GetRecords<Sale>()) tasks.Add(container.[|CreateItemAsync|](sale)); await Task.WhenAll(tasks);")]
    [InlineData("foreach (var sale in csv.GetRecords<Sale>()) { try { await container.[|CreateItemAsync|](sale); } catch (Exception error) { throw new InvalidOperationException(sale.Product, error); } }")]
    public Task Reports_items_that_can_only_be_created_once(string body) => Reports(Importer(body));

    [Theory]
    [InlineData("foreach (var sale in csv.GetRecords<Sale>()) await container.[|UpsertItemStreamAsync|](payload, new PartitionKey(sale.Product));")]
    [InlineData("foreach (var sale in csv.GetRecords<Sale>()) _ = await container.[|UpsertItemStreamAsync|](payload, new PartitionKey(sale.Product)).ConfigureAwait(false);")]
    [InlineData("var tasks = new List<Task>(); foreach (var sale in csv.GetRecords<Sale>()) tasks.Add(container.[|UpsertItemStreamAsync|](payload, new PartitionKey(sale.Product))); await Task.WhenAll(tasks);")]
    [InlineData("foreach (var sale in csv.GetRecords<Sale>()) await container.CreateTransactionalBatch(new PartitionKey(sale.Product)).UpsertItem(sale).[|ExecuteAsync|]();")]
    public Task Reports_answers_that_nobody_reads(string body) => Reports(Importer(body));

    [Theory]
    [InlineData("foreach (var sale in csv.GetRecords<Sale>()) await container.UpsertItemAsync(sale);")]
    [InlineData("foreach (var sale in csv.GetRecords<Sale>()) { try { await container.CreateItemAsync(sale); } catch (CosmosException error) when (error.StatusCode == HttpStatusCode.Conflict) { } }")]
    [InlineData("await container.CreateItemAsync(new { id = \"run\" });")]
    [InlineData("foreach (var sale in csv.GetRecords<Sale>()) { using var answer = await container.UpsertItemStreamAsync(payload, new PartitionKey(sale.Product)); answer.EnsureSuccessStatusCode(); }")]
    [InlineData("foreach (var sale in csv.GetRecords<Sale>()) (await container.UpsertItemStreamAsync(payload, new PartitionKey(sale.Product))).EnsureSuccessStatusCode();")]
    [InlineData("var tasks = new List<Task<ResponseMessage>>(); foreach (var sale in csv.GetRecords<Sale>()) tasks.Add(container.UpsertItemStreamAsync(payload, new PartitionKey(sale.Product))); foreach (var answer in await Task.WhenAll(tasks)) answer.EnsureSuccessStatusCode();")]
    [InlineData("var answer = await container.CreateTransactionalBatch(new PartitionKey(\"x\")).UpsertItem(csv.GetRecord<Sale>()).ExecuteAsync(); if (!answer.IsSuccessStatusCode) return 1;")]
    public Task Quiet_when_the_load_can_be_repeated_and_its_answers_are_read(string body) => StaysQuiet(Importer(body));

    [Fact]
    public Task Quiet_when_each_item_is_looked_up() => StaysQuiet(Importer("""
        foreach (var sale in csv.GetRecords<Sale>())
        {
            using var found = await container.ReadItemStreamAsync(sale.Product, new PartitionKey(sale.Product));
            var known = await container.ReadManyItemsAsync<Sale>([(sale.Product, new PartitionKey(sale.Product))]);
            if (known.Count == 0)
                await container.CreateItemAsync(sale);
        }
        """));

    [Fact]
    public Task Quiet_in_a_web_controller() => StaysQuiet(Importer(
        "foreach (var sale in new List<Sale> { new() }) await container.CreateItemAsync(sale);", "public sealed class SalesController", " : Microsoft.AspNetCore.Mvc.ControllerBase"));

    [Theory]
    [InlineData("foreach (var sale in csv.GetRecords<Sale>()) await container.[|CreateItemAsync|](sale /* whole */);", "foreach (var sale in csv.GetRecords<Sale>()) await container.UpsertItemAsync(sale /* whole */);")]
    [InlineData("foreach (var sale in csv.GetRecords<Sale>()) await container.[|UpsertItemStreamAsync|](payload, new PartitionKey(sale.Product)); // row", "foreach (var sale in csv.GetRecords<Sale>()) (await container.UpsertItemStreamAsync(payload, new PartitionKey(sale.Product))).EnsureSuccessStatusCode(); // row")]
    public Task Fixes_by_upserting_and_by_throwing(string before, string after) => Fixes(Importer(before), Importer(after));

    [Theory]
    [InlineData("foreach (var sale in csv.GetRecords<Sale>()) await container.[|CreateItemAsync|](new { id = Guid.NewGuid().ToString(), sale.Product });")]
    [InlineData("foreach (var sale in csv.GetRecords<Sale>()) await container.CreateTransactionalBatch(new PartitionKey(sale.Product)).UpsertItem(sale).[|ExecuteAsync|]();")]
    public Task Offers_no_fix_where_it_would_not_help(string body) => OffersNoFix(Importer(body));
}
