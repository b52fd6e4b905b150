using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Pipeline;

/// <summary>Loads that look unsafe where the write stands, and are made safe by another class.</summary>
public sealed class SafeOverClassesTests
{
    private const string Loader = """
        public sealed class Sink(NpgsqlConnection db)
        {
            public void Load(IEnumerable<Sale> sales) => db.Execute("INSERT INTO fact_sales (id) VALUES (@Id)", sales);
        }

        """;

    [Fact]
    public void The_caller_truncates_in_its_transaction() => Verdict.IsSilent(Loader + """
        public sealed class Job(Sink sink, Feed feed, NpgsqlConnection db)
        {
            public void Run()
            {
                using var transaction = db.BeginTransaction();
                db.Execute("TRUNCATE TABLE fact_sales", transaction: transaction);
                sink.Load(feed.Read("sales.csv"));
                transaction.Commit();
            }
        }
        """);

    [Fact]
    public void The_callers_caller_truncates_in_its_transaction() => Verdict.IsSilent(Loader + """
        public sealed class Step(Sink sink, Feed feed) { public void Do() => sink.Load(feed.Read("sales.csv")); }
        public sealed class Job(Step step, NpgsqlConnection db)
        {
            public void Run()
            {
                using var transaction = db.BeginTransaction();
                db.Execute("DELETE FROM fact_sales", transaction: transaction);
                step.Do();
                transaction.Commit();
            }
        }
        """);

    [Fact]
    public void A_scope_of_the_caller_holds_what_two_classes_do() => Verdict.IsSilent(Loader + """
        public sealed class Cleaner(NpgsqlConnection db) { public void Clear() => db.Execute("DELETE FROM fact_sales"); }
        public sealed class Job(Sink sink, Cleaner cleaner, Feed feed)
        {
            public void Run()
            {
                using var scope = new System.Transactions.TransactionScope();
                cleaner.Clear();
                sink.Load(feed.Read("sales.csv"));
                scope.Complete();
            }
        }
        """);

    [Fact]
    public void A_unit_of_work_owns_the_transaction() => Verdict.IsSilent(Loader + """
        public sealed class UnitOfWork(NpgsqlConnection db)
        {
            private NpgsqlTransaction? _transaction;
            public void Begin() => _transaction = db.BeginTransaction();
            public void Commit() => _transaction!.Commit();
        }
        public sealed class Cleaner(NpgsqlConnection db) { public void Clear() => db.Execute("DELETE FROM fact_sales"); }
        public sealed class Job(UnitOfWork work, Sink sink, Cleaner cleaner, Feed feed)
        {
            public void Run()
            {
                work.Begin();
                cleaner.Clear();
                sink.Load(feed.Read("sales.csv"));
                work.Commit();
            }
        }
        """);

    [Fact]
    public void The_upsert_stands_in_a_base_class() => Verdict.IsSilent("""
        public abstract class StoreBase(NpgsqlConnection db)
        {
            protected void Save(Sale sale) => db.Execute("INSERT INTO fact_sales (id) VALUES (@Id) ON CONFLICT (id) DO UPDATE SET id = EXCLUDED.id", sale);
        }
        public sealed class Job(NpgsqlConnection db, Feed feed) : StoreBase(db)
        {
            public void Run()
            {
                foreach (var sale in feed.Read("sales.csv"))
                    Save(sale);
            }
        }
        """);

    [Fact]
    public void The_caller_asks_a_table_of_processed_files() => Verdict.IsSilent(Loader + """
        public sealed class Ledger(NpgsqlConnection db)
        {
            public bool IsDone(string file) => db.ExecuteScalar<int>("SELECT COUNT(*) FROM processed_files WHERE name = @file", new { file }) > 0;
        }
        public sealed class Job(Ledger ledger, Sink sink, Feed feed)
        {
            public void Run(string file)
            {
                if (ledger.IsDone(file))
                    return;
                sink.Load(feed.Read(file));
            }
        }
        """);

