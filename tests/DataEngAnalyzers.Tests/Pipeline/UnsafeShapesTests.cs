using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Pipeline;

/// <summary>The same shapes around loads that a second run or attempt breaks.</summary>
public sealed class UnsafeShapesTests
{
    [Fact]
    public void A_pipeline_from_the_container_repeats_an_insert() => Verdict.Reports("""
        public sealed class Job(Polly.Registry.ResiliencePipelineProvider<string> pipelines, SaleStore store, Feed feed)
        {
            public void Run()
            {
                foreach (var sale in feed.Read("sales.csv"))
                    pipelines.GetPipeline("db").Execute(() => store.Add(sale));
            }
        }
        """, "DEA1033 fact_sales");

    [Fact]
    public void A_pipeline_that_only_limits_time_repeats_nothing() => Verdict.Reports("""
        public sealed class Job(SaleStore store, Feed feed)
        {
            private readonly Polly.ResiliencePipeline _pipeline = Polly.TimeoutResiliencePipelineBuilderExtensions.AddTimeout(new Polly.ResiliencePipelineBuilder(), TimeSpan.FromSeconds(5)).Build();
            public void Run()
            {
                foreach (var sale in feed.Read("sales.csv"))
                    _pipeline.Execute(() => store.Add(sale));
            }
        }
        """, "DEA1001 fact_sales");

    [Theory]
    [InlineData("AddRetry(pipeline, new Polly.Retry.RetryStrategyOptions())", "DEA1033 fact_sales")]
    [InlineData("AddTimeout(pipeline, TimeSpan.FromSeconds(5))", "DEA1001 fact_sales")]
    public void What_a_named_pipeline_does_is_said_where_it_is_registered(string step, string expected)
    {
        var services = $$"""
            public static class Services
            {
                private const string Name = "db";
                public static void Register(Microsoft.Extensions.DependencyInjection.IServiceCollection services) =>
                    Polly.PollyServiceCollectionExtensions.AddResiliencePipeline(services, Name, pipeline => Polly.{{(step.StartsWith("AddRetry", System.StringComparison.Ordinal) ? "Retry" : "Timeout")}}ResiliencePipelineBuilderExtensions.{{step}});
            }

            """;
        Verdict.Reports(services + NamedJob("Polly.Registry.ResiliencePipelineProvider<string> pipelines", "pipelines.GetPipeline(\"db\")"), expected);
        Verdict.Reports(services + NamedJob("[Microsoft.Extensions.DependencyInjection.FromKeyedServices(\"db\")] Polly.ResiliencePipeline pipeline", "pipeline"), expected);
        Verdict.Reports(services + NamedJob("IServiceProvider services", "Microsoft.Extensions.DependencyInjection.ServiceProviderKeyedServiceExtensions.GetRequiredKeyedService<Polly.ResiliencePipeline>(services, \"db\")"), expected);
        Verdict.Reports(services + NamedJob("Polly.Registry.ResiliencePipelineProvider<string> pipelines", "pipelines.GetPipeline(\"other\")"), "DEA1033 fact_sales");
    }

    [Fact]
    public void A_named_pipeline_that_other_code_builds_may_repeat() => Verdict.Reports("""
        public static class Services
        {
            public static void Register(Microsoft.Extensions.DependencyInjection.IServiceCollection services) =>
                Polly.PollyServiceCollectionExtensions.AddResiliencePipeline(services, "db", pipeline => Defaults.Add(pipeline));
        }
        public static class Defaults
        {
            public static void Add(Polly.ResiliencePipelineBuilder pipeline) => Polly.TimeoutResiliencePipelineBuilderExtensions.AddTimeout(pipeline, TimeSpan.FromSeconds(5));
        }

        """ + NamedJob("Polly.Registry.ResiliencePipelineProvider<string> pipelines", "pipelines.GetPipeline(\"db\")"), "DEA1033 fact_sales");

