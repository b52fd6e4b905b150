using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Pipeline;

/// <summary>Safe loads in the shapes that C# gives them: delegates, iterators, generic types, decorators, containers, retries around what may run twice.</summary>
public sealed class SafeShapesTests
{
    private const string Careful = """
        public sealed class CarefulStore(NpgsqlConnection db) : ISaleStore
        {
            public void Add(Sale sale) => db.Execute("INSERT INTO fact_sales (id) VALUES (@Id) ON CONFLICT (id) DO NOTHING", sale);
        }

        """;

    [Fact]
    public void A_pipeline_from_the_container_repeats_the_read_only() => Verdict.IsSilent(Careful + """
        public sealed class Job(Polly.Registry.ResiliencePipelineProvider<string> pipelines, ISaleStore store, Feed feed)
        {
            public void Run()
            {
                var sales = pipelines.GetPipeline("files").Execute(() => feed.Read("sales.csv"));
                foreach (var sale in sales)
                    new CarefulStore(null!).Add(sale);
            }
        }
        """);

    [Fact]
    public void A_policy_in_a_field_repeats_an_upsert() => Verdict.IsSilent(Careful + """
        public sealed class Job(Polly.ISyncPolicy policy, CarefulStore store, Feed feed)
        {
            private readonly Polly.ISyncPolicy _policy = policy;
            public void Run()
            {
                foreach (var sale in feed.Read("sales.csv"))
                    _policy.Execute(() => store.Add(sale));
            }
        }
        """);

    [Fact]
    public void A_retry_asks_whether_the_last_attempt_arrived() => Verdict.IsSilent("""
        public sealed class Lookup(NpgsqlConnection db)
        {
            public bool Exists(int id) => db.ExecuteScalar<bool>("SELECT EXISTS (SELECT 1 FROM fact_sales WHERE id = @id)", new { id });
        }
        public sealed class Job(SaleStore store, Lookup lookup, Feed feed)
        {
            public void Run()
            {
                foreach (var sale in feed.Read("sales.csv"))
                {
                    for (var attempt = 0; ; attempt++)
                    {
                        try
                        {
                            if (!lookup.Exists(sale.Id))
                                store.Add(sale);
                            break;
                        }
                        catch (NpgsqlException) when (attempt < 3) { Thread.Sleep(100); }
                    }
                }
            }
        }
        """);

    [Fact]
    public void The_store_itself_asks_for_the_row_first() => Verdict.IsSilent("""
        public sealed class AskingStore(NpgsqlConnection db)
        {
            public void AddOnce(Sale sale)
            {
                if (db.ExecuteScalar<int>("SELECT COUNT(*) FROM fact_sales WHERE id = @Id", sale) > 0)
                    return;
                db.Execute("INSERT INTO fact_sales (id) VALUES (@Id)", sale);
            }
        }
        public sealed class Job(AskingStore store, Feed feed)
        {
            public void Run() => feed.Read("sales.csv").ForEach(sale => store.AddOnce(sale));
        }
        """);

    [Fact]
    public void An_async_stream_ends_in_an_upsert() => Verdict.IsSilent(Careful + """
        public sealed class Source(Feed feed)
        {
            public async IAsyncEnumerable<Sale> ReadAsync()
            {
                await Task.Yield();
                foreach (var sale in feed.Read("sales.csv"))
                    yield return sale;
            }
        }
        public sealed class Job(Source source, CarefulStore store)
        {
            public async Task Run()
            {
                await foreach (var sale in source.ReadAsync())
                    store.Add(sale);
            }
        }
        """);

    [Fact]
    public void A_delegate_leads_to_the_careful_store() => Verdict.IsSilent(Careful + """
        public sealed class Job(CarefulStore store, Feed feed)
        {
            public void Run()
            {
                Action<Sale> save = store.Add;
                foreach (var sale in feed.Read("sales.csv"))
                    save(sale);
            }
        }
        """);

    [Fact]
    public void Whoever_empties_a_channel_upserts() => Verdict.IsSilent(Careful + """
        public sealed class Job(CarefulStore store, Feed feed)
        {
            private readonly System.Threading.Channels.Channel<Sale> _sales = System.Threading.Channels.Channel.CreateBounded<Sale>(100);
            public Task Run() => Task.WhenAll(Produce(), Consume());
            private async Task Produce()
            {
                foreach (var sale in feed.Read("sales.csv"))
                    await _sales.Writer.WriteAsync(sale);
                _sales.Writer.Complete();
            }
            private async Task Consume()
            {
                await foreach (var sale in _sales.Reader.ReadAllAsync())
                    store.Add(sale);
            }
        }
        """);

    [Fact]
    public void An_event_is_handled_by_the_careful_store() => Verdict.IsSilent(Careful + """
        public sealed class Reader(Feed feed)
        {
            public event Action<Sale>? Found;
            public void Run()
            {
                foreach (var sale in feed.Read("sales.csv"))
                    Found?.Invoke(sale);
            }
        }
        public sealed class Job(Reader reader, CarefulStore store)
        {
            public void Run()
            {
                reader.Found += store.Add;
                reader.Run();
            }
        }
        """);

