using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Quality;

public sealed class ArbitraryRowSelectionTests() : RuleTests("DEA2016")
{
    private const string Land = "db.Execute(\"INSERT INTO fact_sales (id, amount) VALUES (@Id, @Amount) ON CONFLICT (id) DO NOTHING\", rows);";

    [Theory]
    [InlineData("var rows = db.Query<Sale>(\"SELECT id, amount FROM sales [|LIMIT 1000|]\");")]
    [InlineData("var rows = db.Query<Sale>(\"SELECT order_id AS id FROM sales [|LIMIT 10|]\");")]
    [InlineData("var rows = await db.QueryAsync<Sale>(@\"SELECT id FROM sales WHERE id > @id [|LIMIT 1000|] OFFSET 20\", new { id = 1 });")]
    [InlineData("var rows = sqlServer.Query<Sale>(\"SELECT [|TOP (500|]) Id FROM dbo.Sales\");")]
    [InlineData("var rows = db.Query<Sale>($\"SELECT id FROM sales WHERE id > {sales.Count} [|LIMIT 1000|]\").ToList();")]
    [InlineData("var rows = db.Query<Sale>(\"SELECT id FROM sales [|FETCH FIRST 10|] ROWS ONLY\");")]
    [InlineData("const string Part = \" [|LIMIT 10|]\";\nvar rows = db.Query<Sale>(\"SELECT id FROM sales\" + Part);")]
    [InlineData("var rows = db.Query<Sale>(\"\"\"\n    SELECT id\n    FROM sales\n    [|LIMIT 10|]\n    \"\"\");")]
    [InlineData("var rows = await context.Sales.Where(sale => sale.Amount > 0).[|Take|](100).ToListAsync(ct);")]
    [InlineData("var rows = context.Sales.AsNoTracking().[|Skip|](100).ToList();")]
    public Task Reports_some_rows_of_no_order(string read) => Reports(read + "\n" + Land);

    [Fact]
    public Task Reports_a_statement_that_lands_them_itself() => Reports("db.Execute(\"INSERT INTO fact_sales (id) SELECT id FROM sales [|LIMIT 1000|]\");");

    [Theory]
    [InlineData("db.Execute(\"INSERT INTO f (id) SELECT id FROM (SELECT id, ROW_NUMBER() OVER ([|PARTITION BY id ORDER BY updated_at DESC|]) AS rn FROM s) x WHERE rn = 1\");")]
    [InlineData("db.Execute(\"INSERT INTO f (id) SELECT id FROM (SELECT id, row_number() over ([|partition by id|]) rn FROM s) x WHERE x.rn = 1\");")]
    [InlineData("sqlServer.Execute(\"WITH d AS (SELECT Id, ROW_NUMBER() OVER ([|PARTITION BY Id ORDER BY LoadedAt|]) AS rn FROM dbo.Sales) DELETE FROM d WHERE rn > 1\");\nusing var bulk = new SqlBulkCopy(sqlServer) { DestinationTableName = \"t\" };\nbulk.WriteToServer(new DataTable());")]
    public Task Reports_a_window_that_keeps_any_row_of_a_group(string code) => Reports(code);

    [Theory]
    [InlineData("var rows = db.Query<Sale>(\"SELECT id FROM sales ORDER BY id LIMIT 1000\");")]
    [InlineData("var rows = db.Query<Sale>(\"SELECT id FROM sales LIMIT 0\");")]
    [InlineData("var rows = db.Query<Sale>(\"SELECT id FROM sales\");")]
    [InlineData("var rows = db.Query<Sale>(\"SELECT id FROM sales WHERE id = @id LIMIT 1\", new { id = 1 });")]
    [InlineData("var rows = db.Query<Sale>(\"SELECT id FROM load_state LIMIT 1\");")]
    [InlineData("var rows = db.Query<Sale>(\"SELECT id FROM jobs LIMIT 10 FOR UPDATE SKIP LOCKED\");")]
    [InlineData("var rows = sqlServer.Query<Sale>(\"SELECT TOP 10 Id FROM dbo.Jobs WITH (READPAST)\");")]
    [InlineData("var rows = db.Query<Sale>(\"SELECT s.id FROM sales s WHERE NOT EXISTS (SELECT 1 FROM fact_sales f WHERE f.id = s.id) LIMIT 10\");")]
    [InlineData("var order = Environment.GetEnvironmentVariable(\"ORDER\");\nvar rows = db.Query<Sale>($\"SELECT id FROM sales {order} LIMIT 10\");")]
    [InlineData("var rows = db.Query<Sale>(\"SELECT id FROM (SELECT id FROM sales ORDER BY id) s LIMIT 10\");")]
    [InlineData("var rows = context.Sales.OrderBy(sale => sale.Id).Take(100).ToList();")]
    [InlineData("var rows = sales.Take(10).ToList();")]
    [InlineData("var rows = context.Sales.ToList();")]
    public Task Stays_quiet_when_the_same_rows_come_again_or_a_queue_is_drained(string read) => StaysQuiet(read + "\n" + Land);

