using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Reliability;

public sealed class RetriedAppendTests : RuleTests
{
    public RetriedAppendTests()
        : base("DEA1033") => Sources["Usings.cs"] = "global using Polly;";

    [Fact]
    public Task Reports_an_insert_in_a_resilience_pipeline() => Reports("""
        namespace Shop;
        public sealed class SalesLoader(NpgsqlConnection db)
        {
            private static readonly ResiliencePipeline Retry = new ResiliencePipelineBuilder().AddRetry(new Polly.Retry.RetryStrategyOptions()).Build();

            public async Task LoadAsync(IReadOnlyList<Sale> sales) =>
                await Retry.ExecuteAsync(async _ => await db.[|ExecuteAsync|]("INSERT INTO fact_sales (id) VALUES (@Id)", sales));
        }
        """);

    [Fact]
    public Task Reports_an_insert_in_a_policy_of_the_older_kind() => Reports("""
        var policy = Policy.Handle<Exception>().WaitAndRetryAsync(3, _ => TimeSpan.FromSeconds(1));
        await policy.ExecuteAsync(() => db.[|ExecuteAsync|]("INSERT INTO fact_sales (id) VALUES (@Id)", sales));
        """);

    [Fact]
    public Task Reports_a_policy_handed_in() => Reports("""
        namespace Shop;
        public sealed class SalesLoader(NpgsqlConnection db, Polly.IAsyncPolicy policy)
        {
            public Task LoadAsync(IReadOnlyList<Sale> sales) =>
                policy.ExecuteAsync(() => db.[|ExecuteAsync|]("INSERT INTO fact_sales (id) VALUES (@Id)", sales));
        }
        """);

    [Fact]
    public Task Reports_entities_in_an_execution_strategy() => Reports("""
        var strategy = context.Database.CreateExecutionStrategy();
        await strategy.ExecuteAsync(async () =>
        {
            context.Sales.[|AddRange|](csv.GetRecords<Sale>());
            await context.SaveChangesAsync(ct);
        });
        """);

    [Fact]
    public Task Reports_a_bulk_copy_in_a_retry() => Reports("""
        var policy = Policy.Handle<SqlException>().Retry(3);
        using var bulk = new SqlBulkCopy(sqlServer) { DestinationTableName = "dbo.fact_sales" };
        policy.Execute(() => bulk.[|WriteToServer|](new DataTable()));
        """);

    [Theory]
    [InlineData("for (var attempt = 0; attempt < 3; attempt++) { try { INSERT break; } catch (Exception) { await Task.Delay(1); } }")]
    [InlineData("for (var attempt = 1; ; attempt++) { try { INSERT return; } catch (SqliteException) when (attempt < 3) { Thread.Sleep(1); } }")]
    [InlineData("while (true) { try { INSERT } catch (Exception) { log(\"again\"); continue; } break; }")]
    [InlineData("var done = false; while (!done) { try { INSERT done = true; } catch (Exception e) { log(e.Message); } }")]
    [InlineData("var done = false; do { try { INSERT done = true; } catch (Exception e) { log(e.Message); } } while (!done);")]
    [InlineData("while (true) { try { using (db) { INSERT return; } } catch (Exception e) { log(e.Message); } }")]
    public Task Reports_a_loop_that_tries_until_it_works(string loop) => Reports(
        loop.Replace("INSERT", "db.[|Execute|](\"INSERT INTO fact_sales (id) VALUES (@Id)\", sales);", System.StringComparison.Ordinal));

    [Fact]
    public Task Reports_when_the_target_is_cleared_before_the_retry() => Reports("""
        db.Execute("DELETE FROM fact_sales");
        var policy = Policy.Handle<Exception>().Retry(3);
        policy.Execute(() => db.[|Execute|]("INSERT INTO fact_sales (id) VALUES (@Id)", sales));
        """);

    [Fact]
    public Task Reports_a_transaction_whose_commit_may_be_unknown() => Reports("""
        var policy = Policy.Handle<Exception>().Retry(3);
        policy.Execute(() =>
        {
            using var transaction = db.BeginTransaction();
            db.[|Execute|]("INSERT INTO fact_sales (id) VALUES (@Id)", sales, transaction);
            transaction.Commit();
        });
        """);