    [Fact]
    public void The_rows_are_staged_and_merged_three_calls_away() => Verdict.IsSilent("""
        public sealed class Staging(NpgsqlConnection db)
        {
            public void Fill(IEnumerable<Sale> sales) => db.Execute("INSERT INTO sales_in (id) VALUES (@Id)", sales);
        }
        public sealed class Merger(NpgsqlConnection db)
        {
            public void Merge() => db.Execute("MERGE INTO fact_sales t USING sales_in s ON t.id = s.id WHEN NOT MATCHED THEN INSERT (id) VALUES (s.id)");
        }
        public sealed class Finish(Merger merger) { public void Do() => merger.Merge(); }
        public sealed class Steps(Staging staging, Finish finish)
        {
            public void Load(IEnumerable<Sale> sales) { staging.Fill(sales); finish.Do(); }
        }
        public sealed class Job(Steps steps, Feed feed) { public void Run() => steps.Load(feed.Read("sales.csv")); }
        """);

    [Fact]
    public void The_retry_is_around_the_read_only() => Verdict.IsSilent("""
        public static class Again
        {
            public static T Run<T>(Func<T> action)
            {
                while (true)
                {
                    try { return action(); }
                    catch (Exception) { Thread.Sleep(100); }
                }
            }
        }
        public sealed class Job(NpgsqlConnection db, Feed feed)
        {
            public void Run()
            {
                var sales = Again.Run(() => feed.Read("sales.csv"));
                db.Execute("INSERT INTO fact_sales (id) VALUES (@Id) ON CONFLICT DO NOTHING", sales);
            }
        }
        """);

    [Fact]
    public void The_repository_serves_web_requests_only() => Verdict.IsSilent("""
        public sealed class OrderStore(NpgsqlConnection db)
        {
            public void Insert(IEnumerable<Sale> sales) => db.Execute("INSERT INTO orders (id) VALUES (@Id)", sales);
        }
        public sealed class OrderImportController(OrderStore store) : Microsoft.AspNetCore.Mvc.ControllerBase
        {
            public void Post(List<Sale> sales) => store.Insert(sales);
        }
        """);

    [Fact]
    public void The_caller_takes_known_rows_out() => Verdict.IsSilent(Loader + """
        public sealed class Job(Sink sink, Feed feed, NpgsqlConnection db)
        {
            public void Run()
            {
                var known = db.Query<int>("SELECT id FROM fact_sales").ToHashSet();
                sink.Load(feed.Read("sales.csv").Where(sale => !known.Contains(sale.Id)));
            }
        }
        """);

    [Fact]
    public void Another_class_asks_for_the_row_first() => Verdict.IsSilent("""
        public sealed class Lookup(NpgsqlConnection db)
        {
            public bool Exists(int id) => db.ExecuteScalar<bool>("SELECT EXISTS (SELECT 1 FROM fact_sales WHERE id = @id)", new { id });
        }
        public sealed class Job(Lookup lookup, SaleStore store, Feed feed)
        {
            public void Run()
            {
                foreach (var sale in feed.Read("sales.csv"))
                {
                    if (!lookup.Exists(sale.Id))
                        store.Add(sale);
                }
            }
        }
        """);

    [Fact]
    public void The_caller_moves_the_file_away() => Verdict.IsSilent(Loader + """
        public sealed class Archive { public void Put(string file) => File.Move(file, file + ".done"); }
        public sealed class Job(Sink sink, Feed feed, Archive archive)
        {
            public void Run()
            {
                sink.Load(feed.Read("sales.csv"));
                archive.Put("sales.csv");
            }
        }
        """);

    [Fact]
    public void The_base_class_clears_before_it_calls_the_derived_one() => Verdict.IsSilent("""
        public abstract class Refresh(NpgsqlConnection db)
        {
            public void Run()
            {
                using var transaction = db.BeginTransaction();
                db.Execute("DELETE FROM mart_sales", transaction: transaction);
                Fill();
                transaction.Commit();
            }
            protected abstract void Fill();
        }
        public sealed class SalesMart(NpgsqlConnection db) : Refresh(db)
        {
            private readonly NpgsqlConnection _db = db;
            protected override void Fill() => _db.Execute("INSERT INTO mart_sales (id) SELECT id FROM fact_sales");
        }
        """);

