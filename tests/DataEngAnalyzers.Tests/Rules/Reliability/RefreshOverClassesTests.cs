using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Reliability;

/// <summary>The delete and the load are done by other classes than the one that brings them together.</summary>
public sealed class RefreshOverClassesTests() : RuleTests("DEA1010")
{
    private const string Store = """
        using Microsoft.EntityFrameworkCore;

        namespace Shop;

        public sealed class Product { public int Id { get; set; } public string Name { get; set; } = ""; }

        public interface IShopContext
        {
            DbSet<Product> Products { get; }
            Task<int> SaveChangesAsync(CancellationToken ct = default);
            Task RemoveEverythingAsync<T>(int size = 100) where T : class;
        }

        public sealed class ProductContext : DbContext, IShopContext
        {
            public DbSet<Product> Products => Set<Product>();

            public async Task RemoveEverythingAsync<T>(int size = 100) where T : class
            {
                while (true)
                {
                    if (await Set<T>().OrderBy(row => 1).Take(size).ExecuteDeleteAsync() < size)
                        break;
                }
            }
        }

        public interface IProducts
        {
            Task ForgetAsync();
            Task RemoveAsync(int id);
            Task KeepAsync(IEnumerable<Product> products);
        }

        public sealed class Products(IShopContext context) : IProducts
        {
            public Task ForgetAsync() => context.RemoveEverythingAsync<Product>();

            public Task RemoveAsync(int id) => context.Products.Where(product => product.Id < 7).ExecuteDeleteAsync();

            public async Task KeepAsync(IEnumerable<Product> products)
            {
                context.Products.AddRange(products);
                await context.SaveChangesAsync();
            }
        }
        """;

    [Fact]
    public Task Reports_the_call_that_loads_what_another_class_has_cleared() => Reports("""
        namespace Shop;

        public sealed class ProductSync(SqlConnection source, SqlConnection target)
        {
            public void Run()
            {
                Tables.Empty(target);
                Tables.[|Fill|](source, target);
            }
        }

        public static class Tables
        {
            public static void Empty(SqlConnection target) => target.Execute("TRUNCATE TABLE dbo.dim_product");

            public static void Fill(SqlConnection source, SqlConnection target)
            {
                using var reader = source.ExecuteReader("SELECT id, name FROM dbo.product");
                using var copy = new SqlBulkCopy(target) { DestinationTableName = "dbo.dim_product" };
                copy.WriteToServer(reader);
            }
        }
        """);

    [Fact]
    public Task Reports_the_load_where_one_other_class_does_both() => Reports("""
        namespace Shop;

        public sealed class ProductSync(SqlConnection source, SqlConnection target)
        {
            public void Run() => Tables.Refill(source, target);
        }

        public static class Tables
        {
            public static void Refill(SqlConnection source, SqlConnection target)
            {
                target.Execute("TRUNCATE TABLE dbo.dim_product");
                using var reader = source.ExecuteReader("SELECT id, name FROM dbo.product");
                using var copy = new SqlBulkCopy(target) { DestinationTableName = "dbo.dim_product" };
                copy.[|WriteToServer|](reader);
            }
        }
        """);

    [Fact]
    public Task Reports_a_table_that_is_emptied_piece_by_piece() => Reports("""
        while (await context.Sales.Take(500).ExecuteDeleteAsync(ct) > 0)
            log("500 rows less");
        context.Sales.[|AddRange|](csv.GetRecords<Sale>());
        await context.SaveChangesAsync(ct);
        """);

    [Fact]
    public Task Stays_quiet_where_some_rows_make_room_once() => StaysQuiet("""
        await context.Sales.OrderBy(sale => sale.SoldAt).Take(500).ExecuteDeleteAsync(ct);
        context.Sales.AddRange(csv.GetRecords<Sale>());
        await context.SaveChangesAsync(ct);
        """);

    [Fact]
    public async Task Reports_what_two_repositories_of_another_project_do_for_a_loader() => Assert.Contains(
        await Projects.Of(("Store", Store), ("Loader", LoaderThat("await products.ForgetAsync();"))).Says("DEA1010"),
        finding => finding.StartsWith("DEA1010 8: 'Product", System.StringComparison.Ordinal) && finding.Contains("loses all its rows", System.StringComparison.Ordinal));

    [Fact]
    public async Task Stays_quiet_where_the_other_project_removes_old_rows_only() =>
        Assert.Empty(await Projects.Of(("Store", Store), ("Loader", LoaderThat("await products.RemoveAsync(7);"))).Says("DEA1010"));

    [Fact]
    public async Task Stays_quiet_where_nothing_says_that_it_is_a_loader() =>
        Assert.Empty(await Projects.Of(("Store", Store), ("Loader", LoaderThat("await products.ForgetAsync();").Replace("ProductImport", "Assortment", System.StringComparison.Ordinal))).Says("DEA1010"));

    [Theory]
    [InlineData("Task InTransactionAsync(Func<Task> work);", false)]
    [InlineData("Task InParallelAsync(Func<Task> work);", true)]
    public async Task Callers_in_other_projects_may_run_a_repository_in_the_transaction_that_its_context_offers(string offered, bool isReported)
    {
        var store = Store.Replace("Task<int> SaveChangesAsync", offered + "\n    Task<int> SaveChangesAsync", System.StringComparison.Ordinal)
            .Replace("DbContext, IShopContext\n{", "DbContext, IShopContext\n{\n    " + offered.Replace("Task In", "public Task In", System.StringComparison.Ordinal).Replace(";", " => work();", System.StringComparison.Ordinal), System.StringComparison.Ordinal)
            + """

            public sealed class ProductImport
            {
                private readonly IShopContext _context;
                public ProductImport(IShopContext context) => _context = context;

                public async Task ImportAsync(IEnumerable<Product> products)
                {
                    await _context.Products.ExecuteDeleteAsync();
                    _context.Products.AddRange(products);
                    await _context.SaveChangesAsync();
                }
            }
            """;

        Assert.Equal(isReported, (await Projects.Of(("Store", store)).Says("DEA1010")).Count > 0);
    }

    private static string LoaderThat(string clears) => $$"""
        namespace Shop;

        public sealed class ProductImport(IProducts products)
        {
            public async Task RunAsync(IEnumerable<Product> rows)
            {
                {{clears}}
                await products.KeepAsync(rows);
            }
        }
        """;
}