    [Theory]
    [InlineData("db.Execute(\"INSERT INTO f (id) SELECT id FROM (SELECT id, ROW_NUMBER() OVER (PARTITION BY id ORDER BY updated_at, seq) AS rn FROM s) x WHERE rn = 1\");")]
    [InlineData("db.Execute(\"INSERT INTO f (id) SELECT id FROM (SELECT id, ROW_NUMBER() OVER (PARTITION BY id ORDER BY seq) AS rn FROM s) x WHERE rn = 1\");")]
    [InlineData("db.Execute(\"INSERT INTO f (id, line) SELECT id, ROW_NUMBER() OVER (PARTITION BY id ORDER BY updated_at) AS line FROM s\");")]
    [InlineData("db.Execute(\"CREATE TEMP TABLE w AS SELECT id FROM sales LIMIT 10\");")]
    [InlineData("foreach (var sale in db.Query<Sale>(\"SELECT id FROM sales LIMIT 10\"))\n    log(sale.Product);")]
    public Task Stays_quiet_when_nothing_arbitrary_lands(string code) => StaysQuiet(code);

    [Fact]
    public Task Stays_quiet_when_the_rows_are_removed_from_the_source_afterwards() => StaysQuiet($$"""
        var rows = db.Query<Sale>("SELECT id, amount FROM sales LIMIT 1000").ToList();
        {{Land}}
        db.Execute("DELETE FROM sales WHERE id = ANY(@ids)", new { ids = rows.Select(row => row.Id).ToArray() });
        """);

    [Fact]
    public Task Stays_quiet_when_what_was_taken_is_saved_as_done() => StaysQuiet($$"""
        var rows = context.Sales.Where(sale => sale.Amount == 0).Take(100).ToList();
        {{Land}}
        foreach (var row in rows)
            row.Amount = 1;
        await context.SaveChangesAsync(ct);
        """);

    [Fact]
    public Task Stays_quiet_in_a_test() => StaysQuiet("""
        namespace Shop;

        public sealed class CopyTests
        {
            [Xunit.Fact]
            public void Copies() => new NpgsqlConnection("Host=localhost").Execute("INSERT INTO fact_sales (id) SELECT id FROM sales LIMIT 10");
        }
        """);

    [Theory]
    [InlineData("\"SELECT id, amount FROM sales [|LIMIT 1000|]\"", "\"SELECT id, amount FROM sales ORDER BY id LIMIT 1000\"")]
    [InlineData("@\"SELECT id FROM sales [|LIMIT 1000|]\"", "@\"SELECT id FROM sales ORDER BY id LIMIT 1000\"")]
    [InlineData("$\"SELECT id FROM sales WHERE id > {sales.Count} [|LIMIT 10|]\"", "$\"SELECT id FROM sales WHERE id > {sales.Count} ORDER BY id LIMIT 10\"")]
    public Task Orders_by_the_known_key(string before, string after)
    {
        Options.Add("dataeng.key.sales = id");
        return Fixes($"// A page.\nvar rows = db.Query<Sale>({before});\n{Land}", $"// A page.\nvar rows = db.Query<Sale>({after});\n{Land}");
    }

    [Fact]
    public Task Orders_at_the_end_of_a_statement_with_top()
    {
        Options.Add("dataeng.key.dbo.Sales = Id");
        return Fixes(
            $"var rows = sqlServer.Query<Sale>(\"SELECT [|TOP 10|] Id FROM dbo.Sales WHERE Id > 5\");\n{Land}",
            $"var rows = sqlServer.Query<Sale>(\"SELECT TOP 10 Id FROM dbo.Sales WHERE Id > 5 ORDER BY Id\");\n{Land}");
    }

    [Fact]
    public Task Offers_no_order_when_no_key_is_known() => OffersNoFix($"var rows = db.Query<Sale>(\"SELECT id FROM returned [|LIMIT 10|]\");\n{Land}");
}
