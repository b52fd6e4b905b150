using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Pipeline;

/// <summary>A check around a <c>yield return</c>, or in the predicate of a <c>Where</c>, decides which rows the consumer's loop gets.</summary>
public sealed class SafeIteratorTests
{
    private const string Lookup = """
        public sealed class Lookup(NpgsqlConnection db)
        {
            public bool Exists(int id) => db.ExecuteScalar<bool>("SELECT EXISTS (SELECT 1 FROM fact_sales WHERE id = @id)", new { id });
        }

        """;

    private const string Job = """

        public sealed class Job(Filter filter, Feed feed, SaleStore store)
        {
            public void Run() { foreach (var sale in filter.Fresh(feed.Read("sales.csv"))) store.Add(sale); }
        }
        """;

    [Theory]
    [InlineData("foreach (var sale in sales) { if (!lookup.Exists(sale.Id)) yield return sale; }")]
    [InlineData("foreach (var sale in sales) { if (lookup.Exists(sale.Id)) continue; yield return sale; }")]
    [InlineData("return sales.Where(sale => !lookup.Exists(sale.Id));")]
    [InlineData("return sales.Where(sale => { var known = lookup.Exists(sale.Id); return !known; }).ToList();")]
    [InlineData("return from sale in sales where !lookup.Exists(sale.Id) select sale;")]
    [InlineData("var fresh = new List<Sale>(); foreach (var sale in sales) { if (!lookup.Exists(sale.Id)) fresh.Add(sale); } return fresh;")]
    [InlineData("return sales.Where(IsFresh); bool IsFresh(Sale sale) => !lookup.Exists(sale.Id);")]
    [InlineData("return Inner(); IEnumerable<Sale> Inner() { foreach (var sale in sales) { if (lookup.Exists(sale.Id)) continue; yield return sale; } }")]
    [InlineData("return sales.Where(sale => !lookup.Exists(sale.Id)).Select(sale => new Sale { Id = sale.Id }).OrderBy(sale => sale.Id).ToArray();")]
    [InlineData("foreach (var sale in sales.Where(sale => !lookup.Exists(sale.Id))) yield return new Sale { Id = sale.Id };")]
    public void Another_class_lets_only_new_rows_through(string body) => Verdict.IsSilent(Lookup + $$"""
        public sealed class Filter(Lookup lookup)
        {
            public IEnumerable<Sale> Fresh(IEnumerable<Sale> sales) { {{body}} }
        }
        """ + Job);

    [Theory]
    [InlineData("foreach (var sale in sales) { if (db.ExecuteScalar<int>(\"SELECT COUNT(*) FROM loaded_sales WHERE id = @Id\", sale) == 0) yield return sale; }")]
    [InlineData("foreach (var sale in sales) { var known = db.ExecuteScalar<int>(\"SELECT COUNT(*) FROM loaded_sales WHERE id = @Id\", sale); if (known > 0) continue; yield return sale; }")]
    [InlineData("foreach (var sale in sales) { if (db.ExecuteScalar<int>(\"SELECT COUNT(*) FROM fact_sales WHERE id = @Id\", sale) == 0) yield return sale; }")]
    [InlineData("return sales.Where(sale => db.ExecuteScalar<int>(\"SELECT COUNT(*) FROM loaded_sales WHERE id = @Id\", sale) == 0);")]
    [InlineData("return sales.Where(sale => db.ExecuteScalar<bool>(\"SELECT EXISTS (SELECT 1 FROM fact_sales WHERE id = @Id)\", sale) == false);")]
    public void Another_class_asks_a_table_of_loaded_rows(string body) => Verdict.IsSilent($$"""
        public sealed class Filter(NpgsqlConnection db)
        {
            public IEnumerable<Sale> Fresh(IEnumerable<Sale> sales) { {{body}} }
        }
        """ + Job);

    [Theory]
    [InlineData("foreach (var sale in sales) yield return sale;")]
    [InlineData("foreach (var sale in sales) { if (sale.Amount > 0) yield return sale; }")]
    [InlineData("return sales.Where(sale => sale.Amount > 0);")]
    public void Another_class_lets_rows_through_again(string body) => Verdict.Reports($$"""
        public sealed class Filter
        {
            public IEnumerable<Sale> Fresh(IEnumerable<Sale> sales) { {{body}} }
        }
        """ + Job, "DEA1001 fact_sales");

    [Fact]
    public void An_iterator_ends_where_its_file_was_loaded() => Verdict.IsSilent("""
        public sealed class Source(NpgsqlConnection db, Feed feed)
        {
            public IEnumerable<Sale> Read(string file)
            {
                if (db.ExecuteScalar<int>("SELECT COUNT(*) FROM processed_files WHERE name = @file", new { file }) > 0)
                    yield break;
                foreach (var sale in feed.Read(file))
                    yield return sale;
            }
        }
        public sealed class Job(Source source, SaleStore store)
        {
            public void Run(string file) { foreach (var sale in source.Read(file)) store.Add(sale); }
        }
        """);