    [Theory]
    [InlineData("Polly.RetrySyntax.Retry(Polly.Policy.Handle<Exception>(), 3)", "DEA1033 fact_sales")]
    [InlineData("Polly.Policy.Timeout(3)", "DEA1001 fact_sales")]
    public void A_policy_of_a_registry_is_what_was_put_there(string policy, string expected) => Verdict.Reports($$"""
        public static class Policies
        {
            public static void Fill(Polly.Registry.IPolicyRegistry<string> registry) => registry.Add("db", {{policy}});
        }

        """ + NamedJob("Polly.Registry.IReadOnlyPolicyRegistry<string> registry", "registry.Get<Polly.ISyncPolicy>(\"db\")"), expected);

    private static string NamedJob(string given, string pipeline) => $$"""
        public sealed class Job({{given}}, SaleStore store, Feed feed)
        {
            public void Run()
            {
                foreach (var sale in feed.Read("sales.csv"))
                    {{pipeline}}.Execute(() => store.Add(sale));
            }
        }
        """;

    [Fact]
    public void A_blob_that_is_appended_to_in_a_retry_is_told_once() => Verdict.Reports("""
        public sealed class Job(Azure.Storage.Blobs.BlobContainerClient files, Polly.ISyncPolicy policy, Feed feed)
        {
            public void Run()
            {
                var blob = Azure.Storage.Blobs.Specialized.SpecializedBlobExtensions.GetAppendBlobClient(files, "sales.csv");
                foreach (var sale in feed.Read("sales.csv"))
                    policy.Execute(() => blob.AppendBlock(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(sale.Product))));
            }
        }
        """, "DEA1033 sales.csv");

    [Fact]
    public void The_evidence_names_the_host_that_runs_it_again() => Assert.Contains("its host runs it again after an error", Verdict.EvidenceIn("""
        public sealed class Job(SaleStore store, Feed feed)
        {
            public void Run(string file) { foreach (var sale in feed.Read(file)) store.Add(sale); }
        }
        public static class Startup { public static void Enqueue() => Hangfire.BackgroundJob.Enqueue<Job>(job => job.Run("sales.csv")); }
        """), System.StringComparison.Ordinal);

    [Fact]
    public void A_policy_in_a_field_repeats_an_insert() => Verdict.Reports("""
        public sealed class Job(Polly.ISyncPolicy policy, SaleStore store, Feed feed)
        {
            private readonly Polly.ISyncPolicy _policy = policy;
            public void Run()
            {
                foreach (var sale in feed.Read("sales.csv"))
                    _policy.Execute(() => store.Add(sale));
            }
        }
        """, "DEA1033 fact_sales");

    [Fact]
    public void An_execution_strategy_repeats_a_save() => Verdict.Reports("""
        public sealed class Job(ShopContext context, Feed feed)
        {
            public void Run() => context.Database.CreateExecutionStrategy().Execute(() =>
            {
                context.Sales.AddRange(feed.Read("sales.csv"));
                context.SaveChanges();
            });
        }
        """, "DEA1033 Sales");

    [Fact]
    public void A_decorator_retries_an_insert() => Verdict.Reports("""
        public sealed class RetryingStore(SaleStore inner)
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
        """, "DEA1033 fact_sales");

    [Fact]
    public void An_async_stream_ends_in_an_insert() => Verdict.Reports("""
        public sealed class Source(Feed feed)
        {
            public async IAsyncEnumerable<Sale> ReadAsync()
            {
                await Task.Yield();
                foreach (var sale in feed.Read("sales.csv"))
                    yield return sale;
            }
        }
        public sealed class Job(Source source, SaleStore store)
        {
            public async Task Run()
            {
                await foreach (var sale in source.ReadAsync())
                    store.Add(sale);
            }
        }
        """, "DEA1001 fact_sales");

    [Fact]
    public void A_delegate_leads_to_the_insert() => Verdict.Reports("""
        public sealed class Job(SaleStore store, Feed feed)
        {
            public void Run()
            {
                Action<Sale> save = store.Add;
                foreach (var sale in feed.Read("sales.csv"))
                    save(sale);
            }
        }
        """, "DEA1001 fact_sales");

