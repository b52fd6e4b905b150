using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Reliability;

public sealed class BulkLoadKeptInPartTests() : RuleTests("DEA1009")
{
    [Theory]
    [InlineData("using var copy = new SqlBulkCopy(sqlServer) { DestinationTableName = \"dbo.fact_sales\", BatchSize = 5000 };")]
    [InlineData("using var copy = new SqlBulkCopy(sqlServer); copy.BatchSize = sales.Count / 10; copy.DestinationTableName = \"dbo.fact_sales\";")]
    [InlineData("using var copy = new SqlBulkCopy(\"Server=dwh\", SqlBulkCopyOptions.UseInternalTransaction | SqlBulkCopyOptions.TableLock) { DestinationTableName = \"dbo.fact_sales\" };")]
    public Task Reports_a_load_whose_batches_are_committed_one_by_one(string copier) => Reports(copier + "\ncopy.[|WriteToServer|](new DataTable());");

    [Fact]
    public Task Reports_the_async_twin() => Reports("""
        const int size = 1_000;
        using var copy = new SqlBulkCopy(sqlServer) { DestinationTableName = "dbo.fact_sales", BatchSize = size };
        await copy.[|WriteToServerAsync|](new DataTable(), ct);
        """);

    [Theory]
    [InlineData("using var copy = new SqlBulkCopy(sqlServer) { DestinationTableName = \"dbo.fact_sales\" };")]
    [InlineData("using var copy = new SqlBulkCopy(sqlServer) { DestinationTableName = \"dbo.fact_sales\", BatchSize = 0 };")]
    [InlineData("using var copy = new SqlBulkCopy(sqlServer) { DestinationTableName = \"#sales\", BatchSize = 5000 };")]
    [InlineData("using var copy = new SqlBulkCopy(sqlServer) { DestinationTableName = \"staging.sales\", BatchSize = 5000 };")]
    [InlineData("using var transaction = sqlServer.BeginTransaction(); using var copy = new SqlBulkCopy(sqlServer, SqlBulkCopyOptions.Default, transaction) { DestinationTableName = \"dbo.fact_sales\", BatchSize = 5000 };")]
    [InlineData("using var scope = new System.Transactions.TransactionScope(); using var copy = new SqlBulkCopy(sqlServer) { DestinationTableName = \"dbo.fact_sales\", BatchSize = 5000 };")]
    [InlineData("sqlServer.Execute(\"TRUNCATE TABLE dbo.fact_sales\"); using var copy = new SqlBulkCopy(sqlServer) { DestinationTableName = \"dbo.fact_sales\", BatchSize = 5000 };")]
    public Task Stays_quiet_when_a_failure_leaves_nothing_or_the_next_run_clears_it(string copier) => StaysQuiet(copier + "\ncopy.WriteToServer(new DataTable());");

    [Fact]
    public Task Stays_quiet_when_the_caller_holds_the_transaction() => StaysQuiet("""
        namespace Shop;

        public sealed class SaleLoader(SqlConnection sqlServer)
        {
            public void Load(DataTable sales, SqlTransaction transaction)
            {
                using var copy = new SqlBulkCopy(sqlServer, SqlBulkCopyOptions.Default, transaction) { DestinationTableName = "dbo.fact_sales", BatchSize = 5000 };
                copy.WriteToServer(sales);
            }
        }
        """);

    [Fact]
    public Task Stays_quiet_in_a_test_class() => StaysQuiet("""
        namespace Shop;

        public sealed class LoaderTests
        {
            [Xunit.Fact]
            public void Loads()
            {
                using var copy = new SqlBulkCopy("Server=test") { DestinationTableName = "dbo.fact_sales", BatchSize = 5000 };
                copy.WriteToServer(new DataTable());
            }
        }
        """);

    [Fact]
    public Task Fixes_by_a_transaction_around_the_load() => Fixes(
        """
        // five thousand at a time
        using var copy = new SqlBulkCopy(sqlServer) { DestinationTableName = "dbo.fact_sales", BatchSize = 5000 };
        copy.[|WriteToServer|](new DataTable()); // all sales
        """,
        """
        // five thousand at a time
        using var transaction = sqlServer.BeginTransaction();
        using var copy = new SqlBulkCopy(sqlServer, SqlBulkCopyOptions.Default, transaction) { DestinationTableName = "dbo.fact_sales", BatchSize = 5000 };
        copy.WriteToServer(new DataTable()); // all sales
        transaction.Commit();
        """);

    [Fact]
    public Task Offers_nothing_where_the_copier_makes_its_own_connection() => OffersNoFix("""
        using var copy = new SqlBulkCopy("Server=dwh") { DestinationTableName = "dbo.fact_sales", BatchSize = 5000 };
        copy.[|WriteToServer|](new DataTable());
        """);
}