    [Fact]
    public void An_async_stream_leaves_known_rows_out() => Verdict.IsSilent("""
        public sealed class Filter(NpgsqlConnection db)
        {
            public async IAsyncEnumerable<Sale> Fresh(IEnumerable<Sale> sales)
            {
                foreach (var sale in sales)
                {
                    if (!await db.ExecuteScalarAsync<bool>("SELECT EXISTS (SELECT 1 FROM loaded_sales WHERE id = @Id)", sale))
                        yield return sale;
                }
            }
        }
        public sealed class Job(Filter filter, Feed feed, SaleStore store)
        {
            public async Task Run() { await foreach (var sale in filter.Fresh(feed.Read("sales.csv"))) store.Add(sale); }
        }
        """);

    [Fact]
    public void The_files_are_sieved_before_their_rows_are_read() => Verdict.IsSilent("""
        public sealed class Inbox(NpgsqlConnection db)
        {
            public IEnumerable<string> Open() => Directory.GetFiles("in").Where(file => db.ExecuteScalar<int>("SELECT COUNT(*) FROM processed_files WHERE name = @file", new { file }) == 0);
        }
        public sealed class Job(Inbox inbox, Feed feed, SaleStore store)
        {
            public void Run()
            {
                foreach (var file in inbox.Open())
                {
                    foreach (var sale in feed.Read(file))
                        store.Add(sale);
                }
            }
        }
        """);

    [Fact]
    public void The_sieved_rows_are_written_at_once_by_a_third_class() => Verdict.IsSilent(Lookup + """
        public sealed class Filter(Lookup lookup)
        {
            public IEnumerable<Sale> Fresh(IEnumerable<Sale> sales) { foreach (var sale in sales) { if (!lookup.Exists(sale.Id)) yield return sale; } }
        }
        public sealed class Sink(NpgsqlConnection db)
        {
            public void Load(IEnumerable<Sale> sales) => db.Execute("INSERT INTO fact_sales (id) VALUES (@Id)", sales);
        }
        public sealed class Job(Filter filter, Sink sink, Feed feed)
        {
            public void Run()
            {
                var fresh = filter.Fresh(feed.Read("sales.csv"));
                sink.Load(fresh);
            }
        }
        """);

    [Theory]
    [InlineData("foreach (var sale in sales) { if (db.ExecuteScalar<int>(\"SELECT COUNT(*) FROM loaded_sales WHERE id = @Id\", sale) > 0) Console.WriteLine(sale.Id); yield return sale; }")]
    [InlineData("foreach (var sale in sales) yield return sale; if (db.ExecuteScalar<int>(\"SELECT COUNT(*) FROM loaded_sales\") == 0) Console.WriteLine();")]
    [InlineData("return sales.Select(sale => new Sale { Id = sale.Id, Amount = db.ExecuteScalar<decimal>(\"SELECT rate FROM rates WHERE id = @Id\", sale) });")]
    public void A_look_that_decides_nothing_guards_nothing(string body) => Verdict.Reports($$"""
        public sealed class Filter(NpgsqlConnection db)
        {
            public IEnumerable<Sale> Fresh(IEnumerable<Sale> sales) { {{body}} }
        }
        """ + Job, "DEA1001 fact_sales");

    [Fact]
    public void A_sieve_whose_result_nobody_writes_guards_nothing() => Verdict.Reports("""
        public sealed class Filter(NpgsqlConnection db)
        {
            public IEnumerable<Sale> Fresh(IEnumerable<Sale> sales) => sales.Where(sale => db.ExecuteScalar<int>("SELECT COUNT(*) FROM loaded_sales WHERE id = @Id", sale) == 0);
        }
        public sealed class Job(Filter filter, Feed feed, SaleStore store)
        {
            public void Run()
            {
                var sales = feed.Read("sales.csv");
                Console.WriteLine(filter.Fresh(sales).Count());
                foreach (var sale in sales)
                    store.Add(sale);
            }
        }
        """, "DEA1001 fact_sales");

    [Fact]
    public void What_the_rows_were_read_with_is_no_answer_about_them() => Verdict.Reports("""
        public sealed class Source(NpgsqlConnection db)
        {
            public IEnumerable<Sale> Read()
            {
                var shop = db.ExecuteScalar<int>("SELECT shop FROM settings");
                foreach (var sale in db.Query<Sale>("SELECT id, amount FROM raw_sales WHERE shop = @shop", new { shop }))
                {
                    if (sale.Amount > 0)
                        yield return sale;
                }
            }
        }
        public sealed class Job(Source source, SaleStore store)
        {
            public void Run() { foreach (var sale in source.Read()) store.Add(sale); }
        }
        """, "DEA1001 fact_sales");
}
