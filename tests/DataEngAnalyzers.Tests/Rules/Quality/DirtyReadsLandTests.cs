using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Quality;

public sealed class DirtyReadsLandTests() : RuleTests("DEA2028")
{
    private const string Land = "db.Execute(\"INSERT INTO fact_sales (id, amount) VALUES (@Id, @Amount) ON CONFLICT (id) DO NOTHING\", rows);";

    [Theory]
    [InlineData("var rows = sqlServer.Query<Sale>(\"SELECT Id, Amount FROM dbo.Sales WITH ([|NOLOCK|])\");")]
    [InlineData("var rows = await sqlServer.QueryAsync<Sale>(@\"SELECT s.Id FROM dbo.Sales AS s ([|nolock|])\");")]
    [InlineData("var rows = sqlServer.Query<Sale>($\"SELECT Id FROM dbo.Sales WITH (INDEX(1), [|READUNCOMMITTED|]) WHERE Id > {sales.Count}\");")]
    [InlineData("const string Hint = \" WITH ([|NOLOCK|])\";\nvar rows = sqlServer.Query<Sale>(\"SELECT Id FROM dbo.Sales\" + Hint).ToList();")]
    [InlineData("var rows = sqlServer.Query<Sale>(\"\"\"\n    SELECT s.Id\n    FROM dbo.Sales s WITH ([|NOLOCK|])\n    JOIN dbo.Lines l WITH (NOLOCK) ON l.SaleId = s.Id\n    \"\"\");")]
    [InlineData("sqlServer.Execute(\"[|SET TRANSACTION ISOLATION LEVEL READ UNCOMMITTED|]\");\nvar rows = sqlServer.Query<Sale>(\"SELECT Id FROM dbo.Sales\");")]
    [InlineData("var rows = sqlServer.Query<Sale>(\"[|SET TRANSACTION ISOLATION LEVEL READ  UNCOMMITTED|]; SELECT Id FROM dbo.Sales\");")]
    [InlineData("using var dirty = sqlServer.BeginTransaction([|IsolationLevel.ReadUncommitted|]);\nvar rows = sqlServer.Query<Sale>(\"SELECT Id FROM dbo.Sales\", transaction: dirty);")]
    public Task Reports_what_lets_uncommitted_rows_in(string read) => Reports(read + "\n" + Land);

    [Fact]
    public Task Reports_a_copy_inside_the_database() =>
        Reports("sqlServer.Execute(\"INSERT INTO dbo.FactSales (Id) SELECT Id FROM dbo.Sales WITH ([|NOLOCK|])\");");

    [Fact]
    public Task Reports_rows_that_are_bulk_copied() => Reports("""
        using var command = new SqlCommand("SELECT Id FROM dbo.Sales WITH ([|NOLOCK|])", sqlServer);
        using var reader = command.ExecuteReader();
        using var bulk = new SqlBulkCopy(sqlServer) { DestinationTableName = "dbo.FactSales" };
        bulk.WriteToServer(reader);
        """);

    [Fact]
    public Task Reports_rows_that_are_written_one_by_one() => Reports("""
        using var command = new SqlCommand("SELECT Id FROM dbo.Sales WITH ([|NOLOCK|])", sqlServer);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            db.Execute("INSERT INTO fact_sales (id) VALUES (@id) ON CONFLICT (id) DO NOTHING", new { id = reader.GetInt32(0) });
        }
        """);

    [Theory]
    [InlineData("var rows = sqlServer.Query<Sale>(\"SELECT Id FROM dbo.Sales\");")]
    [InlineData("var rows = sqlServer.Query<Sale>(\"SELECT Id FROM dbo.Sales WITH (READPAST)\");")]
    [InlineData("var rows = sqlServer.Query<Sale>(\"SELECT Id FROM #work WITH (NOLOCK)\");")]
    [InlineData("db.Execute(\"SET TRANSACTION ISOLATION LEVEL READ UNCOMMITTED\");\nvar rows = db.Query<Sale>(\"SELECT id FROM sales\");")]
    [InlineData("sqlServer.Execute(\"SET TRANSACTION ISOLATION LEVEL READ UNCOMMITTED; SET TRANSACTION ISOLATION LEVEL SNAPSHOT\");\nvar rows = sqlServer.Query<Sale>(\"SELECT Id FROM dbo.Sales\");")]
    [InlineData("var n = sqlServer.ExecuteScalar<int>(\"SELECT COUNT(*) FROM dbo.Sales WITH (NOLOCK)\");\nlog($\"{n}\");\nvar rows = sales;")]
    public Task Stays_quiet_where_committed_rows_land(string read) => StaysQuiet(read + "\n" + Land);

