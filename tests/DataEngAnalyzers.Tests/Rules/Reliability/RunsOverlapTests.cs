using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Reliability;

public sealed class RunsOverlapTests() : RuleTests("DEA1027")
{
    private static string Job(string body, string attribute = "", bool reports = false) => $$"""
        using Quartz;

        namespace Shop;

        {{attribute}}
        public sealed class SaleJob(SqlConnection source, NpgsqlConnection db) : IJob
        {
            private static readonly SemaphoreSlim Gate = new(1);

            public async ValueTask {{(reports ? "[|Execute|]" : "Execute")}}(IJobExecutionContext context, CancellationToken cancellationToken)
            {
                _ = Gate;
                var rows = await source.QueryAsync<Sale>("SELECT id FROM sales");
                {{body}}
            }
        }
        """;

    [Theory]
    [InlineData("await db.ExecuteAsync(\"INSERT INTO fact_sales (id) VALUES (@Id)\", rows);")]
    [InlineData("await db.ExecuteAsync(\"TRUNCATE staging.sales\"); await db.ExecuteAsync(\"INSERT INTO staging.sales (id) VALUES (@Id)\", rows);")]
    public Task Reports_a_job_whose_runs_would_load_twice(string body) => Reports(Job(body, reports: true));

    [Fact]
    public Task Reports_a_write_in_a_private_method() => Reports("""
        using Quartz;

        namespace Shop;

        public sealed class SaleJob(SqlConnection source, ShopContext context) : IJob
        {
            public async ValueTask [|Execute|](IJobExecutionContext execution, CancellationToken cancellationToken) => await LoadAsync();

            private async Task LoadAsync()
            {
                foreach (var sale in source.Query<Sale>("SELECT id FROM sales"))
                    context.Sales.Add(sale);
                await context.SaveChangesAsync();
            }
        }
        """);

    [Theory]
    [InlineData("await db.ExecuteAsync(\"INSERT INTO fact_sales (id) VALUES (@Id)\", rows);", "[DisallowConcurrentExecution]")]
    [InlineData("await db.ExecuteAsync(\"INSERT INTO fact_sales (id) VALUES (@Id) ON CONFLICT DO NOTHING\", rows);")]
    [InlineData("await db.ExecuteAsync(\"INSERT INTO job_log (id) VALUES (@Id)\", rows);")]
    [InlineData("await Gate.WaitAsync(); await db.ExecuteAsync(\"INSERT INTO fact_sales (id) VALUES (@Id)\", rows);")]
    [InlineData("await db.ExecuteAsync(\"SELECT pg_advisory_lock(7)\"); await db.ExecuteAsync(\"INSERT INTO fact_sales (id) VALUES (@Id)\", rows);")]
    [InlineData("await db.ExecuteAsync(\"CREATE TEMP TABLE t (id int)\"); await db.ExecuteAsync(\"INSERT INTO pg_temp.t (id) VALUES (@Id)\", rows);")]
    public Task Stays_quiet_when_runs_are_kept_apart_or_do_no_harm(string body, string attribute = "") => StaysQuiet(Job(body, attribute));

    [Fact]
    public Task Stays_quiet_for_a_background_service() => StaysQuiet("""
        namespace Shop;

        public sealed class SaleService(SqlConnection source, NpgsqlConnection db) : Microsoft.Extensions.Hosting.BackgroundService
        {
            protected override async Task ExecuteAsync(CancellationToken stoppingToken)
            {
                using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1));
                while (await timer.WaitForNextTickAsync(stoppingToken))
                    await db.ExecuteAsync("INSERT INTO fact_sales (id) VALUES (@Id)", await source.QueryAsync<Sale>("SELECT id FROM sales"));
            }
        }
        """);

    [Fact]
    public Task Fixes_by_the_attribute_that_forbids_it() => Fixes(
        Job("await db.ExecuteAsync(\"INSERT INTO fact_sales (id) VALUES (@Id)\", rows);", "/// <summary>Every minute.</summary>", reports: true),
        Job("await db.ExecuteAsync(\"INSERT INTO fact_sales (id) VALUES (@Id)\", rows);", "/// <summary>Every minute.</summary>\n[DisallowConcurrentExecution]"));

    private static string Handed(string start, string method = "public void Load()", string body = "", string attribute = "") => $$"""
        using Hangfire;

        namespace Shop;

        public interface ISaleLoad { void Load(); }

        public sealed class SaleLoad(SqlConnection source, NpgsqlConnection db) : ISaleLoad
        {
            {{attribute}}{{method}}
            {
                {{body}}foreach (var sale in source.Query<Sale>("SELECT id FROM sales"))
                    db.Execute("INSERT INTO fact_sales (id) VALUES (@Id)", sale);
            }
        }

        public static class Startup
        {
            public static void Configure(SaleLoad load)
            {
                {{start}}
                _ = load;
            }
        }
        """;

    [Theory]
    [InlineData("RecurringJob.AddOrUpdate<SaleLoad>(\"sales\", job => job.Load(), Cron.Minutely);")]
    [InlineData("RecurringJob.AddOrUpdate<ISaleLoad>(\"sales\", job => job.Load(), \"* * * * *\");")]
    [InlineData("var timer = new Timer(_ => load.Load(), null, TimeSpan.Zero, TimeSpan.FromMinutes(1));")]
    [InlineData("var timer = new Timer(state => { load.Load(); }, null, 0, 60_000);")]
    public Task Reports_a_load_that_a_clock_starts_whether_the_last_one_is_done_or_not(string start) => Reports(Handed(start, "public void [|Load|]()"));

    [Theory]
    [InlineData("BackgroundJob.Enqueue<SaleLoad>(job => job.Load());")]
    [InlineData("var timer = new Timer(_ => load.Load(), null, TimeSpan.FromMinutes(1), Timeout.InfiniteTimeSpan);")]
    [InlineData("load.Load();")]
    [InlineData("RecurringJob.AddOrUpdate<SaleLoad>(\"sales\", job => job.Load(), Cron.Minutely);", "", "[DisableConcurrentExecution(600)] ")]
    [InlineData("var timer = new Timer(_ => load.Load(), null, 0, 60_000);", "if (!Monitor.TryEnter(db)) return; ")]
    [InlineData("var timer = new Timer(_ => load.Load(), null, 0, 60_000);", "if (Interlocked.Exchange(ref _running, 1) == 1) return; ", "private int _running; ")]
    public Task Stays_quiet_when_a_clock_starts_one_run_or_the_load_keeps_runs_apart(string start, string body = "", string attribute = "") => StaysQuiet(Handed(start, body: body, attribute: attribute));

    [Fact]
    public Task Fixes_a_recurring_job_by_letting_a_run_wait() => Fixes(
        Handed("RecurringJob.AddOrUpdate<SaleLoad>(\"sales\", job => job.Load(), Cron.Minutely);", "public void [|Load|]() // every minute"),
        Handed("RecurringJob.AddOrUpdate<SaleLoad>(\"sales\", job => job.Load(), Cron.Minutely);", "public void Load() // every minute", attribute: "[DisableConcurrentExecution(timeoutInSeconds: 600)]\n    "));

    [Fact]
    public Task Offers_no_fix_for_a_timer() => OffersNoFix(Handed("var timer = new Timer(_ => load.Load(), null, 0, 60_000);", "public void [|Load|]()"));
}
