using System;
using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Reliability;

public sealed class WorkNotAwaitedTests() : RuleTests("DEA1029")
{
    private const string Insert = "db.ExecuteAsync(\"INSERT INTO fact_sales (id) VALUES (@Id) ON CONFLICT DO NOTHING\", ";

    private static string Loader(string body) => $$"""
        namespace Shop;

        public sealed class SaleLoader(SqlConnection source, NpgsqlConnection db)
        {
            public async Task LoadAsync(CancellationToken ct)
            {
                var rows = (await source.QueryAsync<Sale>("SELECT id FROM sales")).ToList();
                {{body}}
            }

            private Task WriteAsync(IEnumerable<Sale> rows) => {{Insert}}rows);

            private void Write(IEnumerable<Sale> rows) => db.Execute("INSERT INTO fact_sales (id) VALUES (@Id) ON CONFLICT DO NOTHING", rows);
        }
        """;

    [Theory]
    [InlineData("db.[|ExecuteAsync|](\"INSERT INTO fact_sales (id) VALUES (@Id) ON CONFLICT DO NOTHING\", rows);")]
    [InlineData("_ = db.[|ExecuteAsync|](\"INSERT INTO fact_sales (id) VALUES (@Id) ON CONFLICT DO NOTHING\", rows);")]
    [InlineData("[|WriteAsync|](rows);")]
    [InlineData("_ = [|WriteAsync|](rows).ConfigureAwait(false);")]
    [InlineData("_ = Task.[|Run|](() => Write(rows), ct);")]
    [InlineData("Task.[|Run|](() => WriteAsync(rows));")]
    [InlineData("Task.Factory.[|StartNew|](() => Write(rows));")]
    [InlineData("rows.[|ForEach|](async row => await " + Insert + "row));")]
    [InlineData("Parallel.[|ForEach|](rows, async row => await " + Insert + "row));")]
    [InlineData("Parallel.ForEach(rows, row => db.[|ExecuteAsync|](\"INSERT INTO fact_sales (id) VALUES (@Id) ON CONFLICT DO NOTHING\", row));")]
    [InlineData("new [|Thread|](async () => await WriteAsync(rows)).Start();")]
    public Task Reports_a_write_whose_task_is_dropped(string body) => Reports(Loader(body));

    [Fact]
    public Task Reports_the_call_of_an_async_void_method() => Reports("""
        namespace Shop;

        public sealed class SaleLoader(SqlConnection source, NpgsqlConnection db)
        {
            public void Load() => [|Write|](source.Query<Sale>("SELECT id FROM sales").ToList());

            private async void Write(List<Sale> rows) =>
                await db.ExecuteAsync("INSERT INTO fact_sales (id) VALUES (@Id) ON CONFLICT DO NOTHING", rows);
        }
        """);

    [Fact]
    public Task Reports_an_async_void_loader() => Reports("""
        namespace Shop;

        public sealed class SaleLoader(SqlConnection source, NpgsqlConnection db)
        {
            public async void [|Load|](object? state)
            {
                var rows = await source.QueryAsync<Sale>("SELECT id FROM sales");
                await db.ExecuteAsync("INSERT INTO fact_sales (id) VALUES (@Id) ON CONFLICT DO NOTHING", rows);
            }
        }
        """);

    [Fact]
    public Task Reports_a_message_that_is_sent_and_forgotten() => Reports("""
        using Confluent.Kafka;

        namespace Shop;

        public sealed class SalePublisher(IProducer<Null, string> producer)
        {
            public void Publish(IEnumerable<Sale> sales)
            {
                foreach (var sale in sales)
                    producer.[|ProduceAsync|]("sales", new Message<Null, string> { Value = sale.Product });
            }
        }
        """);

    [Theory]
    [InlineData("await WriteAsync(rows);")]
    [InlineData("WriteAsync(rows).Wait(ct);")]
    [InlineData("WriteAsync(rows).GetAwaiter().GetResult();")]
    [InlineData("var writing = WriteAsync(rows); await writing;")]
    [InlineData("await Task.WhenAll(WriteAsync(rows), WriteAsync(rows));")]
    [InlineData("await Task.WhenAll(rows.Select(async row => await " + Insert + "row)));")]
    [InlineData("var tasks = new List<Task>(); foreach (var row in rows) tasks.Add(" + Insert + "row)); await Task.WhenAll(tasks);")]
    [InlineData("await Parallel.ForEachAsync(rows, ct, async (row, _) => await " + Insert + "row));")]
    [InlineData("await Task.Run(() => Write(rows), ct);")]
    [InlineData("Parallel.ForEach(rows.Chunk(10), chunk => Write(chunk));")]
    [InlineData("_ = Task.Run(async () => { while (!ct.IsCancellationRequested) { await WriteAsync(rows); await Task.Delay(1000, ct); } }, ct);")]
    public Task Stays_quiet_when_the_work_is_awaited_or_goes_on_by_design(string body) => StaysQuiet(Loader(body));

