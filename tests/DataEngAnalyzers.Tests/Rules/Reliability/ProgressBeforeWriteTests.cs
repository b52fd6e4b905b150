using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using DataEngAnalyzers.Tests.Knowledge;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Reliability;

public sealed class ProgressBeforeWriteTests : RuleTests
{
    private const string Load = """await db.ExecuteAsync("INSERT INTO fact_sales (id) VALUES (@Id) ON CONFLICT DO NOTHING", rows);""";
    private const string Read = """var rows = (await sqlServer.QueryAsync<Sale>("SELECT id FROM sales WHERE id > @last", new { last })).ToList();""";

    public ProgressBeforeWriteTests()
        : base("DEA1003") => Libraries["Azure.Messaging.EventHubs"] = MessagingStubs.EventHubs;

    [Theory]
    [InlineData("consumer.[|Commit|](result);")]
    [InlineData("consumer.[|Commit|]();")]
    [InlineData("consumer.[|StoreOffset|](result);")]
    public Task Reports_an_offset_that_moves_before_the_row_is_stored(string advance) => Reports($$"""
        using Confluent.Kafka;

        namespace Shop;

        public sealed class SaleConsumer(IConsumer<string, string> consumer, NpgsqlConnection db)
        {
            public async Task RunAsync(CancellationToken ct)
            {
                while (!ct.IsCancellationRequested)
                {
                    var result = consumer.Consume(ct);
                    {{advance}}
                    await db.ExecuteAsync("INSERT INTO fact_sales (body) VALUES (@Value)", result.Message);
                }
            }
        }
        """);

    [Fact]
    public Task Reports_a_checkpoint_before_the_context_saves() => Reports("""
        using Azure.Messaging.EventHubs.Processor;

        namespace Shop;

        public sealed class SaleHandler(ShopContext context)
        {
            public async Task HandleAsync(ProcessEventArgs args)
            {
                context.Sales.Add(new Sale { Product = args.Data.EventBody });
                await args.[|UpdateCheckpointAsync|]();
                await context.SaveChangesAsync();
            }
        }
        """);

    [Theory]
    [InlineData("\"UPDATE etl_watermark SET loaded_until = @until\"")]
    [InlineData("$\"UPDATE etl_watermark SET loaded_until = @until WHERE source = '{source}'\"")]
    [InlineData("\"UPDATE \" + \"etl_watermark SET loaded_until = @until\"")]
    [InlineData("@\"UPDATE etl_watermark SET loaded_until = @until\"")]
    [InlineData("\"\"\"UPDATE etl_watermark SET loaded_until = @until\"\"\"")]
    [InlineData("\"INSERT INTO load_checkpoints (source, id) VALUES ('sales', @until) ON CONFLICT (source) DO UPDATE SET id = excluded.id\"")]
    [InlineData("\"UPDATE sync_state SET last_synced_id = @until WHERE source = 'sales'\"")]
    public Task Reports_a_watermark_that_is_saved_before_the_load(string sql) => Reports($$"""
        const string source = "sales";
        var last = await db.QuerySingleAsync<int>("SELECT max(id) FROM fact_sales");
        {{Read}}
        await db.[|ExecuteAsync|]({{sql}}, new { until = rows.Max(row => row.Id) });
        {{Load}}
        """);

    [Fact]
    public Task Reports_a_watermark_in_a_file_before_a_bulk_load() => Reports("""
        var until = sales.Max(sale => sale.Id);
        File.[|WriteAllText|]("state/watermark.txt", until.ToString(CultureInfo.InvariantCulture));
        using var copy = new SqlBulkCopy(sqlServer) { DestinationTableName = "dbo.fact_sales" };
        copy.WriteToServer(new DataTable());
        """);

    [Fact]
    public Task Reports_a_watermark_on_another_connection_before_the_commit() => Reports($$"""
        var last = 0;
        {{Read}}
        await using var transaction = await db.BeginTransactionAsync(ct);
        await db.ExecuteAsync("INSERT INTO fact_sales (id) VALUES (@Id) ON CONFLICT DO NOTHING", rows, transaction);
        await sqlServer.[|ExecuteAsync|]("UPDATE etl_watermark SET loaded_until = @until", new { until = rows.Max(row => row.Id) });
        await transaction.CommitAsync(ct);
        """);

    [Fact]
    public Task Reports_a_watermark_that_a_private_method_saves() => Reports("""
        namespace Shop;

        public sealed class SaleLoader(SqlConnection source, NpgsqlConnection db)
        {
            public void Load()
            {
                var rows = source.Query<Sale>("SELECT id FROM sales").ToList();
                Remember(rows);
                Store(rows);
            }

            private void Remember(List<Sale> rows) =>
                db.[|Execute|]("UPDATE etl_watermark SET loaded_until = @until", new { until = rows.Max(row => row.Id) });

            private void Store(List<Sale> rows) =>
                db.Execute("INSERT INTO fact_sales (id) VALUES (@Id) ON CONFLICT DO NOTHING", rows);
        }
        """);