    [Fact]
    public void An_interface_with_many_implementations_is_unknown_to_its_caller() => Verdict.IsSilent("""
        public interface IStep { void Do(Sale sale); }
        public sealed class One : IStep { public void Do(Sale sale) { } }
        public sealed class Two : IStep { public void Do(Sale sale) { } }
        public sealed class Three : IStep { public void Do(Sale sale) { } }
        public sealed class Four(NpgsqlConnection db) : IStep { public void Do(Sale sale) => db.Execute("INSERT INTO fact_sales (id) VALUES (@Id)", sale); }
        public sealed class Job(IStep step, Feed feed)
        {
            public void Run()
            {
                foreach (var sale in feed.Read("sales.csv"))
                    step.Do(sale);
            }
        }
        """);

    [Fact]
    public void The_container_is_told_which_store_to_make() => Verdict.IsSilent("""
        public sealed class CarefulStore(NpgsqlConnection db) : ISaleStore
        {
            public void Add(Sale sale) => db.Execute("INSERT INTO fact_sales (id) VALUES (@Id) ON CONFLICT (id) DO NOTHING", sale);
        }
        public static class Services
        {
            public static void AddScoped<TService, TImplementation>(this object services) where TImplementation : TService { }
            public static void Register(object services) => services.AddScoped<ISaleStore, CarefulStore>();
        }
        public sealed class Job(ISaleStore store, Feed feed)
        {
            public void Run()
            {
                foreach (var sale in feed.Read("sales.csv"))
                    store.Add(sale);
            }
        }
        """);

    [Fact]
    public void The_double_of_a_test_is_not_what_runs() => Verdict.IsSilent("""
        public interface IStore { void Save(IEnumerable<Sale> sales); }
        public sealed class Store(NpgsqlConnection db) : IStore
        {
            public void Save(IEnumerable<Sale> sales) => db.Execute("INSERT INTO fact_sales (id) VALUES (@Id) ON CONFLICT (id) DO NOTHING", sales);
        }
        public sealed class FakeStore(NpgsqlConnection db) : IStore
        {
            public void Save(IEnumerable<Sale> sales) => db.Execute("INSERT INTO fact_sales (id) VALUES (@Id)", sales);
        }
        public sealed class Job(IStore store, Feed feed) { public void Run() => store.Save(feed.Read("sales.csv")); }
        public sealed class StoreTests
        {
            [Xunit.Fact]
            public void Saves() => new FakeStore(null!).Save([]);
        }
        """);

    [Fact]
    public void Two_ways_that_no_run_takes_together_are_no_refresh() => Verdict.IsSilent("""
        public sealed class Cleaner(NpgsqlConnection db) { public void ClearAll() => db.Execute("DELETE FROM mart_sales"); }
        public sealed class Mart(NpgsqlConnection db)
        {
            public void Fill() => db.Execute("INSERT INTO mart_sales (id) SELECT id FROM fact_sales ON CONFLICT DO NOTHING");
        }
        public sealed class Job(Cleaner cleaner, Mart mart)
        {
            public void Run(string mode)
            {
                if (mode == "clear")
                    cleaner.ClearAll();
                else
                    mart.Fill();
            }
        }
        """);

    [Fact]
    public void A_seeder_fills_tables_through_a_repository() => Verdict.IsSilent("""
        public sealed class Store(NpgsqlConnection db)
        {
            public void Insert(IEnumerable<Sale> sales) => db.Execute("INSERT INTO fact_sales (id) VALUES (@Id)", sales);
        }
        public sealed class DemoSeeder(Store store, Feed feed)
        {
            public void Seed() => store.Insert(feed.Read("demo.csv"));
        }
        """);

    [Fact]
    public void A_menu_that_saves_one_row_beside_an_import_is_no_import() => Verdict.Reports("""
        public sealed class Customers(NpgsqlConnection db)
        {
            public void Add(string name) => db.Execute("INSERT INTO customers (name) VALUES (@name)", new { name });
        }
        public sealed class Copier(SqlConnection db)
        {
            public void Copy(DataTable rows)
            {
                using var bulk = new SqlBulkCopy(db) { DestinationTableName = "fact_sales" };
                bulk.WriteToServer(rows);
            }
        }
        public sealed class Menu(Customers customers, Copier copier)
        {
            public void Choose(string choice, DataTable rows)
            {
                if (choice == "add")
                    customers.Add(Console.ReadLine()!);
                if (choice == "import")
                    copier.Copy(rows);
            }
        }
        """, "DEA1020 fact_sales");
}
