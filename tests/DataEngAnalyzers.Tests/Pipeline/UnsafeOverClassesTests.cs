using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Pipeline;

/// <summary>Loads spread over classes that a second run breaks: the finding stands where the write does.</summary>
public sealed class UnsafeOverClassesTests
{
    [Fact]
    public void A_job_that_reads_with_one_class_and_stores_with_another() => Verdict.Reports("""
        public sealed class Job(SaleStore store, Feed feed)
        {
            public void Run()
            {
                foreach (var sale in feed.Read("sales.csv"))
                    store.Add(sale);
            }
        }
        """, "DEA1001 fact_sales");

    [Fact]
    public void A_store_behind_an_interface() => Verdict.Reports("""
        public sealed class Job(ISaleStore store, Feed feed)
        {
            public void Run()
            {
                foreach (var sale in feed.Read("sales.csv"))
                    store.Add(sale);
            }
        }
        """, "DEA1001 fact_sales");

    [Fact]
    public void One_of_two_stores_is_unsafe() => Verdict.Reports("""
        public sealed class CarefulStore(NpgsqlConnection db) : ISaleStore
        {
            public void Add(Sale sale) => db.Execute("INSERT INTO fact_sales (id) VALUES (@Id) ON CONFLICT (id) DO NOTHING", sale);
        }
        public sealed class Job(ISaleStore store, Feed feed)
        {
            public void Run()
            {
                foreach (var sale in feed.Read("sales.csv"))
                    store.Add(sale);
            }
        }
        """, "DEA1001 fact_sales");

    [Fact]
    public void A_static_helper() => Verdict.Reports("""
        public static class Sales
        {
            public static void Append(NpgsqlConnection db, Sale sale) => db.Execute("INSERT INTO fact_sales (id) VALUES (@Id)", sale);
        }
        public sealed class Job(NpgsqlConnection db, Feed feed)
        {
            public void Run()
            {
                foreach (var sale in feed.Read("sales.csv"))
                    Sales.Append(db, sale);
            }
        }
        """, "DEA1001 fact_sales");

    [Fact]
    public void An_extension_method() => Verdict.Reports("""
        public static class Sales
        {
            public static void Append(this NpgsqlConnection db, IEnumerable<Sale> sales) => db.Execute("INSERT INTO fact_sales (id) VALUES (@Id)", sales);
        }
        public sealed class Job(NpgsqlConnection db, Feed feed)
        {
            public void Run() => db.Append(feed.Read("sales.csv"));
        }
        """, "DEA1001 fact_sales");

    [Fact]
    public void The_loop_stands_in_a_base_class() => Verdict.Reports("""
        public abstract class Import(Feed feed)
        {
            public void Run()
            {
                foreach (var sale in feed.Read("sales.csv"))
                    Save(sale);
            }
            protected abstract void Save(Sale sale);
        }
        public sealed class SaleImport(NpgsqlConnection db, Feed feed) : Import(feed)
        {
            protected override void Save(Sale sale) => db.Execute("INSERT INTO fact_sales (id) VALUES (@Id)", sale);
        }
        """, "DEA1001 fact_sales");

    [Fact]
    public void The_write_stands_in_a_base_class() => Verdict.Reports("""
        public abstract class StoreBase(NpgsqlConnection db)
        {
            protected void Insert(Sale sale) => db.Execute("INSERT INTO fact_sales (id) VALUES (@Id)", sale);
        }
        public sealed class Job(NpgsqlConnection db, Feed feed) : StoreBase(db)
        {
            public void Run()
            {
                foreach (var sale in feed.Read("sales.csv"))
                    Insert(sale);
            }
        }
        """, "DEA1001 fact_sales");

    [Fact]
    public void Extract_transform_and_load_are_three_classes() => Verdict.Reports("""
        public sealed class Cleaner
        {
            public IEnumerable<Sale> Clean(IEnumerable<Sale> sales)
            {
                foreach (var sale in sales)
                    yield return new Sale { Id = sale.Id, Amount = Math.Round(sale.Amount, 2) };
            }
        }
        public sealed class Sink(NpgsqlConnection db)
        {
            public void Load(IEnumerable<Sale> sales) => db.Execute("INSERT INTO fact_sales (id) VALUES (@Id)", sales);
        }
        public sealed class Nightly(NpgsqlConnection db)
        {
            public void Run() => new Sink(db).Load(new Cleaner().Clean(new Feed().Read("sales.csv")));
        }
        """, "DEA1001 fact_sales");

