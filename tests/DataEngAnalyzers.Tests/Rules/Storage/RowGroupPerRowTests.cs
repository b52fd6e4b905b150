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
    public Task Reports_a_row_group_for_each_row(string body) => Reports(Export(body));

    [Theory]
    [InlineData("await ParquetSerializer.SerializeAsync(rows, output, options);")]
    [InlineData("foreach (var chunk in rows.Chunk(100_000)) await ParquetSerializer.SerializeAsync(chunk, output, options);")]
    [InlineData("foreach (var group in rows.GroupBy(row => row.Product)) await ParquetSerializer.SerializeAsync(group, output, options);")]
    [InlineData("await ParquetSerializer.SerializeAsync(new[] { new Sale() }, output, options);")]
    public Task Stays_quiet_when_a_row_group_holds_many_rows(string body) => StaysQuiet(Export(body));
}
