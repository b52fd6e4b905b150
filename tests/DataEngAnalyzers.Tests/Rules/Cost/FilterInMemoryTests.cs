using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Cost;

public sealed class FilterInMemoryTests() : RuleTests("DEA8002")
{
    private const string Land = "db.Execute(\"INSERT INTO large_sales (id) VALUES (@Id) ON CONFLICT (id) DO NOTHING\", rows);";

    [Theory]
    [InlineData("var rows = context.Sales.ToList().[|Where|](sale => sale.Amount > 1000);")]
    [InlineData("var rows = (await context.Sales.AsNoTracking().ToListAsync(ct)).[|Where|](sale => sale.Product == \"x\" && sale.SoldAt >= DateTime.UnixEpoch).ToList();")]
    [InlineData("var all = context.Sales.ToArray();\nvar rows = all.[|Where|](sale => sale.Product.StartsWith(\"x\")).ToList();")]
    [InlineData("var rows = db.Query<Sale>(\"SELECT id, amount FROM sales\").[|Where|](sale => sale.Amount > sales.Count);")]
    [InlineData("var rows = (await db.QueryAsync<Sale>(\"SELECT id, amount FROM sales ORDER BY id\")).ToList().[|Where|](sale => sale.Amount > 0);")]
    [InlineData("var rows = sales;\nif (context.Sales.ToList().[|Count|] == 0)\n    return;")]
    [InlineData("var rows = sales;\nvar any = context.Sales.ToList().[|Any|](sale => sale.Id == 5);")]
    public Task Reports_a_filter_that_the_database_could_apply(string read) => Reports(read + "\n" + Land);

    [Theory]
    [InlineData("var rows = context.Sales.Where(sale => sale.Amount > 1000).ToList();")]
    [InlineData("var rows = context.Sales.Where(sale => sale.Id > 5).ToList().Where(sale => sale.Amount > 1000);")]
    [InlineData("var rows = context.Sales.AsEnumerable().Where(sale => sale.Amount > 1000);")]
    [InlineData("var rows = context.Sales.ToList().Where(sale => IsLarge(sale));\nbool IsLarge(Sale sale) => sale.Amount > 1000;")]
    [InlineData("var rows = context.Sales.ToList().Where(sale => sale.Product[0] == 'x');")]
    [InlineData("var all = context.Sales.ToList();\nlog($\"{all.Count}\");\nvar rows = all.Where(sale => sale.Amount > 0);")]
    [InlineData("var all = context.Sales.ToList();\nvar rows = sales.Where(sale => all.Any(known => known.Id == sale.Id));")]
    [InlineData("var rows = db.Query<Sale>(\"SELECT id, amount FROM sales WHERE amount > 5\").Where(sale => sale.Id > 5);")]
    [InlineData("var rows = db.Query<Sale>(\"SELECT s.id FROM sales s JOIN shops p ON p.id = s.shop\").Where(sale => sale.Id > 5);")]
    [InlineData("var rows = sales.ToList().Where(sale => sale.Amount > 0);")]
    public Task Stays_quiet_when_memory_is_meant_or_little_is_read(string read) => StaysQuiet(read + "\n" + Land);

    [Fact]
    public Task Stays_quiet_in_a_web_request() => StaysQuiet("""
        namespace Shop;

        public sealed class SalesController(ShopContext context) : Microsoft.AspNetCore.Mvc.ControllerBase
        {
            public object Large() => context.Sales.ToList().Where(sale => sale.Amount > 1000);
        }
        """);

    [Theory]
    [InlineData("context.Sales.ToList().[|Where|](sale => sale.Amount > 1000)", "context.Sales.Where(sale => sale.Amount > 1000).ToList()")]
    [InlineData("(await context.Sales.ToListAsync(ct)).[|Where|](sale => sale.Amount > 1000)", "(await context.Sales.Where(sale => sale.Amount > 1000).ToListAsync(ct))")]
    [InlineData("context.Sales\n    .ToList()\n    .[|Where|](sale => sale.Id > 1) // the new ones\n    .Select(sale => sale)", "context.Sales\n    .Where(sale => sale.Id > 1)\n    .ToList() // the new ones\n    .Select(sale => sale)")]
    public Task Filters_before_it_reads(string before, string after) => Fixes($"// Large ones.\nvar rows = {before};\n{Land}", $"// Large ones.\nvar rows = {after};\n{Land}");

    [Fact]
    public Task Filters_two_queries_at_once() => Fixes(
        $"var rows = context.Sales.ToList().[|Where|](sale => sale.Id > 1);\nvar more = context.Sales.ToArray().[|Where|](sale => sale.Id < 9);\n{Land}",
        $"var rows = context.Sales.Where(sale => sale.Id > 1).ToList();\nvar more = context.Sales.Where(sale => sale.Id < 9).ToArray();\n{Land}");

    [Fact]
    public Task Offers_no_fix_for_sql_text() => OffersNoFix($"var rows = db.Query<Sale>(\"SELECT id, amount FROM sales\").[|Where|](sale => sale.Amount > 5);\n{Land}");
}