    [Fact]
    public void Only_one_of_two_callers_clears_first() => Verdict.Reports("""
        public sealed class Sink(NpgsqlConnection db)
        {
            public void Load(IEnumerable<Sale> sales) => db.Execute("INSERT INTO fact_sales (id) VALUES (@Id)", sales);
        }
        public sealed class Rebuild(Sink sink, Feed feed, NpgsqlConnection db)
        {
            public void Run()
            {
                using var transaction = db.BeginTransaction();
                db.Execute("DELETE FROM fact_sales", transaction: transaction);
                sink.Load(feed.Read("sales.csv"));
                transaction.Commit();
            }
        }
        public sealed class Daily(Sink sink, Feed feed)
        {
            public void Run() => sink.Load(feed.Read("sales.csv"));
        }
        """, "DEA1001 fact_sales");

    [Fact]
    public void The_evidence_names_the_caller_that_does_not_clear() => Assert.Contains("Daily calls it so", Verdict.EvidenceIn("""
        public sealed class Sink(NpgsqlConnection db)
        {
            public void Load(IEnumerable<Sale> sales) => db.Execute("INSERT INTO fact_sales (id) VALUES (@Id)", sales);
        }
        public sealed class Rebuild(Sink sink, NpgsqlConnection db)
        {
            public void Run(List<Sale> sales)
            {
                db.Execute("TRUNCATE TABLE fact_sales");
                sink.Load(sales);
            }
        }
        public sealed class Daily(Sink sink, Feed feed)
        {
            public void Run() => sink.Load(feed.Read("sales.csv"));
        }
        """));

    [Fact]
    public void The_caller_retries_the_write() => Verdict.Reports("""
        public sealed class Job(SaleStore store, Feed feed)
        {
            public void Run()
            {
                foreach (var sale in feed.Read("sales.csv"))
                {
                    for (var attempt = 0; attempt < 3; attempt++)
                    {
                        try { store.Add(sale); break; }
                        catch (Exception) { Thread.Sleep(100); }
                    }
                }
            }
        }
        """, "DEA1033 fact_sales", "DEA1017 fact_sales");

    [Fact]
    public void A_helper_of_another_class_retries_the_write() => Verdict.Reports("""
        public static class Again
        {
            public static void Run(Action action)
            {
                while (true)
                {
                    try { action(); return; }
                    catch (Exception) { Thread.Sleep(100); }
                }
            }
        }
        public sealed class Job(SaleStore store, Feed feed)
        {
            public void Run()
            {
                foreach (var sale in feed.Read("sales.csv"))
                    Again.Run(() => store.Add(sale));
            }
        }
        """, "DEA1033 fact_sales");

    [Fact]
    public void One_class_empties_the_table_and_another_fills_it_without_a_transaction() => Verdict.Reports("""
        public sealed class Cleaner(NpgsqlConnection db)
        {
            public void Clear() => db.Execute("DELETE FROM mart_sales");
        }
        public sealed class Mart(NpgsqlConnection db)
        {
            public void Fill() => db.Execute("INSERT INTO mart_sales (id) SELECT id FROM fact_sales");
        }
        public sealed class Job(Cleaner cleaner, Mart mart)
        {
            public void Run()
            {
                cleaner.Clear();
                mart.Fill();
            }
        }
        """, "DEA1010 mart_sales");

    [Fact]
    public void A_bulk_loader_three_calls_away() => Verdict.Reports("""
        public sealed class Copier(SqlConnection db)
        {
            public void Copy(DataTable rows)
            {
                using var bulk = new SqlBulkCopy(db) { DestinationTableName = "fact_sales" };
                bulk.WriteToServer(rows);
            }
        }
        public sealed class Loader(Copier copier) { public void Load(DataTable rows) => copier.Copy(rows); }
        public sealed class Service(Loader loader) { public void Import(DataTable rows) => loader.Load(rows); }
        public sealed class Job(Service service) { public void Run(DataTable rows) => service.Import(rows); }
        """, "DEA1020 fact_sales");