    [Fact]
    public void A_method_group_is_run_for_each_row() => Verdict.Reports("""
        public sealed class Job(SaleStore store, Feed feed) { public void Run() => feed.Read("sales.csv").ForEach(store.Add); }
        """, "DEA1001 fact_sales");

    [Fact]
    public void Whoever_empties_a_channel_inserts() => Verdict.Reports("""
        public sealed class Job(SaleStore store, Feed feed)
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
        """, "DEA1001 fact_sales");

    [Fact]
    public void A_local_function_fills_what_nothing_clears() => Verdict.Reports("""
        public sealed class Job(NpgsqlConnection db, Feed feed)
        {
            public void Run()
            {
                Fill(feed.Read("sales.csv"));
                void Fill(IEnumerable<Sale> sales) => db.Execute("INSERT INTO fact_sales (id) VALUES (@Id)", sales);
            }
        }
        """, "DEA1001 fact_sales");

    [Fact]
    public void A_generic_sink_is_registered_open() => Verdict.Reports("""
        public interface ISink<T> { void Save(IEnumerable<T> rows); }
        public sealed class PlainSink<T>(NpgsqlConnection db) : ISink<T>
        {
            public void Save(IEnumerable<T> rows) => db.Execute("INSERT INTO fact_sales (id) VALUES (@Id)", rows);
        }
        public static class Services
        {
            public static void Register(Microsoft.Extensions.DependencyInjection.IServiceCollection services) =>
                Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions.AddScoped(services, typeof(ISink<>), typeof(PlainSink<>));
        }
        public sealed class Job(ISink<Sale> sink, Feed feed) { public void Run() => sink.Save(feed.Read("sales.csv")); }
        """, "DEA1001 fact_sales");

    [Fact]
    public void A_decorator_logs_around_an_insert() => Verdict.Reports("""
        public sealed class LoggingStore(ISaleStore inner) : ISaleStore
        {
            public void Add(Sale sale) { Console.WriteLine(sale.Id); inner.Add(sale); }
        }
        public sealed class Job(LoggingStore store, Feed feed)
        {
            public void Run() { foreach (var sale in feed.Read("sales.csv")) store.Add(sale); }
        }
        """, "DEA1001 fact_sales");

    [Fact]
    public void The_other_part_of_the_class_inserts() => Verdict.Reports("""
        public sealed partial class Job(NpgsqlConnection db, Feed feed) { public void Run() => Fill(feed.Read("sales.csv")); }
        public sealed partial class Job
        {
            private void Fill(IEnumerable<Sale> sales) => db.Execute("INSERT INTO fact_sales (id) VALUES (@Id)", sales);
        }
        """, "DEA1001 fact_sales");

    [Fact]
    public void A_lazy_property_reads_what_is_inserted() => Verdict.Reports("""
        public sealed class Source(Feed feed)
        {
            private List<Sale>? _sales;
            public List<Sale> Sales => _sales ??= feed.Read("sales.csv");
        }
        public sealed class Job(Source source, NpgsqlConnection db)
        {
            public void Run() => db.Execute("INSERT INTO fact_sales (id) VALUES (@Id)", source.Sales);
        }
        """, "DEA1001 fact_sales");

    [Fact]
    public void A_job_inserts_where_a_web_page_of_the_same_store_may() => Verdict.Reports("""
        public sealed class OrdersController(SaleStore store) : Microsoft.AspNetCore.Mvc.ControllerBase { public void Post(Sale sale) => store.Add(sale); }
        public sealed class Worker(SaleStore store) : Microsoft.Extensions.Hosting.BackgroundService
        {
            protected override Task ExecuteAsync(CancellationToken stoppingToken) { store.Add(new Sale { Id = Environment.TickCount }); return Task.CompletedTask; }
        }
        """, "DEA1001 fact_sales");
}
