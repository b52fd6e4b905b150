using System;
using System.Linq;
using System.Threading.Tasks;
using DataEngAnalyzers.Hosting;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Pipeline.Across;

/// <summary>Calls into other projects of which the right thing to say is nothing, in the editor and in a build.</summary>
public sealed class AcrossProjectsTrapTests
{
    private static readonly string[] Reruns = ["DEA1001", "DEA1033", "DEA1020", "DEA1021"];

    [Fact]
    public async Task An_upsert() => Assert.Empty(await Shop.Says("""
        namespace Shop.Data;
        public sealed class SaleRepository(NpgsqlConnection db)
        {
            public void StoreSale(Sale sale) => db.Execute("INSERT INTO sales (id) VALUES (@Id) ON CONFLICT (id) DO UPDATE SET id = excluded.id", sale);
        }
        """, Shop.JobOver("repository.StoreSale(sale);"), Reruns));

    [Fact]
    public async Task An_insert_where_an_update_found_no_row() => Assert.Empty(await Shop.Says("""
        namespace Shop.Data;
        public sealed class SaleRepository(NpgsqlConnection db)
        {
            public void StoreSale(Sale sale)
            {
                if (db.ExecuteScalar<int>("SELECT count(*) FROM sales WHERE id = @Id", sale) == 0)
                    db.Execute("INSERT INTO sales (id) VALUES (@Id)", sale);
            }
        }
        """, Shop.JobOver("repository.StoreSale(sale);"), Reruns));

    [Fact]
    public async Task An_insert_that_expects_the_key_to_be_there() => Assert.Empty(await Shop.Says("""
        namespace Shop.Data;
        public sealed class SaleRepository(NpgsqlConnection db)
        {
            public void StoreSale(Sale sale)
            {
                try { db.Execute("INSERT INTO sales (id) VALUES (@Id)", sale); }
                catch (PostgresException error) when (error.SqlState == "23505") { }
            }
        }
        """, Shop.JobOver("repository.StoreSale(sale);"), Reruns));

    [Fact]
    public async Task The_caller_expects_the_key_to_be_there() => Assert.Empty(await Shop.Says(
        Shop.Append, Shop.JobOver("try { repository.InsertSale(sale); } catch (PostgresException error) when (error.SqlState == \"23505\") { }"), Reruns));

    [Fact]
    public async Task The_caller_empties_the_table() => Assert.Empty(await Shop.Says(
        Shop.Append, Shop.JobOver("repository.InsertSale(sale);", before: "db.Execute(\"TRUNCATE TABLE sales\");", repository: "NpgsqlConnection db, SaleRepository"), Reruns));

    [Fact]
    public async Task The_repository_empties_the_table_so_the_one_flaw_is_that_nothing_holds_both() => Assert.Equal(
        ["DEA1010 11: 'sales' loses all its rows when this load fails: the delete before it is already committed"],
        await Shop.Says(Shop.Append, Shop.JobOver("repository.InsertSale(sale);", before: "repository.DeleteSales();"), [.. Reruns, "DEA1010"]));

    [Fact]
    public async Task A_transaction_that_is_handed_across_the_whole_way() => Assert.Empty(await Shop.Says("""
        namespace Shop.Data;
        public sealed class SaleRepository
        {
            public void InsertSale(Sale sale, NpgsqlConnection db, NpgsqlTransaction transaction) => db.Execute("INSERT INTO sales (id) VALUES (@Id)", sale, transaction);
        }
        """, """
        using Shop.Data;
        namespace Shop.Jobs;
        public sealed class Job(SaleRepository repository)
        {
            public void Run(NpgsqlConnection db, NpgsqlTransaction transaction)
            {
                using var csv = new CsvReader(new StreamReader("sales.csv"), CultureInfo.InvariantCulture);
                foreach (var sale in csv.GetRecords<Sale>())
                    repository.InsertSale(sale, db, transaction);
            }
        }
        """, Reruns));

    [Fact]
    public async Task A_unit_of_work_of_another_project_around_a_refresh() => Assert.Empty(
        await Shop.Says(Work, WorkJob("work.Begin();", "work.Commit();"), "DEA1001", "DEA1010", "DEA1015", "DEA1033"));

    private const string Work = """
        namespace Shop.Data;
        public sealed class SaleSession(NpgsqlConnection db)
        {
            private IDisposable? _transaction;
            public NpgsqlConnection Connection => db;
            public void Begin() => _transaction = db.BeginTransaction();
            public void Commit() => ((NpgsqlTransaction)_transaction!).Commit();
        }
        """;

    private static string WorkJob(string begin, string commit) => $$"""
        using Shop.Data;
        namespace Shop.Jobs;
        public sealed class Job(SaleSession work)
        {
            public void Run()
            {
                using var csv = new CsvReader(new StreamReader("sales.csv"), CultureInfo.InvariantCulture);
                {{begin}}
                work.Connection.Execute("DELETE FROM sales");
                foreach (var sale in csv.GetRecords<Sale>())
                    work.Connection.Execute("INSERT INTO sales (id) VALUES (@Id)", sale);
                {{commit}}
            }
        }
        """;

