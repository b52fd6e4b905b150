using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Cost;

public sealed class EntitiesTrackedForNothingTests() : RuleTests("DEA8008")
{
    private const string Land = "db.Execute(\"INSERT INTO fact_sales (id, amount) VALUES (@Id, @Amount) ON CONFLICT (id) DO NOTHING\", rows);";
    private const string LandOne = "db.Execute(\"INSERT INTO fact_sales (id) VALUES (@Id) ON CONFLICT (id) DO NOTHING\", new { sale.Id });";

    [Theory]
    [InlineData("var rows = context.Sales.[|ToList|]();\n" + Land)]
    [InlineData("var rows = await context.Sales.Where(sale => sale.Amount > 0).OrderBy(sale => sale.Id).[|ToListAsync|](ct);\n" + Land)]
    [InlineData("var rows = (await context.Set<Sale>().[|ToArrayAsync|](ct).ConfigureAwait(false)).Where(sale => sale.Product != \"x\").ToList();\n" + Land)]
    [InlineData("var all = context.Sales.[|ToList|]();\nvar rows = all.Select(sale => new { sale.Id, sale.Amount }).ToList();\nlog($\"{all.Count} {all.Sum(sale => sale.Amount)}\");\n" + Land)]
    [InlineData("foreach (var sale in context.Sales.[|ToList|]())\n    " + LandOne)]
    [InlineData("await foreach (var sale in context.Sales.[|AsAsyncEnumerable|]())\n    " + LandOne)]
    [InlineData("var query = context.Sales.Where(sale => sale.Id > 5);\nvar rows = query.[|ToList|]();\nusing var writer = new CsvWriter(new StreamWriter(\"sales.csv\"), CultureInfo.InvariantCulture);\nwriter.WriteRecords(rows);")]
    public Task Reports_entities_that_are_only_read(string code) => Reports(code);

    [Theory]
    [InlineData("var rows = context.Sales.AsNoTracking().ToList();\n" + Land)]
    [InlineData("var rows = await context.Sales.AsNoTrackingWithIdentityResolution().Where(sale => sale.Id > 5).ToListAsync(ct);\n" + Land)]
    [InlineData("var rows = context.Sales.AsTracking().ToList();\n" + Land)]
    [InlineData("var query = context.Sales.AsNoTracking();\nvar rows = query.ToList();\n" + Land)]
    [InlineData("var rows = context.Sales.Select(sale => new { sale.Id, sale.Amount }).ToList();\n" + Land)]
    [InlineData("var rows = context.Sales.Select(sale => sale.Id).ToList();\n" + Land)]
    [InlineData("var sale = context.Sales.First();\n" + LandOne)]
    public Task Stays_quiet_when_nothing_is_tracked(string code) => StaysQuiet(code);

    [Theory]
    [InlineData("sale.Amount = 0;")]
    [InlineData("sale.Amount += 1;")]
    [InlineData("sale.Id++;")]
    [InlineData("(sale.Amount, sale.Id) = (1, 2);")]
    [InlineData("context.Sales.Remove(sale);")]
    [InlineData("context.Entry(sale).State = EntityState.Modified;")]
    [InlineData("seen.Add(sale);")]
    [InlineData("Touch(sale);")]
    [InlineData("var same = sale;\nsame.Amount = 5;")]
    public Task Stays_quiet_when_an_entity_may_be_changed_or_leaves_the_method(string use) => StaysQuiet(
        $"var seen = new List<Sale>();\nforeach (var sale in context.Sales.ToList())\n{{\n    {use.Replace("\n", "\n    ", System.StringComparison.Ordinal)}\n    {LandOne}\n}}\ncontext.SaveChanges();\nvoid Touch(Sale sale) => sale.Amount = 1;");

    [Theory]
    [InlineData("var rows = context.Sales.ToList();\nrows.ForEach(sale => sale.Amount = 1);\n" + Land)]
    [InlineData("var rows = context.Sales.ToList();\nrows[0].Amount = 1;\n" + Land)]
    [InlineData("var rows = context.Sales.ToList();\nrows.First().Amount = 1;\n" + Land)]
    [InlineData("var rows = context.Sales.ToList();\nrows.Where(sale => sale.Id > 1).ToList().ForEach(sale => sale.Amount = 1);\n" + Land)]
    [InlineData("var rows = context.Sales.ToList();\nvar byId = rows.ToDictionary(sale => sale.Id);\nbyId[5].Amount = 1;\n" + Land)]
    [InlineData("var rows = context.Sales.ToList();\ncontext.UpdateRange(rows);\n" + Land)]
    [InlineData("var rows = context.Sales.ToList();\n_ = rows.Select(sale => sale).ToList();\n" + Land)]
    public Task Stays_quiet_when_the_rows_may_be_changed_together(string code) => StaysQuiet(code);

