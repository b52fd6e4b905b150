using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Backfill;

/// <summary>Blobs of all slices that are deleted before one slice comes back.</summary>
public sealed class BlobsWipedTests() : RuleTests("DEA5012")
{
    private static string Export(string clear, string write, string type = "public sealed class SalesExport(NpgsqlConnection db, BlobContainerClient lake, BlobContainerClient other)") => $$"""
        using Azure.Storage.Blobs;
        using Azure.Storage.Blobs.Models;

        namespace Shop;

        {{type}}
        {
            public async Task RunAsync(DateOnly day, string region)
            {
                var rows = await db.QueryAsync<Sale>("SELECT id FROM sales WHERE sold_on = @day", new { day });
                {{clear}}
                {{write}}
                _ = (lake, other, region);
            }

            private static BinaryData Csv(IEnumerable<Sale> rows) => BinaryData.FromString(string.Join("\n", rows.Select(row => row.Id)));
        }
        """;

    private const string Slice = "await lake.GetBlobClient($\"sales/{day:yyyy-MM-dd}.csv\").UploadAsync(Csv(rows), overwrite: true);";

    [Theory]
    [InlineData("foreach (var blob in lake.GetBlobs(BlobTraits.None, BlobStates.None, \"sales/\", default)) lake.[|DeleteBlob|](blob.Name);")]
    [InlineData("await foreach (var blob in lake.GetBlobsAsync(BlobTraits.None, BlobStates.None, prefix: \"sales\", default)) await lake.[|DeleteBlobIfExistsAsync|](blob.Name);")]
    [InlineData("await foreach (var blob in lake.GetBlobsAsync()) await lake.[|DeleteBlobAsync|](blob.Name);")]
    [InlineData("foreach (var blob in lake.GetBlobs(BlobTraits.None, BlobStates.None, \"\", default)) lake.[|DeleteBlob|](blob.Name);")]
    [InlineData("foreach (var blob in lake.GetBlobs(new GetBlobsOptions { Prefix = \"sales/\" })) lake.GetBlobClient(blob.Name).[|Delete|]();")]
    public Task Reports_blobs_of_all_days_that_go_before_one_day_comes_back(string clear) => Reports(Export(clear, Slice));

    [Theory]
    [InlineData("foreach (var blob in lake.GetBlobs(BlobTraits.None, BlobStates.None, $\"sales/{day:yyyy-MM-dd}\", default)) lake.DeleteBlob(blob.Name);")]
    [InlineData("foreach (var blob in lake.GetBlobs(BlobTraits.None, BlobStates.None, \"returns/\", default)) lake.DeleteBlob(blob.Name);")]
    [InlineData("foreach (var blob in other.GetBlobs(BlobTraits.None, BlobStates.None, \"sales/\", default)) other.DeleteBlob(blob.Name);")]
    [InlineData("foreach (var blob in lake.GetBlobs(BlobTraits.None, BlobStates.None, \"sales/\", default)) { if (blob.Name.Contains(\"old\")) lake.DeleteBlob(blob.Name); }")]
    [InlineData("foreach (var blob in lake.GetBlobs(Chosen())) lake.DeleteBlob(blob.Name); static GetBlobsOptions Chosen() => throw new NotSupportedException();")]
    [InlineData("foreach (var name in new[] { \"sales/a.csv\" }) lake.DeleteBlob(name);")]
    public Task Stays_quiet_when_only_some_blobs_go(string clear) => StaysQuiet(Export(clear, Slice));

    [Theory]
    [InlineData("await lake.GetBlobClient(\"sales/all.csv\").UploadAsync(Csv(rows), overwrite: true);")]
    [InlineData("await lake.GetBlobClient($\"sales/{region}.csv\").UploadAsync(Csv(rows), overwrite: true);")]
    public Task Stays_quiet_when_everything_comes_back(string write) =>
        StaysQuiet(Export("foreach (var blob in lake.GetBlobs(BlobTraits.None, BlobStates.None, \"sales/\", default)) lake.DeleteBlob(blob.Name);", write));

    [Fact]
    public Task Stays_quiet_in_a_web_controller() => StaysQuiet(Export(
        "foreach (var blob in lake.GetBlobs(BlobTraits.None, BlobStates.None, \"sales/\", default)) lake.DeleteBlob(blob.Name);",
        Slice,
        "public sealed class ExportController(NpgsqlConnection db, BlobContainerClient lake, BlobContainerClient other) : Microsoft.AspNetCore.Mvc.ControllerBase"));
}