    [Fact]
    public async Task A_transaction_of_the_caller_that_the_repository_is_given() => Assert.Empty(await Shop.Says(Refresher, Refresh("var transaction = db.BeginTransaction();", "transaction", "transaction.Commit();"), "DEA1001", "DEA1010", "DEA1015"));

    private const string Refresher = """
        namespace Shop.Data;
        public sealed class SaleRepository
        {
            public void Clear(NpgsqlConnection db, NpgsqlTransaction? transaction) => db.Execute("DELETE FROM sales", null, transaction);
            public void InsertSale(Sale sale, NpgsqlConnection db, NpgsqlTransaction? transaction) => db.Execute("INSERT INTO sales (id) VALUES (@Id)", sale, transaction);
        }
        """;

    private static string Refresh(string begin, string transaction, string commit) => $$"""
        using Shop.Data;
        namespace Shop.Jobs;
        public sealed class Job(SaleRepository repository)
        {
            public void Run(NpgsqlConnection db)
            {
                using var csv = new CsvReader(new StreamReader("sales.csv"), CultureInfo.InvariantCulture);
                {{begin}}
                repository.Clear(db, {{transaction}});
                foreach (var sale in csv.GetRecords<Sale>())
                    repository.InsertSale(sale, db, {{transaction}});
                {{commit}}
            }
        }
        """;

    [Fact]
    public async Task The_same_refresh_without_the_unit_of_work_is_reported() => Assert.Equal(
        ["DEA1010 11: 'sales' loses all its rows when this load fails: the delete before it is already committed"],
        await Shop.Says(Work, WorkJob("", ""), "DEA1001", "DEA1010", "DEA1015", "DEA1033"));

    [Fact]
    public async Task What_the_other_project_hears_itself() => Assert.Empty(await Shop.Says("""
        namespace Shop.Data;
        public sealed class SaleImport(NpgsqlConnection db)
        {
            public void ImportSales(string path)
            {
                using var csv = new CsvReader(new StreamReader(path), CultureInfo.InvariantCulture);
                foreach (var sale in csv.GetRecords<Sale>())
                    db.Execute("INSERT INTO sales (id) VALUES (@Id)", sale);
            }
        }
        """, """
        using Shop.Data;
        namespace Shop.Jobs;
        public static class Program
        {
            public static void Run(SaleImport import) => import.ImportSales("sales.csv");
        }
        """));

    [Fact]
    public async Task One_of_two_implementations_decides() => Assert.Empty(await Projects.Of(
        ("Shop.Rows", Shop.Rows + "\npublic interface ISaleStore { void Store(Sale row); }"),
        ("Shop.Data", """
            namespace Shop.Data;
            public sealed class Appender(NpgsqlConnection db) : ISaleStore { public void Store(Sale sale) => db.Execute("INSERT INTO sales (id) VALUES (@Id)", sale); }
            public sealed class Upserter(NpgsqlConnection db) : ISaleStore { public void Store(Sale sale) => db.Execute("INSERT INTO sales (id) VALUES (@Id) ON CONFLICT (id) DO NOTHING", sale); }
            """),
        ("Shop.Jobs", Shop.JobOver("repository.Store(sale);", "ISaleStore"))).Says(Reruns));

    [Fact]
    public async Task A_project_that_keeps_its_facts_to_itself()
    {
        var solution = Projects.Of(("Shop.Rows", Shop.Rows), ("Shop.Data", Shop.Append), ("Shop.Jobs", Shop.JobOver("repository.InsertSale(sale);")));
        solution.Options["build_property.DataEngEmitFacts"] = "false";

        Assert.Null(solution.Left("Shop.Data"));
        Assert.Empty(await solution.Says(Reruns));
    }

    [Theory]
    [InlineData("Summaries/1", "Summaries/2")]
    [InlineData("\\n\\tsql", "\\n\\tsqueal")]
    [InlineData("\\n\\tsql", "\\n\\tsql\\t@loops=rows:#9999")]
    [InlineData("@text=", "@text={")]
    [InlineData("M:Shop.Data.SaleRepository.InsertSale(", "Shop(")]
    public async Task A_text_of_a_newer_version_or_one_that_is_damaged(string part, string instead)
    {
        var solution = Projects.Of(text =>
        {
            Assert.Contains(part, text, StringComparison.Ordinal);
            return text.Replace(part, instead, StringComparison.Ordinal);
        }, ("Shop.Rows", Shop.Rows), ("Shop.Data", Shop.Append), ("Shop.Jobs", Shop.JobOver("repository.InsertSale(sale);")));

        Assert.Empty(await solution.SaysInBuild(Reruns));
    }

    [Fact]
    public void A_project_that_moves_no_data_leaves_nothing() =>
        Assert.Null(Projects.Of(("Shop.Rows", Shop.Rows), ("Shop.Jobs", "public sealed class Job { }")).Left("Shop.Rows"));
}
