using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Backfill;

public sealed class HardCodedWindowTests() : RuleTests("DEA5002")
{
    private const string Write = "; db.Execute(\"INSERT INTO fact_sales (id) VALUES (@Id) ON CONFLICT DO NOTHING\", rows);";

    [Theory]
    [InlineData("sold_at >= '2024-01-01'")]
    [InlineData("sold_at >= DATE '2024-01-01'")]
    [InlineData("CAST(sold_at AS date) = '20240115'")]
    [InlineData("sold_at BETWEEN '2024-01-01' AND '2024-01-31 23:59:59'")]
    [InlineData("sold_at < '2024-02-01T00:00:00'")]
    public Task Reports_a_date_in_the_text(string condition) =>
        Reports($"var rows = sqlServer.[|Query|]<Sale>(\"SELECT id FROM sales WHERE {condition}\")" + Write);

    [Theory]
    [InlineData("new DateTime(2024, 1, 1)")]
    [InlineData("new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc)")]
    [InlineData("new DateOnly(2024, 3, 31)")]
    [InlineData("DateTime.Parse(\"2024-01-01\", CultureInfo.InvariantCulture)")]
    [InlineData("\"2024-01-01\"")]
    public Task Reports_a_date_in_the_code(string date) =>
        Reports($"var from = {date}; var rows = sqlServer.[|Query|]<Sale>(\"SELECT id FROM sales WHERE sold_at >= @from\", new {{ from }})" + Write);

    [Fact]
    public Task Reports_a_predicate_of_a_query() => Reports(
        "var rows = await context.Sales.Where(sale => sale.SoldAt >= new DateTime(2024, 1, 1)).[|ToListAsync|](ct)" + Write);

    [Fact]
    public Task Reports_a_window_that_is_deleted_and_a_copy_inside_the_database() => Reports(""""
        using var transaction = sqlite.BeginTransaction();
        sqlite.[|Execute|]("DELETE FROM mart_sales WHERE sold_on >= '2024-01-01'", transaction: transaction);
        sqlite.[|Execute|]($"""
            INSERT INTO mart_sales (id)
            SELECT id FROM sales WHERE sold_on >= '2024-01-01'
            """, transaction: transaction);
        transaction.Commit();
        """");

    [Theory]
    [InlineData("valid_until = '9999-12-31'")]
    [InlineData("sold_at >= '1970-01-01'")]
    [InlineData("sold_at >= '1900-01-01'")]
    [InlineData("status = 'open'")]
    [InlineData("batch = '2024'")]
    public Task Stays_quiet_on_dates_that_leave_the_window_open(string condition) =>
        StaysQuiet($"var rows = sqlServer.Query<Sale>(\"SELECT id FROM sales WHERE {condition}\")" + Write);

    [Theory]
    [InlineData("sales.Count > 0 ? sales[0].SoldAt : new DateTime(2024, 1, 1)")]
    [InlineData("db.ExecuteScalar<DateTime?>(\"SELECT loaded_until FROM load_watermark\") ?? new DateTime(2024, 1, 1)")]
    [InlineData("DateTime.UnixEpoch")]
    [InlineData("DateTime.MinValue")]
    [InlineData("Beginning.EpochStart")]
    public Task Stays_quiet_when_the_date_is_a_default_or_an_epoch(string from) => StaysQuiet($$"""
        namespace Shop;
        public static class Beginning { public static readonly DateTime EpochStart = new(2015, 6, 1); }
        public sealed class Loader(NpgsqlConnection db, SqlConnection sqlServer)
        {
            public void Load(List<Sale> sales)
            {
                var from = {{from}};
                var rows = sqlServer.Query<Sale>("SELECT id FROM sales WHERE sold_at >= @from", new { from }){{Write}}
            }
        }
        """);

    [Fact]
    public Task Stays_quiet_in_a_migration_and_outside_pipelines() => StaysQuiet("""
        namespace Shop;
        public sealed class ReportController(NpgsqlConnection db) : Microsoft.AspNetCore.Mvc.ControllerBase
        {
            public IEnumerable<Sale> Get() => db.Query<Sale>("SELECT id FROM sales WHERE sold_at >= '2024-01-01'");
        }
        """);
}
