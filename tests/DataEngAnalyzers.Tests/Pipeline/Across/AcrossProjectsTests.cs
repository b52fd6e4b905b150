using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Pipeline.Across;

/// <summary>A job in one project, the code that touches data in others: editor and build report the same at the call.</summary>
public sealed class AcrossProjectsTests
{
    private const string Rerun = "DEA1001 11: 'sales' gets every row again when RunAsync runs twice: the INSERT recognises no key";
    private const string Repeated = "DEA1033 11: 'sales' can get the same rows twice: the retry in RunAsync repeats the write, and nothing recognises rows that have landed";

    [Theory]
    [InlineData("repository.InsertSale(sale);")]
    [InlineData("await repository.InsertSaleAsync(sale);")]
    public async Task An_append_called_for_each_row_of_a_file(string call) =>
        Assert.Equal([Rerun], await Shop.Says(Shop.Append, Shop.JobOver(call), "DEA1001", "DEA1033"));

    [Fact]
    public async Task A_round_trip_for_each_row() =>
        Assert.Equal(["DEA6004 11: RunAsync makes one round trip to 'sales' per row: the run takes rows times latency and outgrows its window as the data grows"], await Shop.Says(Shop.Append, Shop.JobOver("repository.InsertSale(sale);"), "DEA6004"));

    [Fact]
    public async Task A_retry_around_an_append() => Assert.Equal([Repeated], await Shop.Says(
        Shop.Append,
        Shop.JobOver("repository.InsertSale(sale); break; } catch (DbException) { } }", around: "for (var attempt = 0; attempt < 3; attempt++) { try {"),
        "DEA1001",
        "DEA1033"));

    [Fact]
    public async Task An_append_behind_an_interface_of_a_third_project() => Assert.Equal([Rerun], await Projects.Of(
        ("Shop.Rows", Shop.Rows + "\npublic interface ISaleStore { void Store(Sale row); }"),
        ("Shop.Data", """
            namespace Shop.Data;
            internal sealed class SaleStore(NpgsqlConnection db) : ISaleStore
            {
                public void Store(Sale sale) => db.Execute("INSERT INTO sales (id, amount) VALUES (@Id, @Amount)", sale);
            }
            public static class Registration { }
            """),
        ("Shop.Jobs", Shop.JobOver("repository.Store(sale);", "ISaleStore"))).Says("DEA1001"));

    [Fact]
    public async Task A_base_class_implements_what_its_derived_class_promises() => Assert.Equal([Rerun], await Projects.Of(
        ("Shop.Rows", Shop.Rows + "\npublic interface ISaleStore { void Store(Sale row); }"),
        ("Shop.Data", """
            namespace Shop.Data;
            internal abstract class Base<T>(NpgsqlConnection db)
            {
                protected abstract string Table { get; }
                public void Store(T sale) => db.Execute("INSERT INTO sales (id, amount) VALUES (@Id, @Amount)", sale);
            }
            internal sealed class SaleStore(NpgsqlConnection db) : Base<Sale>(db), ISaleStore { protected override string Table => "sales"; }
            """),
        ("Shop.Jobs", Shop.JobOver("repository.Store(sale);", "ISaleStore").Replace("using Shop.Data;", "", System.StringComparison.Ordinal))).Says("DEA1001"));

    [Fact]
    public async Task The_one_of_two_implementations_that_the_job_registers() => Assert.Equal([Rerun], await Projects.Of(
        ("Shop.Rows", Shop.Rows + "\npublic interface ISaleStore { void Store(Sale row); }"),
        ("Shop.Data", """
            namespace Shop.Data;
            public sealed class Appender(NpgsqlConnection db) : ISaleStore { public void Store(Sale sale) => db.Execute("INSERT INTO sales (id) VALUES (@Id)", sale); }
            public sealed class Upserter(NpgsqlConnection db) : ISaleStore { public void Store(Sale sale) => db.Execute("INSERT INTO sales (id) VALUES (@Id) ON CONFLICT (id) DO NOTHING", sale); }
            """),
        ("Shop.Jobs", Shop.JobOver("repository.Store(sale);", "ISaleStore") + """

            public static class Setup
            {
                public static void Add(Microsoft.Extensions.DependencyInjection.IServiceCollection services) =>
                    Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions.AddScoped<ISaleStore, Appender>(services);
            }
            """)).Says("DEA1001"));

    [Fact]
    public async Task An_append_by_an_extension_method() => Assert.Equal([Rerun], await Shop.Says("""
        namespace Shop.Data;
        public static class Sales
        {
            public static void InsertInto(this Sale sale, NpgsqlConnection db) => db.Execute("INSERT INTO sales (id) VALUES (@Id)", sale);
        }
        """, Shop.JobOver("sale.InsertInto(repository);", "NpgsqlConnection"), "DEA1001"));