    [Fact]
    public Task Stays_quiet_for_the_handler_of_an_event() => StaysQuiet("""
        namespace Shop;

        public sealed class Watcher(FileSystemWatcher watcher, NpgsqlConnection db)
        {
            public void Start() => watcher.Created += OnCreated;

            private async void OnCreated(object sender, FileSystemEventArgs e) =>
                await db.ExecuteAsync("INSERT INTO fact_sales (id) VALUES (@Id) ON CONFLICT DO NOTHING", File.ReadLines(e.FullPath).Select(line => new { Id = line }));
        }
        """);

    [Fact]
    public Task Stays_quiet_for_code_that_moves_no_rows() => StaysQuiet("""
        namespace Shop;

        public sealed class Visits(NpgsqlConnection db)
        {
            public void Count(int page) => _ = db.ExecuteAsync("UPDATE pages SET visits = visits + 1 WHERE id = @page", new { page });
        }
        """);

    [Fact]
    public Task Stays_quiet_in_a_web_controller_and_a_test_class() => StaysQuiet("""
        namespace Shop;

        public sealed class SalesController(SqlConnection source, NpgsqlConnection db) : Microsoft.AspNetCore.Mvc.ControllerBase
        {
            public void Copy() => db.ExecuteAsync("INSERT INTO fact_sales (id) VALUES (@Id)", source.Query<Sale>("SELECT id FROM sales"));
        }

        public sealed class LoaderTests(SqlConnection source, NpgsqlConnection db)
        {
            [Xunit.Fact]
            public void Copies() => db.ExecuteAsync("INSERT INTO fact_sales (id) VALUES (@Id)", source.Query<Sale>("SELECT id FROM sales"));
        }
        """);

    [Fact]
    public Task Fixes_by_awaiting_what_was_dropped() => Fixes(
        Loader("[|WriteAsync|](rows); // first\n        _ = Task.[|Run|](() => Write(rows), ct); // then"),
        Loader("await WriteAsync(rows); // first\n        await Task.Run(() => Write(rows), ct); // then"));

    [Fact]
    public Task Fixes_a_parallel_loop() => Fixes(
        Loader("Parallel.[|ForEach|](rows, async row => await " + Insert + "row)); // all at once"),
        Loader("await Parallel.ForEachAsync(rows, async (row, _) => await " + Insert + "row)); // all at once"));

    [Theory]
    [InlineData("rows.[|ForEach|](async row => await " + Insert + "row)); // one by one", "foreach (var row in rows) await " + Insert + "row); // one by one")]
    [InlineData("rows.[|ForEach|](async (row) => { /* one */ await " + Insert + "row); });", "foreach (var row in rows) { /* one */ await " + Insert + "row); }")]
    public Task Fixes_a_loop_over_an_async_delegate(string before, string after) => Fixes(Loader(before), Loader(after));

    [Theory]
    [InlineData("await bus.")]
    [InlineData("await (bus.")]
    [InlineData("bus.")]
    public Task Offers_nothing_where_an_await_reaches_no_delegate_that_returns_void(string start) => OffersNoFix($$"""
        namespace Shop;

        public interface IBus { Task SubscribeAsync(Action<Sale> handler); }

        public sealed class SaleLoader(IBus bus, SqlConnection source, NpgsqlConnection db) : Microsoft.Extensions.Hosting.BackgroundService
        {
            protected override async Task ExecuteAsync(CancellationToken stoppingToken)
            {
                {{start}}[|SubscribeAsync|](async sale => await db.ExecuteAsync("INSERT INTO fact_sales (id) VALUES (@Id) ON CONFLICT DO NOTHING", source.Query<Sale>("SELECT id FROM sales"))){{(start.Contains('(', StringComparison.Ordinal) ? ").ConfigureAwait(false)" : "")}};
            }
        }
        """);

    [Fact]
    public Task Offers_nothing_where_no_await_may_stand() => OffersNoFix("""
        using Confluent.Kafka;

        namespace Shop;

        public sealed class SalePublisher(IProducer<Null, string> producer)
        {
            public void Publish(Sale sale) => producer.[|ProduceAsync|]("sales", new Message<Null, string> { Value = sale.Product });
        }
        """);
}
