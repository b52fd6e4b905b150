using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Reliability;

public sealed class RowErrorSwallowedTests() : RuleTests("DEA1017")
{
    private static string InLoop(string handler) => $$"""
        foreach (var sale in csv.GetRecords<Sale>())
        {
            try
            {
                db.Execute("INSERT INTO fact_sales (id) VALUES (@Id) ON CONFLICT DO NOTHING", sale);
            }
            {{handler}}
        }
        """;

    [Fact]
    public Task Reports_a_row_that_is_only_logged() => Reports(InLoop("[|catch|] (Exception error) { Console.WriteLine(error.Message); }"));

    [Fact]
    public Task Reports_an_empty_handler_and_one_that_continues() => Reports("""
        foreach (var sale in csv.GetRecords<Sale>())
        {
            try { db.Execute("INSERT INTO fact_sales (id) VALUES (@Id) ON CONFLICT DO NOTHING", sale); }
            [|catch|] { }
            try { db.Execute("INSERT INTO dim_sale (id) VALUES (@Id) ON CONFLICT DO NOTHING", sale); }
            [|catch|] (NpgsqlException) { continue; }
        }
        """);

    [Fact]
    public Task Reports_a_line_that_cannot_be_parsed() => Reports("""
        var amounts = new List<decimal>();
        foreach (var line in File.ReadLines("sales.csv"))
        {
            try { amounts.Add(decimal.Parse(line)); }
            [|catch|] (FormatException) { }
        }
        """);

    [Fact]
    public Task Reports_a_handler_in_the_method_the_loop_calls() => Reports("""
        namespace Shop;

        public sealed class SalesLoader(NpgsqlConnection db, CsvReader csv)
        {
            public void Load()
            {
                foreach (var sale in csv.GetRecords<Sale>())
                    Insert(sale);
            }

            private void Insert(Sale sale)
            {
                try
                {
                    db.Execute("INSERT INTO fact_sales (id) VALUES (@Id) ON CONFLICT DO NOTHING", sale);
                }
                [|catch|] (Exception error)
                {
                    System.Diagnostics.Trace.TraceError(error.Message);
                }
            }
        }
        """);

    [Fact]
    public Task Reports_a_bulk_load_whose_failure_is_only_printed() => Reports("""
        using var reader = db.ExecuteReader("SELECT id, amount FROM sales");
        using var bulk = new SqlBulkCopy(sqlServer) { DestinationTableName = "fact_sales" };
        try { bulk.WriteToServer(reader); }
        [|catch|] (Exception error) { Console.WriteLine(error); }
        """);

    [Theory]
    [InlineData("catch (Exception error) { Console.WriteLine(error); throw; }")]
    [InlineData("catch (Exception error) { throw new InvalidOperationException(sale.Product, error); }")]
    [InlineData("catch (Exception error) { db.Execute(\"INSERT INTO rejected_sales (id, reason) VALUES (@Id, @reason)\", new { sale.Id, reason = error.Message }); }")]
    [InlineData("catch (Exception) { break; }")]
    [InlineData("catch (PostgresException error) when (error.SqlState == \"23505\") { }")]
    [InlineData("catch (PostgresException error) { if (error.SqlState != \"23505\") Console.WriteLine(error); }")]
    [InlineData("catch (OperationCanceledException) { }")]
    public Task Stays_quiet_when_the_error_is_handled(string handler) => StaysQuiet(InLoop(handler));

    [Fact]
    public Task Stays_quiet_when_rejected_rows_are_collected_or_counted() => StaysQuiet("""
        var rejected = new List<Sale>();
        var failed = 0;
        foreach (var sale in csv.GetRecords<Sale>())
        {
            try { db.Execute("INSERT INTO fact_sales (id) VALUES (@Id) ON CONFLICT DO NOTHING", sale); }
            catch (Exception) { rejected.Add(sale); }
            try { db.Execute("INSERT INTO dim_sale (id) VALUES (@Id) ON CONFLICT DO NOTHING", sale); }
            catch (Exception) { failed++; }
        }

        if (failed + rejected.Count > 10)
            throw new InvalidDataException();
        """);