    [Fact]
    public Task Stays_quiet_when_the_context_is_told_not_to_track()
    {
        Sources["Startup.cs"] = "namespace Shop; public static class Startup { public static void Add(DbContextOptionsBuilder builder) => builder.UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking); }";
        return StaysQuiet("var rows = context.Sales.ToList();\n" + Land);
    }

    [Theory]
    [InlineData("Customer", "public int Id { get; set; } public Customer? Customer { get; set; }", "sale.Customer!.Name")]
    [InlineData("object", "public string Code { get; set; } = \"\";", "sale.Code")]
    public Task Stays_quiet_for_navigations_and_for_types_without_a_key(string related, string members, string used) => StaysQuiet($$"""
        namespace Shop;

        public sealed class Customer { public int Id { get; set; } public string Name { get; set; } = ""; }
        public sealed class Order { {{members}} public {{related}}? Other { get; set; } }
        public sealed class Orders : DbContext { public DbSet<Order> All => Set<Order>(); }

        public sealed class OrderLoader(NpgsqlConnection db, Orders orders)
        {
            public void Load()
            {
                foreach (var sale in orders.All.ToList())
                    db.Execute("INSERT INTO fact_orders (name) VALUES (@Name) ON CONFLICT DO NOTHING", new { Name = {{used}} });
            }
        }
        """);

    [Fact]
    public Task Stays_quiet_in_a_web_request() => StaysQuiet("""
        namespace Shop;

        public sealed class SalesController(ShopContext context) : Microsoft.AspNetCore.Mvc.ControllerBase
        {
            public object Large() => context.Sales.ToList().Select(sale => sale.Id);
        }
        """);

    [Fact]
    public Task Stays_quiet_in_a_test() => StaysQuiet("""
        namespace Shop;

        public sealed class SaleTests(ShopContext context, NpgsqlConnection db)
        {
            [Xunit.Fact]
            public void Copies()
            {
                foreach (var sale in context.Sales.ToList())
                    db.Execute("INSERT INTO fact_sales (id) VALUES (@Id)", new { sale.Id });
            }
        }
        """);

    [Fact]
    public Task Reports_in_a_program() => Reports("""
        // top-level
        using Shop;
        using var context = new ShopContext();
        using var db = new NpgsqlConnection("Host=dwh");
        foreach (var sale in context.Sales.[|ToList|]())
            db.Execute("INSERT INTO fact_sales (id) VALUES (@Id) ON CONFLICT DO NOTHING", new { sale.Id });
        """);

    [Theory]
    [InlineData("context.Sales.[|ToList|]()", "context.Sales.AsNoTracking().ToList()")]
    [InlineData("await context.Sales.Where(sale => sale.Id > 1).[|ToListAsync|](ct)", "await context.Sales.Where(sale => sale.Id > 1).AsNoTracking().ToListAsync(ct)")]
    [InlineData("context.Sales\n    .Where(sale => sale.Id > 1) // the new ones\n    .[|ToList|]()", "context.Sales\n    .Where(sale => sale.Id > 1).AsNoTracking() // the new ones\n    .ToList()")]
    [InlineData("context.Sales\n    .Where(sale => sale.Id > 1)\n    .[|ToList|]()", "context.Sales\n    .Where(sale => sale.Id > 1)\n    .AsNoTracking()\n    .ToList()")]
    public Task Reads_without_tracking(string before, string after) => Fixes($"// All of them.\nvar rows = {before};\n{Land}", $"// All of them.\nvar rows = {after};\n{Land}");

    [Fact]
    public Task Reads_two_queries_without_tracking_at_once() => Fixes(
        $"var rows = context.Sales.[|ToList|]();\n{Land}\nforeach (var sale in context.Sales.[|ToArray|]())\n    {LandOne}",
        $"var rows = context.Sales.AsNoTracking().ToList();\n{Land}\nforeach (var sale in context.Sales.AsNoTracking().ToArray())\n    {LandOne}");
}