    [Fact]
    public async Task A_generic_repository_writes_the_table_of_the_row_it_is_called_with() => Assert.Equal(
        ["DEA1001 11: 'Sale' gets every row again when RunAsync runs twice: the INSERT recognises no key"],
        await Shop.Says("""
            namespace Shop.Data;
            public sealed class Repository(NpgsqlConnection db)
            {
                public void InsertRow<T>(T row) => db.Execute($"INSERT INTO {typeof(T).Name} VALUES (@Id)", row);
            }
            """, Shop.JobOver("repository.InsertRow(sale);", "Repository"), "DEA1001"));

    [Fact]
    public async Task A_table_named_by_the_caller() => Assert.Equal(
        ["DEA1001 11: 'eu.sales' gets every row again when RunAsync runs twice: the INSERT recognises no key"],
        await Shop.Says("""
            namespace Shop.Data;
            public sealed class Repository(NpgsqlConnection db)
            {
                public void InsertRow(string table, Sale sale) => db.Execute($"INSERT INTO {table} (id) VALUES (@Id)", sale);
            }
            """, Shop.JobOver("repository.InsertRow(\"eu.sales\", sale);", "Repository"), "DEA1001"));

    [Fact]
    public async Task An_append_two_projects_away() => Assert.Equal([Rerun], await Projects.Of(
        ("Shop.Rows", Shop.Rows),
        ("Shop.Data", Shop.Append),
        ("Shop.Services", """
            using Shop.Data;
            namespace Shop.Services;
            public sealed class SaleService(SaleRepository repository)
            {
                public void Keep(Sale sale) { if (sale.Amount > 0) repository.InsertSale(sale); }
            }
            """),
        ("Shop.Jobs", "using Shop.Services;" + Shop.JobOver("repository.Keep(sale);", "SaleService"))).Says("DEA1001"));

    [Fact]
    public async Task A_read_in_one_project_and_a_write_in_another_are_one_stage_of_the_job_between() => Assert.Equal(
        ["DEA1001 9: 'sales' gets every row again when Run runs twice: the INSERT recognises no key"],
        await Projects.Of(
            ("Shop.Rows", Shop.Rows),
            ("Shop.Files", """
                namespace Shop.Files;
                public sealed class SaleFile
                {
                    public IEnumerable<Sale> ReadSales(string path)
                    {
                        using var csv = new CsvReader(new StreamReader(path), CultureInfo.InvariantCulture);
                        foreach (var sale in csv.GetRecords<Sale>())
                            yield return sale;
                    }
                }
                """),
            ("Shop.Data", Shop.Append),
            ("Shop.Jobs", """
                using Shop.Data;
                using Shop.Files;
                namespace Shop.Jobs;
                public sealed class Job(SaleFile file, SaleRepository repository)
                {
                    public void Run()
                    {
                        foreach (var sale in file.ReadSales("sales.csv").Where(sale => sale.Amount > 0))
                            repository.InsertSale(new Sale { Id = sale.Id });
                    }
                }
                """)).Says("DEA1001"));

    [Fact]
    public async Task The_same_name_in_two_projects_is_two_methods() => Assert.Equal([Rerun], await Projects.Of(
        ("Shop.Rows", Shop.Rows),
        ("Shop.Archive", """
            namespace Shop.Archive;
            public sealed class SaleRepository(NpgsqlConnection db)
            {
                public void InsertSale(Sale sale) => db.Execute("INSERT INTO archive (id) VALUES (@Id) ON CONFLICT (id) DO NOTHING", sale);
            }
            """),
        ("Shop.Data", Shop.Append),
        ("Shop.Jobs", Shop.JobOver("repository.InsertSale(sale); Keep(null!, sale); } void Keep(Shop.Archive.SaleRepository archive, Sale sale) { archive.InsertSale(sale);"))).Says("DEA1001"));

    [Fact]
    public async Task Friends_call_what_is_internal() => Assert.Equal([Rerun], await Shop.Says(
        "[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"Shop.Jobs\")]\n" + Shop.Append.Replace("public sealed class", "internal sealed class", System.StringComparison.Ordinal),
        Shop.JobOver("repository.InsertSale(sale);").Replace("namespace Shop.Jobs;", "[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"Shop.Data\")] namespace Shop.Jobs;", System.StringComparison.Ordinal).Replace("public sealed class", "internal sealed class", System.StringComparison.Ordinal), "DEA1001"));
}