    private static string Relay(string handlers, string after) => $$"""
        using Confluent.Kafka;

        namespace Shop;

        public sealed class Notices(IProducer<string, string> producer)
        {
            public async Task SendAsync(Sale sale, CancellationToken ct)
            {
                try
                {
                    await producer.ProduceAsync("notices", new Message<string, string> { Key = sale.Id.ToString(CultureInfo.InvariantCulture) }, ct);
                }
                {{handlers}}
            }
        }

        public sealed class Relay(ShopContext context, Notices notices) : Microsoft.Extensions.Hosting.BackgroundService
        {
            protected override async Task ExecuteAsync(CancellationToken ct)
            {
                while (!ct.IsCancellationRequested)
                {
                    var pending = await context.Sales.Where(sale => sale.Amount > 0).OrderBy(sale => sale.Id).ToListAsync(ct);
                    foreach (var sale in pending)
                    {
                        await notices.SendAsync(sale, ct);
                        {{after}}
                    }

                    await Task.Delay(1000, ct);
                }
            }
        }
        """;

    [Theory]
    [InlineData("sale.Amount = 0; await context.SaveChangesAsync(ct);")]
    [InlineData("context.Sales.Remove(sale); await context.SaveChangesAsync(ct);")]
    [InlineData("await context.Sales.Where(sent => sent.Id == sale.Id).ExecuteDeleteAsync(ct);")]
    public Task Reports_both_handlers_of_a_polling_service_that_ticks_the_row_off(string after) => Reports(Relay(
        """
        [|catch|] (ProduceException<string, string> error) { Console.WriteLine(error.Message); }
        [|catch|] (Exception error) { Console.WriteLine(error.Message); }
        """,
        after));

    [Theory]
    [InlineData("catch (Exception error) { Console.WriteLine(error.Message); }", "")]
    [InlineData("catch (Exception error) { Console.WriteLine(error.Message); }", "await context.Sales.CountAsync(ct);")]
    [InlineData("catch (Exception error) { Console.WriteLine(error.Message); throw; }", "sale.Amount = 0; await context.SaveChangesAsync(ct);")]
    public Task Stays_quiet_when_a_polling_service_finds_the_row_again(string handlers, string after) => StaysQuiet(Relay(handlers, after));

    [Fact]
    public Task Reports_a_message_that_is_acknowledged_although_it_failed() => Reports("""
        using var consumer = new Confluent.Kafka.ConsumerBuilder<string, string>(new Confluent.Kafka.ConsumerConfig { EnableAutoCommit = false }).Build();
        consumer.Subscribe("sales");
        while (true)
        {
            var message = consumer.Consume(ct);
            try
            {
                db.Execute("INSERT INTO fact_sales (id) VALUES (@Key) ON CONFLICT DO NOTHING", new { message.Message.Key });
            }
            [|catch|] (Exception error) { Console.WriteLine(error.Message); }

            consumer.Commit(message);
        }
        """);

    [Fact]
    public Task Stays_quiet_in_a_loop_that_polls() => StaysQuiet("""
        while (!ct.IsCancellationRequested)
        {
            try
            {
                foreach (var sale in db.Query<Sale>("SELECT id FROM sales"))
                    db.Execute("INSERT INTO fact_sales (id) VALUES (@Id) ON CONFLICT DO NOTHING", sale);
            }
            catch (Exception error) { Console.WriteLine(error); }
            await Task.Delay(1000, ct);
        }
        """);

    [Fact]
    public Task Stays_quiet_when_a_cleanup_fails() => StaysQuiet("""
        foreach (var sale in csv.GetRecords<Sale>())
        {
            db.Execute("INSERT INTO fact_sales (id) VALUES (@Id) ON CONFLICT DO NOTHING", sale);
            try { db.Execute("DROP TABLE IF EXISTS scratch"); }
            catch (Exception error) { Console.WriteLine(error); }
        }
        """);

    [Fact]
    public Task Stays_quiet_when_a_file_is_put_away_as_a_whole() => StaysQuiet("""
        namespace Shop;

        public sealed class ImportJob(Azure.Storage.Blobs.BlobContainerClient inbox, Azure.Storage.Blobs.BlobContainerClient archive) : Quartz.IJob
        {
            public async ValueTask Execute(Quartz.IJobExecutionContext context, CancellationToken ct)
            {
                await foreach (var blob in inbox.GetBlobsAsync())
                {
                    try
                    {
                        var file = await inbox.GetBlobClient(blob.Name).DownloadContentAsync(ct);
                        await archive.UploadBlobAsync(blob.Name, file.Value.Content, ct);
                        await inbox.DeleteBlobAsync(blob.Name, cancellationToken: ct);
                    }
                    catch (Exception e)
                    {
                        Console.WriteLine(e.Message);
                    }
                }
            }
        }
        """);
}
