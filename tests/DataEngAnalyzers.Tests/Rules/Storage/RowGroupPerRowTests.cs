using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Storage;

public sealed class RowGroupPerRowTests() : RuleTests("DEA7001")
{
    private static string Export(string body) => $$"""
        using Parquet;
        using Parquet.Serialization;

        namespace Shop;
        public sealed class Export(NpgsqlConnection db)
        {
            public async Task WriteAsync(Stream output, ParquetOptions options)
            {
                var rows = db.Query<Sale>("SELECT id FROM sales");
                {{body}}
            }
        }
        """;

    [Theory]
    [InlineData("foreach (var row in rows) await ParquetSerializer.[|SerializeAsync|](new[] { row }, output, options);")]
    [InlineData("foreach (var row in rows) { var one = new List<Sale> { row }; await ParquetSerializer.[|SerializeAsync|](one, output); }")]
    [InlineData("foreach (var chunk in rows.Chunk(100_000)) await ParquetSerializer.SerializeAsync(chunk, output, new ParquetOptions { [|RowGroupSize|] = 100 });")]
    [InlineData("var small = new ParquetOptions(); small.[|RowGroupSize|] = 1; await ParquetSerializer.SerializeAsync(rows, output, small);")]
    public Task Reports_a_row_group_for_each_row_or_for_few(string body) => Reports(Export(body));

    [Theory]
    [InlineData("await ParquetSerializer.SerializeAsync(rows, output, options);")]
    [InlineData("foreach (var chunk in rows.Chunk(100_000)) await ParquetSerializer.SerializeAsync(chunk, output, options);")]
    [InlineData("foreach (var group in rows.GroupBy(row => row.Product)) await ParquetSerializer.SerializeAsync(group, output, options);")]
    [InlineData("await ParquetSerializer.SerializeAsync(new[] { new Sale() }, output, options);")]
    [InlineData("await ParquetSerializer.SerializeAsync(rows, output, new ParquetOptions { RowGroupSize = 100_000 });")]
    [InlineData("await ParquetSerializer.SerializeAsync(rows, output, new ParquetOptions { RowGroupSize = 1_000 });")]
    [InlineData("await ParquetSerializer.SerializeAsync(rows, output, new ParquetOptions { RowGroupSize = rows.Count() });")]
    [InlineData("var unused = new ParquetOptions { RowGroupSize = 100 };")]
    public Task Stays_quiet_when_a_row_group_holds_many_rows(string body) => StaysQuiet(Export(body));
}
