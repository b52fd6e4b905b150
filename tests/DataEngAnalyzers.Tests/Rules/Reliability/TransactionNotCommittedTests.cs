using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Reliability;

public sealed class TransactionNotCommittedTests() : RuleTests("DEA1015")
{
    [Fact]
    public Task Reports_a_transaction_nobody_commits() => Reports("""
        using var transaction = sqlite.[|BeginTransaction|]();
        sqlite.Execute("INSERT INTO fact_sales (id) VALUES (@Id)", sales, transaction);
        """);

    [Fact]
    public Task Reports_an_async_transaction_of_a_context() => Reports("""
        await using var transaction = await context.Database.[|BeginTransactionAsync|](ct);
        context.Sales.AddRange(sales);
        await context.SaveChangesAsync(ct);
        """);

    [Fact]
    public Task Reports_a_transaction_that_only_the_handler_rolls_back() => Reports("""
        using var transaction = db.[|BeginTransaction|]();
        try
        {
            db.Execute("DELETE FROM fact_sales WHERE id = 1", transaction: transaction);
        }
        catch
        {
            transaction.Rollback();
            throw;
        }
        """);

    [Fact]
    public Task Reports_a_scope_without_completion_even_when_nothing_names_it() => Reports("""
        using (new [|System.Transactions.TransactionScope|]())
            db.Execute("DELETE FROM fact_sales WHERE id = 1");
        using var scope = new [|System.Transactions.TransactionScope|]();
        db.Execute("DELETE FROM fact_sales WHERE id = 2");
        """);

    [Fact]
    public Task Reports_a_begin_in_sql_text_without_its_commit() => Reports("""
        sqlServer.[|Execute|]("BEGIN TRANSACTION");
        sqlServer.Execute("DELETE FROM fact_sales WHERE id = 1");
        """);

    [Fact]
    public Task Stays_quiet_when_the_text_commits() => StaysQuiet("""
        sqlServer.Execute("BEGIN TRAN; DELETE FROM fact_sales WHERE id = 1; COMMIT;");
        sqlite.Execute("BEGIN");
        sqlite.Execute("DELETE FROM fact_sales WHERE id = 1");
        sqlite.Execute("COMMIT");
        """);

    [Fact]
    public Task Stays_quiet_when_any_path_commits() => StaysQuiet("""
        using var transaction = db.BeginTransaction();
        db.Execute("DELETE FROM fact_sales WHERE id = 1", transaction: transaction);
        if (sales.Count > 0)
            transaction.Commit();
        """);

    [Fact]
    public Task Stays_quiet_when_the_context_commits() => StaysQuiet("""
        context.Database.BeginTransaction();
        context.Sales.AddRange(sales);
        context.SaveChanges();
        context.Database.CommitTransaction();
        """);

    [Fact]
    public Task Stays_quiet_when_other_code_gets_the_transaction() => StaysQuiet("""
        namespace Shop;

        public sealed class SalesLoader(NpgsqlConnection db, UnitOfWork unit)
        {
            private NpgsqlTransaction? _open;

            public void Begin() => _open = db.BeginTransaction();

            public void Load()
            {
                using var transaction = db.BeginTransaction();
                db.Execute("DELETE FROM fact_sales WHERE id = 1", transaction: transaction);
                unit.Finish(transaction);
            }
        }

        public sealed class UnitOfWork
        {
            public void Finish(NpgsqlTransaction transaction) => transaction.Commit();
        }
        """);

    [Fact]
    public Task Stays_quiet_for_a_consistent_read() => StaysQuiet("""
        using var transaction = db.BeginTransaction(IsolationLevel.RepeatableRead);
        var rows = db.Query<Sale>("SELECT id, amount FROM fact_sales", transaction: transaction);
        """);

    [Fact]
    public Task Stays_quiet_for_a_rehearsal() => StaysQuiet("""
        using var transaction = db.BeginTransaction();
        db.Execute("DELETE FROM fact_sales WHERE id = 1", transaction: transaction);
        transaction.Rollback();
        """);

    [Fact]
    public Task Stays_quiet_for_a_scope_that_suppresses_the_ambient_transaction() => StaysQuiet("""
        using var scope = new System.Transactions.TransactionScope(System.Transactions.TransactionScopeOption.Suppress);
        db.Execute("DELETE FROM fact_sales WHERE id = 1");
        """);

    [Fact]
    public Task Stays_quiet_in_a_test_class() => StaysQuiet("""
        namespace Shop;

        public sealed class SalesTests(NpgsqlConnection db)
        {
            [Xunit.Fact]
            public void Deletes()
            {
                using var transaction = db.BeginTransaction();
                db.Execute("DELETE FROM fact_sales WHERE id = 1", transaction: transaction);
            }
        }
        """);