    [Fact]
    public Task Quiet_when_each_attempt_clears_the_target() => StaysQuiet("""
        var policy = Policy.Handle<Exception>().Retry(3);
        policy.Execute(() =>
        {
            db.Execute("DELETE FROM fact_sales");
            db.Execute("INSERT INTO fact_sales (id) VALUES (@Id)", sales);
        });
        """);

    [Theory]
    [InlineData("INSERT INTO fact_sales (id) VALUES (@Id) ON CONFLICT DO NOTHING")]
    [InlineData("INSERT INTO #sales (id) VALUES (@Id)")]
    [InlineData("INSERT INTO load_log (id) VALUES (@Id)")]
    [InlineData("UPDATE fact_sales SET amount = @Amount WHERE id = @Id")]
    public Task Quiet_for_a_write_that_may_run_twice(string sql) => StaysQuiet($"""
        var policy = Policy.Handle<Exception>().Retry(3);
        policy.Execute(() => db.Execute("{sql}", sales));
        """);

    [Fact]
    public Task Quiet_when_the_strategy_verifies_the_last_attempt() => StaysQuiet("""
        var strategy = context.Database.CreateExecutionStrategy();
        context.Sales.AddRange(csv.GetRecords<Sale>());
        await strategy.ExecuteInTransactionAsync(
            async token => { context.Sales.AddRange(csv.GetRecords<Sale>()); await context.SaveChangesAsync(false, token); },
            async token => await context.Sales.AnyAsync(token),
            ct);
        """);

    [Fact]
    public Task Quiet_for_a_policy_that_does_not_repeat() => StaysQuiet("""
        var policy = Policy.Handle<Exception>().CircuitBreaker(2, TimeSpan.FromMinutes(1));
        policy.Execute(() => db.Execute("INSERT INTO fact_sales (id) VALUES (@Id)", sales));
        """);

    [Theory]
    [InlineData("foreach (var sale in sales) { try { INSERT } catch (Exception e) { log(e.Message); } }")]
    [InlineData("while (!ct.IsCancellationRequested) { try { INSERT } catch (Exception e) { log(e.Message); } }")]
    [InlineData("for (var attempt = 0; attempt < 3; attempt++) { try { INSERT break; } catch (Exception) { throw; } }")]
    public Task Quiet_for_a_loop_that_does_not_repeat_a_success(string loop) => StaysQuiet(
        loop.Replace("INSERT", "db.Execute(\"INSERT INTO fact_sales (id) VALUES (@Id)\", sales);", System.StringComparison.Ordinal));

    [Fact]
    public Task Quiet_where_only_the_host_runs_it_again() => StaysQuiet("""
        namespace Shop;
        public sealed class Importer(NpgsqlConnection db)
        {
            public void Run(int id) => db.Execute("INSERT INTO fact_sales (id) VALUES (@id)", new { id });
        }
        public static class Startup
        {
            public static void Enqueue() => Hangfire.BackgroundJob.Enqueue<Importer>(importer => importer.Run(1));
        }
        """);

    [Fact]
    public Task Quiet_in_a_web_controller() => StaysQuiet("""
        namespace Shop;
        public sealed class SalesController(NpgsqlConnection db, Polly.IAsyncPolicy policy) : Microsoft.AspNetCore.Mvc.ControllerBase
        {
            public Task Add(Sale sale) => policy.ExecuteAsync(() => db.ExecuteAsync("INSERT INTO fact_sales (id) VALUES (@Id)", sale));
        }
        """);

    [Fact]
    public Task Fixes_the_insert_to_an_upsert()
    {
        Options.Add("dataeng.key.fact_sales = id");
        return Fixes(
            """
            var policy = Policy.Handle<Exception>().Retry(3);
            policy.Execute(() => db.[|Execute|]("INSERT INTO fact_sales (id, amount) VALUES (@Id, @Amount)", sales));
            """,
            """
            var policy = Policy.Handle<Exception>().Retry(3);
            policy.Execute(() => db.Execute("INSERT INTO fact_sales (id, amount) VALUES (@Id, @Amount) ON CONFLICT (id) DO UPDATE SET amount = EXCLUDED.amount", sales));
            """);
    }
}
