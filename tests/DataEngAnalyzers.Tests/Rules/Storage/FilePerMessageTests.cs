using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Storage;

public sealed class FilePerMessageTests() : RuleTests("DEA7010")
{
    private static string Export(string body) => $$"""
        using System.Text.Json;
        using Azure.Storage.Blobs;
        using Confluent.Kafka;

        namespace Shop;
        public sealed class Export(NpgsqlConnection db, BlobContainerClient lake, IConsumer<string, string> consumer) : Microsoft.Extensions.Hosting.BackgroundService
        {
            protected override async Task ExecuteAsync(CancellationToken ct)
            {
                {{body}}
                await Task.CompletedTask;
            }
        }
        """;

    [Theory]
    [InlineData("""foreach (var sale in db.Query<Sale>("SELECT id FROM sales")) File.[|WriteAllText|]($"lake/{sale.Id}.csv", sale.Product);""")]
    [InlineData("""foreach (var sale in db.Query<Sale>("SELECT id FROM sales")) await lake.GetBlobClient($"sales/{sale.Id}.parquet").[|UploadAsync|](BinaryData.FromObjectAsJson(sale), overwrite: true, ct);""")]
    [InlineData("""while (true) { var message = consumer.Consume(ct); await lake.GetBlobClient($"sales/{message.Message.Key}.avro").[|UploadAsync|](BinaryData.FromString(message.Message.Value), overwrite: true, ct); }""")]
    public Task Reports_a_file_for_each_row_or_message(string body) => Reports(Export(body));

    [Theory]
    [InlineData("""foreach (var batch in db.Query<Sale>("SELECT id FROM sales").Chunk(1000)) File.WriteAllText($"lake/{batch[0].Id}.json", JsonSerializer.Serialize(batch));""")]
    [InlineData("""foreach (var region in new[] { "eu", "us" }) File.WriteAllLines($"lake/{region}.csv", db.Query<string>("SELECT line FROM sales WHERE region = @region", new { region }));""")]
    [InlineData("""foreach (var sale in db.Query<Sale>("SELECT id FROM sales")) File.WriteAllText("lake/last.json", JsonSerializer.Serialize(sale));""")]
    [InlineData("""while (true) { var message = consumer.Consume(ct); await lake.GetBlobClient($"state/{message.Message.Key}.json").UploadAsync(BinaryData.FromString(message.Message.Value), overwrite: true, ct); }""")]
    [InlineData("""foreach (var sale in db.Query<Sale>("SELECT id FROM sales")) File.WriteAllText($"pages/{sale.Id}.html", sale.Product);""")]
    public Task Stays_quiet_on_batches_constants_and_documents(string body) => StaysQuiet(Export(body));
}
