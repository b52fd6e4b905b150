using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Pipeline;

/// <summary>Loads that remove first what they write again, in one transaction, in the shapes that C# gives them.</summary>
public sealed class SafeReloadTests
{
    [Fact]
    public void The_transaction_is_a_parameter() => Verdict.IsSilent("""
        public sealed class Sink(NpgsqlConnection db)
        {
            public void Load(IEnumerable<Sale> sales, NpgsqlTransaction transaction) => db.Execute("INSERT INTO fact_sales (id) VALUES (@Id)", sales, transaction);
        }
        public sealed class Job(Sink sink, Feed feed, NpgsqlConnection db)
        {
            public void Run()
            {
                using var transaction = db.BeginTransaction();
                db.Execute("DELETE FROM fact_sales", transaction: transaction);
                sink.Load(feed.Read("sales.csv"), transaction);
                transaction.Commit();
            }
        }
        """);

    [Fact]
    public void The_transaction_is_a_field_that_the_constructor_takes() => Verdict.IsSilent("""
        public sealed class Sink(NpgsqlConnection db, NpgsqlTransaction transaction)
        {
            private readonly NpgsqlTransaction _transaction = transaction;
            public void Load(IEnumerable<Sale> sales) => db.Execute("INSERT INTO fact_sales (id) VALUES (@Id)", sales, _transaction);
        }
        public sealed class Job(Feed feed, NpgsqlConnection db)
        {
            public void Run()
            {
                using var transaction = db.BeginTransaction();
                db.Execute("TRUNCATE TABLE fact_sales", transaction: transaction);
                new Sink(db, transaction).Load(feed.Read("sales.csv"));
                transaction.Commit();
            }
        }
        """);

    [Fact]
    public void An_execution_strategy_repeats_a_whole_refresh() => Verdict.IsSilent("""
        public sealed class Job(ShopContext context, Feed feed)
        {
            public void Run() => context.Database.CreateExecutionStrategy().Execute(() =>
            {
                using var transaction = context.Database.BeginTransaction();
                context.Sales.ExecuteDelete();
                context.Sales.AddRange(feed.Read("sales.csv"));
                context.SaveChanges();
                transaction.Commit();
            });
        }
        """);

    [Fact]
    public void A_local_function_clears_before_another_fills() => Verdict.IsSilent("""
        public sealed class Job(NpgsqlConnection db, Feed feed)
        {
            public void Run()
            {
                using var transaction = db.BeginTransaction();
                Clear();
                Fill(feed.Read("sales.csv"));
                transaction.Commit();

                void Clear() => db.Execute("DELETE FROM fact_sales", transaction: transaction);
                void Fill(IEnumerable<Sale> sales) => db.Execute("INSERT INTO fact_sales (id) VALUES (@Id)", sales, transaction);
            }
        }
        """);

    [Fact]
    public void The_other_part_of_the_class_clears() => Verdict.IsSilent("""
        public sealed partial class Job(NpgsqlConnection db, Feed feed)
        {
            public void Run()
            {
                using var transaction = db.BeginTransaction();
                Clear(transaction);
                db.Execute("INSERT INTO fact_sales (id) VALUES (@Id)", feed.Read("sales.csv"), transaction);
                transaction.Commit();
            }
        }
        public sealed partial class Job
        {
            private void Clear(NpgsqlTransaction transaction) => db.Execute("DELETE FROM fact_sales", transaction: transaction);
        }
        """);

    [Fact]
    public void The_day_is_removed_before_it_is_loaded_by_another_class() => Verdict.IsSilent("""
        public sealed class Window(NpgsqlConnection db, NpgsqlTransaction transaction)
        {
            public void Clear(DateTime day) => db.Execute("DELETE FROM fact_sales WHERE sold_at = @day", new { day }, transaction);
            public void Fill(IEnumerable<Sale> sales) => db.Execute("INSERT INTO fact_sales (id, sold_at) VALUES (@Id, @SoldAt)", sales, transaction);
        }
        public sealed class Job(NpgsqlConnection db, Feed feed)
        {
            public void Run(DateTime day)
            {
                using var transaction = db.BeginTransaction();
                var window = new Window(db, transaction);
                window.Clear(day);
                window.Fill(feed.Read($"sales_{day:yyyyMMdd}.csv"));
                transaction.Commit();
            }
        }
        """);

    [Fact]
    public void A_static_helper_takes_what_to_run_in_a_transaction() => Verdict.IsSilent("""
        public static class Work
        {
            public static void InTransaction(NpgsqlConnection db, Action<NpgsqlTransaction> body)
            {
                using var transaction = db.BeginTransaction();
                body(transaction);
                transaction.Commit();
            }
        }
        public sealed class Job(NpgsqlConnection db, Feed feed)
        {
            public void Run() => Work.InTransaction(db, transaction =>
            {
                db.Execute("DELETE FROM fact_sales", transaction: transaction);
                db.Execute("INSERT INTO fact_sales (id) VALUES (@Id)", feed.Read("sales.csv"), transaction);
            });
        }
        """);
}
