using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Reliability;

public sealed class ScopeLostAcrossAwaitTests() : RuleTests("DEA1016")
{
    [Fact]
    public Task Reports_a_scope_with_an_await_inside() => Reports("""
        using var scope = new [|System.Transactions.TransactionScope|]();
        await db.ExecuteAsync("UPDATE dim_customer SET country = 'DE' WHERE country = 'Germany'");
        scope.Complete();
        """);

    [Fact]
    public Task Reports_a_scope_in_a_using_statement_with_options() => Reports("""
        using (var scope = new [|System.Transactions.TransactionScope|](System.Transactions.TransactionScopeOption.RequiresNew, TimeSpan.FromMinutes(5)))
        {
            context.Sales.AddRange(sales);
            await context.SaveChangesAsync(ct);
            scope.Complete();
        }
        """);

    [Fact]
    public Task Reports_a_scope_that_is_told_not_to_flow() => Reports("""
        using var scope = new [|System.Transactions.TransactionScope|](System.Transactions.TransactionScopeAsyncFlowOption.Suppress);
        await db.ExecuteAsync("DELETE FROM fact_sales WHERE id = 1");
        scope.Complete();
        """);

    [Fact]
    public Task Stays_quiet_when_the_scope_flows() => StaysQuiet("""
        using var scope = new System.Transactions.TransactionScope(System.Transactions.TransactionScopeAsyncFlowOption.Enabled);
        await db.ExecuteAsync("UPDATE dim_customer SET country = 'DE' WHERE country = 'Germany'");
        scope.Complete();
        """);

    [Fact]
    public Task Stays_quiet_when_the_await_comes_after_the_scope() => StaysQuiet("""
        using (var scope = new System.Transactions.TransactionScope())
        {
            db.Execute("UPDATE dim_customer SET country = 'DE' WHERE country = 'Germany'");
            scope.Complete();
        }

        await Task.Delay(1, ct);
        """);

    [Fact]
    public Task Stays_quiet_when_only_a_lambda_inside_awaits() => StaysQuiet("""
        using (var scope = new System.Transactions.TransactionScope())
        {
            db.Execute("UPDATE dim_customer SET country = 'DE' WHERE country = 'Germany'");
            Func<Task> later = async () => await Task.Delay(1);
            scope.Complete();
        }
        """);

    [Fact]
    public Task Stays_quiet_when_nothing_is_written() => StaysQuiet("""
        using var scope = new System.Transactions.TransactionScope();
        var rows = await db.QueryAsync<Sale>("SELECT id, amount FROM fact_sales");
        scope.Complete();
        """);

    [Fact]
    public Task Fixes_with_the_option_and_keeps_comments() => Fixes("""
        using (var scope = new [|System.Transactions.TransactionScope|]( /* default */ ))
        {
            await db.ExecuteAsync("DELETE FROM fact_sales WHERE id = 1"); // one
            scope.Complete();
        }
        """, """
        using (var scope = new System.Transactions.TransactionScope( /* default */ System.Transactions.TransactionScopeAsyncFlowOption.Enabled))
        {
            await db.ExecuteAsync("DELETE FROM fact_sales WHERE id = 1"); // one
            scope.Complete();
        }
        """);

    [Fact]
    public Task Fixes_every_overload_that_has_a_flowing_twin() => Fixes("""
        using System.Transactions;

        namespace Shop;

        public sealed class Cleanup(NpgsqlConnection db)
        {
            public async Task RunAsync()
            {
                using (var first = new [|TransactionScope|](TransactionScopeOption.RequiresNew, new TransactionOptions()))
                {
                    await db.ExecuteAsync("DELETE FROM fact_sales WHERE id = 1");
                    first.Complete();
                }

                using (TransactionScope second = [|new|](scopeOption: TransactionScopeOption.Required))
                {
                    await db.ExecuteAsync("DELETE FROM fact_sales WHERE id = 2");
                    second.Complete();
                }

                using (var third = new [|TransactionScope|](TransactionScopeAsyncFlowOption.Suppress))
                {
                    await db.ExecuteAsync("DELETE FROM fact_sales WHERE id = 3");
                    third.Complete();
                }
            }
        }
        """, """
        using System.Transactions;

        namespace Shop;

        public sealed class Cleanup(NpgsqlConnection db)
        {
            public async Task RunAsync()
            {
                using (var first = new TransactionScope(TransactionScopeOption.RequiresNew, new TransactionOptions(), TransactionScopeAsyncFlowOption.Enabled))
                {
                    await db.ExecuteAsync("DELETE FROM fact_sales WHERE id = 1");
                    first.Complete();
                }

                using (TransactionScope second = new(scopeOption: TransactionScopeOption.Required, asyncFlowOption: TransactionScopeAsyncFlowOption.Enabled))
                {
                    await db.ExecuteAsync("DELETE FROM fact_sales WHERE id = 2");
                    second.Complete();
                }

                using (var third = new TransactionScope(TransactionScopeAsyncFlowOption.Enabled))
                {
                    await db.ExecuteAsync("DELETE FROM fact_sales WHERE id = 3");
                    third.Complete();
                }
            }
        }
        """);
}