    [Fact]
    public Task Fixes_with_a_commit_behind_the_last_statement() => Fixes("""
        namespace Shop;

        public sealed class Cleanup(NpgsqlConnection db)
        {
            public async Task RunAsync(CancellationToken stop)
            {
                await using var transaction = await db.[|BeginTransactionAsync|](stop);
                await db.ExecuteAsync("DELETE FROM fact_sales WHERE id = 1", transaction: transaction); // one
            }

            public void Run(IDbConnection any)
            {
                using (var transaction = any.[|BeginTransaction|]())
                using (var command = any.CreateCommand())
                {
                    command.Transaction = transaction;
                    command.CommandText = "DELETE FROM fact_sales WHERE id = 1";
                    command.ExecuteNonQuery();
                }
            }
        }
        """, """
        namespace Shop;

        public sealed class Cleanup(NpgsqlConnection db)
        {
            public async Task RunAsync(CancellationToken stop)
            {
                await using var transaction = await db.BeginTransactionAsync(stop);
                await db.ExecuteAsync("DELETE FROM fact_sales WHERE id = 1", transaction: transaction); // one
                await transaction.CommitAsync(stop);
            }

            public void Run(IDbConnection any)
            {
                using (var transaction = any.BeginTransaction())
                using (var command = any.CreateCommand())
                {
                    command.Transaction = transaction;
                    command.CommandText = "DELETE FROM fact_sales WHERE id = 1";
                    command.ExecuteNonQuery();
                    transaction.Commit();
                }
            }
        }
        """);

    [Fact]
    public Task Fixes_before_the_return_once_its_value_is_computed() => Fixes("""
        namespace Shop;

        public sealed class Cleanup(SqliteConnection db)
        {
            public int Run()
            {
                using var transaction = db.[|BeginTransaction|]();
                return db.Execute("DELETE FROM fact_sales WHERE id = 1", transaction: transaction);
            }
        }
        """, """
        namespace Shop;

        public sealed class Cleanup(SqliteConnection db)
        {
            public int Run()
            {
                using var transaction = db.BeginTransaction();
                var result = db.Execute("DELETE FROM fact_sales WHERE id = 1", transaction: transaction);
                transaction.Commit();
                return result;
            }
        }
        """);

    [Fact]
    public Task Fixes_inside_the_try_and_names_an_unnamed_scope() => Fixes("""
        namespace Shop;

        public sealed class Cleanup(SqliteConnection db)
        {
            public void Run()
            {
                using (new [|System.Transactions.TransactionScope|]())
                {
                    try
                    {
                        db.Execute("DELETE FROM fact_sales WHERE id = 1");
                    }
                    catch (SqliteException)
                    {
                    }
                }
            }
        }
        """, """
        namespace Shop;

        public sealed class Cleanup(SqliteConnection db)
        {
            public void Run()
            {
                using (var scope = new System.Transactions.TransactionScope())
                {
                    try
                    {
                        db.Execute("DELETE FROM fact_sales WHERE id = 1");
                        scope.Complete();
                    }
                    catch (SqliteException)
                    {
                    }
                }
            }
        }
        """);

    [Theory]
    [InlineData("\"BEGIN TRAN; DELETE FROM fact_sales WHERE id = 1\"", "\"BEGIN TRAN; DELETE FROM fact_sales WHERE id = 1; COMMIT\"")]
    [InlineData("@\"BEGIN TRAN;\n    DELETE FROM fact_sales WHERE id = 1;\n\"", "@\"BEGIN TRAN;\n    DELETE FROM fact_sales WHERE id = 1; COMMIT;\n\"")]
    [InlineData("$\"BEGIN TRAN; DELETE FROM {\"fact\"}_sales WHERE id = 1;\"", "$\"BEGIN TRAN; DELETE FROM {\"fact\"}_sales WHERE id = 1; COMMIT;\"")]
    [InlineData("\"\"\"BEGIN TRAN; DELETE FROM fact_sales WHERE id = 1;\"\"\"", "\"\"\"BEGIN TRAN; DELETE FROM fact_sales WHERE id = 1; COMMIT;\"\"\"")]
    public Task Ends_the_text_that_begins_it_with_a_commit(string before, string after) => Fixes(
        $"sqlServer.[|Execute|]({before}); // one text",
        $"sqlServer.Execute({after}); // one text");

    [Fact]
    public Task Ends_two_texts_with_their_commits_at_once() => Fixes(
        "sqlServer.[|Execute|](\"BEGIN TRAN; DELETE FROM a WHERE id = 1\");\nsqlite.[|Execute|](\"BEGIN; DELETE FROM b WHERE id = 1;\");",
        "sqlServer.Execute(\"BEGIN TRAN; DELETE FROM a WHERE id = 1; COMMIT\");\nsqlite.Execute(\"BEGIN; DELETE FROM b WHERE id = 1; COMMIT;\");");

    [Fact]
    public Task Offers_no_commit_in_a_text_whose_transaction_goes_on() => OffersNoFix("""
        sqlServer.[|Execute|]("BEGIN TRANSACTION; DELETE FROM fact_sales WHERE id = 1");
        sqlServer.Execute("DELETE FROM fact_sales WHERE id = 2");
        """);
}