    [Theory]
    [InlineData(Load + " await db.ExecuteAsync(\"UPDATE etl_watermark SET loaded_until = now()\");")]
    [InlineData("await sink.StoreAsync(rows); await db.ExecuteAsync(\"UPDATE etl_watermark SET loaded_until = now()\"); await db.ExecuteAsync(\"UPDATE dim_product SET loaded = true\");")]
    [InlineData("if (rows.Count == 0) { await db.ExecuteAsync(\"UPDATE etl_watermark SET loaded_until = now()\"); return; } " + Load)]
    [InlineData("await db.ExecuteAsync(\"UPDATE orders SET last_modified = now()\"); " + Load)]
    [InlineData("await db.ExecuteAsync(\"SELECT loaded_until FROM etl_watermark\"); " + Load)]
    [InlineData(Load + " await db.ExecuteAsync(\"UPDATE etl_watermark SET loaded_until = now()\"); await db.ExecuteAsync(\"INSERT INTO run_log (id) VALUES (1)\");")]
    public Task Stays_quiet_when_the_rows_come_first_or_nothing_is_lost(string body) => StaysQuiet($$"""
        namespace Shop;

        public interface ISaleSink { Task StoreAsync(IEnumerable<Sale> rows); }

        public sealed class SaleLoader(SqlConnection sqlServer, NpgsqlConnection db, ISaleSink sink)
        {
            public async Task LoadAsync(int last)
            {
                {{Read}}
                _ = sink;
                {{body}}
            }
        }
        """);

    [Fact]
    public Task Stays_quiet_when_one_transaction_holds_both() => StaysQuiet($$"""
        var last = 0;
        {{Read}}
        await using var transaction = await db.BeginTransactionAsync(ct);
        await db.ExecuteAsync("UPDATE etl_watermark SET loaded_until = now()", transaction: transaction);
        await db.ExecuteAsync("INSERT INTO fact_sales (id) VALUES (@Id) ON CONFLICT DO NOTHING", rows, transaction);
        await transaction.CommitAsync(ct);
        """);

    [Fact]
    public Task Stays_quiet_when_the_caller_holds_the_transaction() => StaysQuiet("""
        namespace Shop;

        public sealed class SaleLoader(SqlConnection source, NpgsqlConnection db)
        {
            public void Load(NpgsqlTransaction transaction)
            {
                var rows = source.Query<Sale>("SELECT id FROM sales").ToList();
                db.Execute("UPDATE etl_watermark SET loaded_until = now()", transaction: transaction);
                db.Execute("INSERT INTO fact_sales (id) VALUES (@Id) ON CONFLICT DO NOTHING", rows, transaction);
            }
        }
        """);

    [Fact]
    public Task Stays_quiet_when_the_commit_follows_the_batch() => StaysQuiet("""
        using Confluent.Kafka;

        namespace Shop;

        public sealed class SaleConsumer(IConsumer<string, Sale> consumer, NpgsqlConnection db)
        {
            public async Task RunAsync(CancellationToken ct)
            {
                var batch = new List<Sale>();
                while (!ct.IsCancellationRequested)
                {
                    var result = consumer.Consume(ct);
                    if (result.Message is null)
                    {
                        consumer.Commit(result);
                        continue;
                    }

                    batch.Add(result.Message.Value);
                    if (batch.Count < 100)
                        continue;
                    await db.ExecuteAsync("INSERT INTO fact_sales (id) VALUES (@Id) ON CONFLICT DO NOTHING", batch);
                    consumer.Commit(result);
                    batch.Clear();
                }

                await db.ExecuteAsync("INSERT INTO fact_sales (id) VALUES (@Id) ON CONFLICT DO NOTHING", batch);
            }
        }
        """);

    [Fact]
    public Task Stays_quiet_for_a_web_request_that_saves_a_position() => StaysQuiet("""
        public sealed class ReaderController(NpgsqlConnection db) : Microsoft.AspNetCore.Mvc.ControllerBase
        {
            public async Task Save(int position)
            {
                await db.ExecuteAsync("UPDATE bookmark SET position = @position", new { position });
                await db.ExecuteAsync("INSERT INTO visits (position) VALUES (@position)", new { position });
            }
        }
        """);

    [Fact]
    public Task Fixes_by_moving_the_watermark_behind_the_load() => Fixes(
        """
        var rows = (await sqlServer.QueryAsync<Sale>("SELECT id FROM sales")).ToList();
        await db.[|ExecuteAsync|](
            "UPDATE etl_watermark SET loaded_until = @until", // until here
            new { until = rows.Max(row => row.Id) });
        await db.ExecuteAsync("INSERT INTO fact_sales (id) VALUES (@Id) ON CONFLICT DO NOTHING", rows);
        log("done");
        """,
        """
        var rows = (await sqlServer.QueryAsync<Sale>("SELECT id FROM sales")).ToList();
        await db.ExecuteAsync("INSERT INTO fact_sales (id) VALUES (@Id) ON CONFLICT DO NOTHING", rows);
        await db.ExecuteAsync(
            "UPDATE etl_watermark SET loaded_until = @until", // until here
            new { until = rows.Max(row => row.Id) });
        log("done");
        """);

    [Fact]
    public Task Offers_nothing_when_the_command_is_used_again() => OffersNoFix("""
        var rows = (await sqlServer.QueryAsync<Sale>("SELECT id FROM sales")).ToList();
        using var command = db.CreateCommand();
        command.CommandText = "UPDATE etl_watermark SET loaded_until = now()";
        command.[|ExecuteNonQuery|]();
        command.CommandText = "INSERT INTO fact_sales (id) SELECT id FROM staged ON CONFLICT DO NOTHING";
        command.ExecuteNonQuery();
        """);
}