    [Fact]
    public void A_generic_sink_is_registered_open() => Verdict.IsSilent("""
        public interface ISink<T> { void Save(IEnumerable<T> rows); }
        public sealed class CarefulSink<T>(NpgsqlConnection db) : ISink<T>
        {
            public void Save(IEnumerable<T> rows) => db.Execute("INSERT INTO fact_sales (id) VALUES (@Id) ON CONFLICT (id) DO NOTHING", rows);
        }
        public sealed class OldSink<T>(NpgsqlConnection db) : ISink<T>
        {
            public void Save(IEnumerable<T> rows) => db.Execute("INSERT INTO fact_sales (id) VALUES (@Id)", rows);
        }
        public static class Services
        {
            public static void Register(Microsoft.Extensions.DependencyInjection.IServiceCollection services) =>
                Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions.AddScoped(services, typeof(ISink<>), typeof(CarefulSink<>));
        }
        public sealed class Job(ISink<Sale> sink, Feed feed) { public void Run() => sink.Save(feed.Read("sales.csv")); }
        """);

    [Fact]
    public void A_store_is_registered_under_a_key() => Verdict.IsSilent(Careful + """
        public static class Services
        {
            public static void Register(Microsoft.Extensions.DependencyInjection.IServiceCollection services) =>
                Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions.AddKeyedScoped(services, typeof(ISaleStore), "careful", typeof(CarefulStore));
        }
        public sealed class Job([Microsoft.Extensions.DependencyInjection.FromKeyedServices("careful")] ISaleStore store, Feed feed)
        {
            public void Run() { foreach (var sale in feed.Read("sales.csv")) store.Add(sale); }
        }
        """);

    [Fact]
    public void A_decorator_logs_around_the_careful_store() => Verdict.IsSilent(Careful + """
        public sealed class LoggingStore(CarefulStore inner)
        {
            public void Add(Sale sale) { Console.WriteLine(sale.Id); inner.Add(sale); }
        }
        public sealed class Job(LoggingStore store, Feed feed)
        {
            public void Run() => feed.Read("sales.csv").ForEach(store.Add);
        }
        """);

    [Fact]
    public void A_decorator_retries_the_careful_store() => Verdict.IsSilent(Careful + """
        public sealed class RetryingStore(CarefulStore inner)
        {
            public void Add(Sale sale)
            {
                while (true)
                {
                    try { inner.Add(sale); return; }
                    catch (NpgsqlException) { Thread.Sleep(100); }
                }
            }
        }
        public sealed class Job(RetryingStore store, Feed feed)
        {
            public void Run() { foreach (var sale in feed.Read("sales.csv")) store.Add(sale); }
        }
        """);

    [Fact]
    public void An_extension_method_upserts() => Verdict.IsSilent("""
        public static class Sales
        {
            public static void Upsert(this NpgsqlConnection db, IEnumerable<Sale> sales) => db.Execute("INSERT INTO fact_sales (id) VALUES (@Id) ON CONFLICT (id) DO UPDATE SET id = EXCLUDED.id", sales);
        }
        public sealed class Job(NpgsqlConnection db, Feed feed) { public void Run() => db.Upsert(feed.Read("sales.csv")); }
        """);

    [Fact]
    public void A_lazy_property_reads_what_is_merged() => Verdict.IsSilent("""
        public sealed class Source(Feed feed)
        {
            private List<Sale>? _sales;
            public List<Sale> Sales => _sales ??= feed.Read("sales.csv");
        }
        public sealed class Job(Source source, NpgsqlConnection db)
        {
            public void Run()
            {
                db.Execute("CREATE TEMP TABLE sales_in (id int)");
                db.Execute("INSERT INTO sales_in (id) VALUES (@Id)", source.Sales);
                db.Execute("MERGE INTO fact_sales t USING sales_in s ON t.id = s.id WHEN NOT MATCHED THEN INSERT (id) VALUES (s.id)");
            }
        }
        """);

    [Fact]
    public void The_base_class_skips_files_that_are_in_the_ledger() => Verdict.IsSilent("""
        public abstract class FileJob(NpgsqlConnection db)
        {
            public void Run(string file)
            {
                if (db.ExecuteScalar<bool>("SELECT EXISTS (SELECT 1 FROM loaded_files WHERE name = @file)", new { file }))
                    return;
                Load(file);
                db.Execute("INSERT INTO loaded_files (name) VALUES (@file)", new { file });
            }
            protected abstract void Load(string file);
        }
        public sealed class SalesJob(NpgsqlConnection db, SaleStore store, Feed feed) : FileJob(db)
        {
            protected override void Load(string file) { foreach (var sale in feed.Read(file)) store.Add(sale); }
        }
        """);

    [Fact]
    public void A_hub_saves_what_it_is_sent_through_a_store() => Verdict.IsSilent("""
        public sealed class SalesHub(SaleStore store) : Microsoft.AspNetCore.SignalR.Hub
        {
            public void Send(List<Sale> sales) { foreach (var sale in sales) store.Add(sale); }
        }
        """);
}