    [Fact]
    public void A_test_calls_the_loader_too() => Verdict.Reports("""
        public sealed class Sink(NpgsqlConnection db, Feed feed)
        {
            public void Load() => db.Execute("INSERT INTO fact_sales (id) VALUES (@Id)", feed.Read("sales.csv"));
        }
        public sealed class SinkTests
        {
            [Xunit.Fact]
            public void Loads() => new Sink(null!, new Feed()).Load();
        }
        """, "DEA1001 fact_sales");

    [Fact]
    public void The_table_is_named_by_the_derived_class() => Verdict.Reports("""
        public abstract class Loader(NpgsqlConnection db, Feed feed)
        {
            protected abstract string Table { get; }
            public void Load() => db.Execute($"INSERT INTO {Table} (id) VALUES (@Id)", feed.Read("sales.csv"));
        }
        public sealed class SaleLoader(NpgsqlConnection db, Feed feed) : Loader(db, feed)
        {
            protected override string Table => "fact_sales";
        }
        """, "DEA1001 fact_sales");

    [Fact]
    public void The_table_is_handed_to_the_constructor() => Verdict.Reports("""
        public sealed class Sink(NpgsqlConnection db, string table)
        {
            private readonly string _table = table;
            public void Load(IEnumerable<Sale> sales) => db.Execute($"INSERT INTO {_table} (id) VALUES (@Id)", sales);
        }
        public sealed class Job(NpgsqlConnection db, Feed feed)
        {
            public void Run() => new Sink(db, "fact_sales").Load(feed.Read("sales.csv"));
        }
        """, "DEA1001 fact_sales");

    [Fact]
    public void Jobs_that_call_each_other_have_one_entry() => Verdict.Reports("""
        public sealed class Ping(NpgsqlConnection db, Feed feed)
        {
            public void Go(int n) { if (n > 0) new Pong(db, feed).Go(n - 1); db.Execute("INSERT INTO ping (id) VALUES (@Id)", feed.Read("ping.csv")); }
        }
        public sealed class Pong(NpgsqlConnection db, Feed feed)
        {
            public void Go(int n) { if (n > 0) new Ping(db, feed).Go(n - 1); db.Execute("INSERT INTO pong (id) VALUES (@Id)", feed.Read("pong.csv")); }
        }
        """, "DEA1001 ping", "DEA1001 pong");

    [Fact]
    public void A_lambda_of_one_class_is_run_for_each_row_by_another() => Verdict.Reports("""
        public static class Rows
        {
            public static void ForEach(string path, Action<Sale> handle)
            {
                foreach (var sale in new Feed().Read(path))
                    handle(sale);
            }
        }
        public sealed class Job(NpgsqlConnection db)
        {
            public void Run() => Rows.ForEach("sales.csv", sale => db.Execute("INSERT INTO fact_sales (id) VALUES (@Id)", sale));
        }
        """, "DEA1001 fact_sales");

    [Fact]
    public void A_transaction_of_the_caller_saves_no_insert_that_nothing_clears() => Verdict.Reports("""
        public sealed class Job(SaleStore store, Feed feed, NpgsqlConnection db)
        {
            public void Run()
            {
                using var transaction = db.BeginTransaction();
                foreach (var sale in feed.Read("sales.csv"))
                    store.Add(sale);
                transaction.Commit();
            }
        }
        """, "DEA1001 fact_sales");

    [Fact]
    public void A_getter_reads_and_a_method_stores() => Verdict.Reports("""
        public sealed class Source(Feed feed)
        {
            public IEnumerable<Sale> Sales => feed.Read("sales.csv");
        }
        public sealed class Job(SaleStore store, Source source)
        {
            public void Run()
            {
                foreach (var sale in source.Sales)
                    store.Add(sale);
            }
        }
        """, "DEA1001 fact_sales");

    [Fact]
    public void A_constructor_loads() => Verdict.Reports("""
        public sealed class Snapshot
        {
            public Snapshot(NpgsqlConnection db, Feed feed) => db.Execute("INSERT INTO fact_sales (id) VALUES (@Id)", feed.Read("sales.csv"));
        }
        public sealed class Job(NpgsqlConnection db, Feed feed)
        {
            public object Run() => new Snapshot(db, feed);
        }
        """, "DEA1001 fact_sales");
}
