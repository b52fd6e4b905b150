using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Backfill;

public sealed class PagesShiftTests() : RuleTests("DEA5010")
{
    private static string Pages(string read, string before = "", string tail = "") => $$"""
        {{before}}
        for (var page = 0; ; page++)
        {
            var rows = {{read}}.ToList();
            if (rows.Count == 0)
                break;
            db.Execute("INSERT INTO fact_sales (id) VALUES (@Id) ON CONFLICT DO NOTHING", rows{{tail}});
        }
        """;

    [Theory]
    [InlineData("""sqlServer.[|Query|]<Sale>("SELECT id FROM sales ORDER BY updated_at OFFSET @skip ROWS FETCH NEXT 500 ROWS ONLY", new { skip = page * 500 })""")]
    [InlineData("""sqlServer.[|Query|]<Sale>($"SELECT id FROM sales WHERE region = 'EU' ORDER BY sold_at DESC, amount OFFSET {page * 500} ROWS FETCH NEXT 500 ROWS ONLY")""")]
    [InlineData("""sqlite.[|Query|]<Sale>("SELECT id FROM sales ORDER BY created_at LIMIT 500 OFFSET @skip", new { skip = page * 500 })""")]
    [InlineData("""(await sqlServer.[|QueryAsync|]<Sale>("SELECT id FROM sales ORDER BY status OFFSET (@page * 500) ROWS FETCH NEXT 500 ROWS ONLY", new { page }))""")]
    [InlineData("""context.Sales.OrderBy(sale => sale.SoldAt).Skip(page * 500).Take(500).[|ToList|]()""")]
    public Task Reports_pages_over_an_order_that_rows_share(string read) => Reports(Pages(read));

    [Theory]
    [InlineData("""sqlServer.Query<Sale>("SELECT id FROM sales ORDER BY updated_at, id OFFSET @skip ROWS FETCH NEXT 500 ROWS ONLY", new { skip = page * 500 })""")]
    [InlineData("""sqlServer.Query<Sale>("SELECT id FROM sales ORDER BY sale_id OFFSET @skip ROWS FETCH NEXT 500 ROWS ONLY", new { skip = page * 500 })""")]
    [InlineData("""sqlServer.Query<Sale>("SELECT id FROM sales ORDER BY name OFFSET @skip ROWS FETCH NEXT 500 ROWS ONLY", new { skip = page * 500 })""")]
    [InlineData("""sqlServer.Query<Sale>("SELECT TOP (500) id FROM sales WHERE id > @page ORDER BY updated_at", new { page })""")]
    [InlineData("""sqlServer.Query<Sale>("SELECT id FROM #sales ORDER BY updated_at OFFSET @skip ROWS FETCH NEXT 500 ROWS ONLY", new { skip = page * 500 })""")]
    [InlineData("""sqlServer.Query<Sale>("SELECT id FROM sales ORDER BY updated_at OFFSET 10 ROWS FETCH NEXT 500 ROWS ONLY")""")]
    [InlineData("""context.Sales.OrderBy(sale => sale.SoldAt).ThenBy(sale => sale.Id).Skip(page * 500).Take(500).ToList()""")]
    [InlineData("""context.Sales.OrderBy(sale => sale.SoldAt).Skip(10).Take(500).ToList()""")]
    public Task Stays_quiet_when_the_order_or_the_key_keeps_rows_apart(string read) => StaysQuiet(Pages(read));

    [Fact]
    public Task Stays_quiet_in_one_transaction_and_outside_a_loop() => StaysQuiet(Pages(
        """sqlServer.Query<Sale>("SELECT id FROM sales ORDER BY updated_at OFFSET @skip ROWS FETCH NEXT 500 ROWS ONLY", new { skip = page * 500 }, snapshot)""",
        before: """
            using var snapshot = sqlServer.BeginTransaction(IsolationLevel.Snapshot);
            var first = sqlServer.Query<Sale>("SELECT id FROM sales ORDER BY updated_at OFFSET @skip ROWS FETCH NEXT 500 ROWS ONLY", new { skip = sales.Count }, snapshot);
            db.Execute("INSERT INTO fact_sales (id) VALUES (@Id) ON CONFLICT DO NOTHING", first);
            """));

    [Fact]
    public Task Stays_quiet_in_a_controller() => StaysQuiet("""
        namespace Shop;
        public sealed class SalesController(NpgsqlConnection db) : Microsoft.AspNetCore.Mvc.ControllerBase
        {
            public IEnumerable<Sale> Get(int skip) => db.Query<Sale>("SELECT id FROM sales ORDER BY sold_at LIMIT 50 OFFSET @skip", new { skip });
        }
        """);
}
