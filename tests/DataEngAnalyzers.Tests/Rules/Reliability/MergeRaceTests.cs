using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Reliability;

public sealed class MergeRaceTests() : RuleTests("DEA1013")
{
    private const string Rest = " USING staging.sales AS s ON x.id = s.id WHEN NOT MATCHED THEN INSERT (id) VALUES (s.id);";

    [Theory]
    [InlineData("\"[|MERGE dbo.fact_sales|] AS x" + Rest + "\"")]
    [InlineData("\"[|MERGE INTO dbo.fact_sales|] x" + Rest + "\"")]
    [InlineData("@\"[|MERGE dbo.fact_sales|] AS x" + Rest + "\"")]
    [InlineData("\"\"\"[|MERGE dbo.fact_sales|] AS x" + Rest + "\"\"\"")]
    [InlineData("\"[|MERGE dbo.fact_sales|] AS x\" + \"" + Rest + "\"")]
    [InlineData("$\"[|MERGE dbo.fact_sales|] AS x USING staging.sales AS s ON x.id = s.id AND s.day = {sales.Count} WHEN NOT MATCHED THEN INSERT (id) VALUES (s.id);\"")]
    [InlineData("\"[|MERGE dbo.fact_sales|] WITH (UPDLOCK) AS x" + Rest + "\"")]
    public Task Reports_a_merge_without_a_range_lock(string sql) => Reports($"await sqlServer.ExecuteAsync({sql});");

    [Theory]
    [InlineData("sqlServer", "MERGE dbo.fact_sales WITH (HOLDLOCK) AS x" + Rest)]
    [InlineData("sqlServer", "MERGE dbo.fact_sales WITH (UPDLOCK, SERIALIZABLE) AS x" + Rest)]
    [InlineData("sqlServer", "MERGE #sales AS x" + Rest)]
    [InlineData("sqlServer", "SET TRANSACTION ISOLATION LEVEL SERIALIZABLE; MERGE dbo.fact_sales AS x" + Rest)]
    [InlineData("sqlServer", "MERGE dbo.fact_sales AS x USING staging.sales AS s ON x.id = s.id WHEN MATCHED THEN UPDATE SET x.amount = s.amount;")]
    [InlineData("sqlServer", "EXEC sp_getapplock @Resource = 'sales', @LockMode = 'Exclusive'; MERGE dbo.fact_sales AS x" + Rest)]
    [InlineData("db", "MERGE INTO fact_sales AS x USING staged AS s ON x.id = s.id WHEN NOT MATCHED THEN INSERT (id) VALUES (s.id)")]
    public Task Stays_quiet_when_no_two_runs_can_meet(string connection, string sql) => StaysQuiet($"await {connection}.ExecuteAsync(\"{sql}\");");

    [Theory]
    [InlineData("using var transaction = sqlServer.BeginTransaction(IsolationLevel.Serializable);", ", transaction: transaction")]
    [InlineData("using var scope = new System.Transactions.TransactionScope();", "")]
    public Task Stays_quiet_in_a_serializable_transaction(string begin, string argument) => StaysQuiet($"{begin} sqlServer.Execute(\"MERGE dbo.fact_sales AS x{Rest}\"{argument});");

    [Fact]
    public Task Stays_quiet_when_the_caller_decides_the_isolation() => StaysQuiet($$"""
        namespace Shop;

        public sealed class SaleLoader(SqlConnection sqlServer)
        {
            public void Load(SqlTransaction transaction) => sqlServer.Execute("MERGE dbo.fact_sales AS x{{Rest}}", transaction: transaction);
        }
        """);

    [Fact]
    public Task Stays_quiet_in_a_web_controller() => StaysQuiet($$"""
        namespace Shop;

        public sealed class SalesController(SqlConnection sqlServer) : Microsoft.AspNetCore.Mvc.ControllerBase
        {
            public void Load() => sqlServer.Execute("MERGE dbo.fact_sales AS x{{Rest}}");
        }
        """);

    [Theory]
    [InlineData("\"", "\"")]
    [InlineData("@\"", "\"")]
    [InlineData("\"\"\"", "\"\"\"")]
    [InlineData("$\"", "\"")]
    public Task Fixes_by_a_hint_behind_the_target(string open, string close) => Fixes(
        $"await sqlServer.ExecuteAsync({open}[|MERGE dbo.fact_sales|] AS x{Rest}{close}); // all\nsqlServer.Execute({open}[|MERGE INTO dbo.dim_product|] x{Rest}{close});",
        $"await sqlServer.ExecuteAsync({open}MERGE dbo.fact_sales WITH (HOLDLOCK) AS x{Rest}{close}); // all\nsqlServer.Execute({open}MERGE INTO dbo.dim_product WITH (HOLDLOCK) x{Rest}{close});");

    [Fact]
    public Task Offers_nothing_beside_other_hints() => OffersNoFix($"sqlServer.Execute(\"[|MERGE dbo.fact_sales|] WITH (UPDLOCK) AS x{Rest}\");");
}