    [Fact]
    public Task Stays_quiet_for_a_report() =>
        StaysQuiet("foreach (var sale in sqlServer.Query<Sale>(\"SELECT Id FROM dbo.Sales WITH (NOLOCK)\"))\n    log(sale.Product);");

    [Fact]
    public Task Stays_quiet_in_a_web_request() => StaysQuiet("""
        namespace Shop;

        public sealed class SalesController(SqlConnection sqlServer) : Microsoft.AspNetCore.Mvc.ControllerBase
        {
            public void Copy() => sqlServer.Execute("INSERT INTO dbo.Shown (Id) SELECT TOP 1 Id FROM dbo.Sales WITH (NOLOCK) WHERE Id = 1");
        }
        """);

    [Theory]
    [InlineData("\"SELECT Id FROM dbo.Sales WITH ([|NOLOCK|]) WHERE Id > 1\"", "\"SELECT Id FROM dbo.Sales WHERE Id > 1\"")]
    [InlineData("@\"SELECT Id FROM dbo.Sales AS s ([|nolock|])\"", "@\"SELECT Id FROM dbo.Sales AS s\"")]
    [InlineData("\"SELECT Id FROM dbo.Sales WITH (READPAST, [|NOLOCK|])\"", "\"SELECT Id FROM dbo.Sales WITH (READPAST)\"")]
    [InlineData("\"SELECT Id FROM dbo.Sales WITH ([|NOLOCK|], FORCESEEK)\"", "\"SELECT Id FROM dbo.Sales WITH (FORCESEEK)\"")]
    [InlineData("\"SELECT s.Id FROM dbo.Sales s WITH ([|NOLOCK|]) JOIN dbo.Lines l WITH (NOLOCK) ON l.Id = s.Id\"", "\"SELECT s.Id FROM dbo.Sales s JOIN dbo.Lines l ON l.Id = s.Id\"")]
    [InlineData("\"[|SET TRANSACTION ISOLATION LEVEL READ UNCOMMITTED|]; SELECT Id FROM dbo.Sales\"", "\"SET TRANSACTION ISOLATION LEVEL READ COMMITTED; SELECT Id FROM dbo.Sales\"")]
    public Task Takes_the_permission_away_and_keeps_the_rest(string before, string after) => Fixes(
        $"// The night's rows.\nvar rows = sqlServer.Query<Sale>({before});\n{Land}",
        $"// The night's rows.\nvar rows = sqlServer.Query<Sale>({after});\n{Land}");

    [Fact]
    public Task Raises_the_isolation_level() => Fixes(
        $"using var copy = sqlServer.BeginTransaction([|IsolationLevel.ReadUncommitted|]);\nvar rows = sqlServer.Query<Sale>(\"SELECT Id FROM dbo.Sales\", transaction: copy);\n{Land}",
        $"using var copy = sqlServer.BeginTransaction(IsolationLevel.ReadCommitted);\nvar rows = sqlServer.Query<Sale>(\"SELECT Id FROM dbo.Sales\", transaction: copy);\n{Land}");

    [Fact]
    public Task Fixes_two_findings_at_once() => Fixes(
        "sqlServer.Execute(\"INSERT INTO a (Id) SELECT Id FROM b WITH ([|NOLOCK|])\");\nsqlServer.Execute(\"INSERT INTO c (Id) SELECT Id FROM d WITH ([|NOLOCK|])\");",
        "sqlServer.Execute(\"INSERT INTO a (Id) SELECT Id FROM b\");\nsqlServer.Execute(\"INSERT INTO c (Id) SELECT Id FROM d\");");
}
