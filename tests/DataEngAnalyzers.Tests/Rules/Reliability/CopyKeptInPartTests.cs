using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Reliability;

public sealed class CopyKeptInPartTests() : RuleTests("DEA1008")
{
    [Fact]
    public Task Reports_a_text_import_that_a_loop_fills() => Reports("""
        using var writer = db.[|BeginTextImport|]("COPY fact_sales (id) FROM STDIN");
        foreach (var sale in sales)
            writer.WriteLine(sale.Id);
        """);

    [Fact]
    public Task Reports_an_async_import_in_a_using_statement() => Reports("""
        const string table = "fact_sales";
        await using (var writer = await db.[|BeginTextImportAsync|]($"COPY {table} (id) FROM STDIN", ct))
        {
            foreach (var sale in sales)
                await writer.WriteLineAsync(sale.Product);
        }
        """);

    [Fact]
    public Task Reports_a_raw_copy_that_a_loop_fills() => Reports("""
        using var stream = db.[|BeginRawBinaryCopy|]("COPY fact_sales (id) FROM STDIN (FORMAT BINARY)");
        foreach (var sale in sales)
            stream.Write(BitConverter.GetBytes(sale.Id));
        """);

    [Theory]
    [InlineData("using var transaction = db.BeginTransaction(); using (var writer = db.BeginTextImport(\"COPY fact_sales (id) FROM STDIN\")) { foreach (var sale in sales) writer.WriteLine(sale.Id); } transaction.Commit();")]
    [InlineData("using var scope = new System.Transactions.TransactionScope(); using var writer = db.BeginTextImport(\"COPY fact_sales (id) FROM STDIN\"); foreach (var sale in sales) writer.WriteLine(sale.Id);")]
    [InlineData("using var writer = db.BeginTextImport(\"COPY stg_sales (id) FROM STDIN\"); foreach (var sale in sales) writer.WriteLine(sale.Id);")]
    [InlineData("using var writer = db.BeginTextImport(\"COPY fact_sales (id) FROM STDIN\"); writer.Write(File.ReadAllText(\"sales.tsv\"));")]
    [InlineData("using var writer = db.BeginBinaryImport(\"COPY fact_sales (id) FROM STDIN (FORMAT BINARY)\"); foreach (var sale in sales) writer.WriteRow(sale.Id); writer.Complete();")]
    [InlineData("using var reader = db.BeginTextExport(\"COPY fact_sales (id) TO STDOUT\"); while (reader.ReadLine() is { } line) log(line);")]
    public Task Stays_quiet_when_a_failure_leaves_nothing(string body) => StaysQuiet(body);

    [Fact]
    public Task Stays_quiet_when_an_error_cancels_the_copy() => StaysQuiet("""
        var writer = db.BeginTextImport("COPY fact_sales (id) FROM STDIN");
        try
        {
            foreach (var sale in sales)
                writer.WriteLine(sale.Id);
            writer.Dispose();
        }
        catch
        {
            ((NpgsqlCopyTextWriter)writer).Cancel();
            throw;
        }
        """);

    [Fact]
    public Task Stays_quiet_when_the_caller_holds_the_transaction() => StaysQuiet("""
        namespace Shop;

        public sealed class SaleLoader(NpgsqlConnection db)
        {
            public void Load(IReadOnlyList<Sale> sales, NpgsqlTransaction transaction)
            {
                using var writer = db.BeginTextImport("COPY fact_sales (id) FROM STDIN");
                foreach (var sale in sales)
                    writer.WriteLine(sale.Id);
            }
        }
        """);

    [Fact]
    public Task Fixes_a_declaration_by_closing_the_stream_before_the_commit() => Fixes(
        """
        namespace Shop;

        public sealed class SaleLoader(NpgsqlConnection db)
        {
            public async Task LoadAsync(IReadOnlyList<Sale> sales, CancellationToken ct)
            {
                await using var writer = await db.[|BeginTextImportAsync|]("COPY fact_sales (id) FROM STDIN", ct);
                foreach (var sale in sales)
                    writer.WriteLine(sale.Id); // one a sale
            }
        }
        """,
        """
        namespace Shop;

        public sealed class SaleLoader(NpgsqlConnection db)
        {
            public async Task LoadAsync(IReadOnlyList<Sale> sales, CancellationToken ct)
            {
                await using var transaction = await db.BeginTransactionAsync(ct);
                await using (var writer = await db.BeginTextImportAsync("COPY fact_sales (id) FROM STDIN", ct))
                {
                    foreach (var sale in sales)
                        writer.WriteLine(sale.Id); // one a sale
                }

                await transaction.CommitAsync(ct);
            }
        }
        """);

    [Fact]
    public Task Fixes_a_using_statement() => Fixes(
        """
        // the day's sales
        using (var writer = db.[|BeginTextImport|]("COPY fact_sales (id) FROM STDIN"))
        {
            foreach (var sale in sales)
                writer.WriteLine(sale.Id);
        }
        """,
        """
        // the day's sales
        await using var transaction = await db.BeginTransactionAsync(ct);
        using (var writer = db.BeginTextImport("COPY fact_sales (id) FROM STDIN"))
        {
            foreach (var sale in sales)
                writer.WriteLine(sale.Id);
        }
        await transaction.CommitAsync(ct);
        """);
}
