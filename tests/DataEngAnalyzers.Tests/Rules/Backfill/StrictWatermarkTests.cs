using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Backfill;

public sealed class StrictWatermarkTests() : RuleTests("DEA5004")
{
    private const string Last = "var last = db.ExecuteScalar<DateTime>(\"SELECT loaded_until FROM load_watermark WHERE source = 'sales'\"); ";

    private const string Write = "; db.Execute(\"INSERT INTO fact_sales (id) VALUES (@Id) ON CONFLICT DO NOTHING\", rows);";

    [Theory]
    [InlineData("""sqlServer.[|Query|]<Sale>("SELECT id FROM sales WHERE updated_at > @last", new { last })""")]
    [InlineData("""sqlServer.[|Query|]<Sale>(@"SELECT id FROM sales WHERE @last < sales.updated_at ORDER BY updated_at", new { last })""")]
    [InlineData("""sqlServer.[|Query|]<Sale>($"SELECT id FROM sales WHERE modified_on > '{last:O}'")""")]
    [InlineData("""await sqlServer.[|QueryAsync|]<Sale>("SELECT id FROM sales WHERE updated_at > @last AND region = 'EU'", new { last })""")]
    [InlineData("""await context.Sales.Where(sale => sale.SoldAt > last).OrderBy(sale => sale.SoldAt).[|ToListAsync|](ct)""")]
    public Task Reports_an_extraction_that_starts_behind_its_watermark(string read) => Reports($"{Last}var rows = {read}{Write}");

    [Theory]
    [InlineData("var last = db.QuerySingle<DateTime>(\"SELECT max(updated_at) FROM fact_sales\");")]
    [InlineData("var last = DateTime.Parse(File.ReadAllText(\"sales.state\"), CultureInfo.InvariantCulture);")]
    [InlineData("var last = db.ExecuteScalar<DateTime?>(\"SELECT loaded_until FROM load_watermark\") ?? DateTime.MinValue;")]
    [InlineData("var last = Convert.ToDateTime(db.ExecuteScalar(\"SELECT loaded_until FROM load_watermark\"), CultureInfo.InvariantCulture);")]
    public Task Reports_whatever_store_the_watermark_comes_from(string last) =>
        Reports(last + """var rows = sqlServer.[|Query|]<Sale>("SELECT id FROM sales WHERE updated_at > @last", new { last })""" + Write);

    [Fact]
    public Task Reports_a_watermark_of_a_service_out_of_sight() => Reports("""
        namespace Shop;
        public interface ISyncState { Task<DateTimeOffset> GetLastSyncAsync(string source); }
        public sealed class SalesLoader(SqlConnection source, NpgsqlConnection db, ISyncState state)
        {
            public async Task RunAsync()
            {
                using var command = new SqlCommand("SELECT id FROM sales WHERE changed_at > @since", source);
                command.Parameters.AddWithValue("@since", await state.GetLastSyncAsync("sales"));
                using var reader = await command.[|ExecuteReaderAsync|]();
                using var bulk = new SqlBulkCopy("Server=dw") { DestinationTableName = "fact_sales" };
                bulk.WriteToServer(reader);
            }
        }
        """);

    [Fact]
    public Task Reports_the_newest_row_of_the_target() => Reports(""""
        sqlite.[|Execute|]("""
            INSERT INTO fact_sales (id, updated_at)
            SELECT id, updated_at FROM sales WHERE updated_at > (SELECT max(updated_at) FROM fact_sales)
            """);
        """");

    [Theory]
    [InlineData("updated_at >= @last")]
    [InlineData("updated_at > @last OR (updated_at = @last AND id > @id)")]
    [InlineData("updated_at > @last AND updated_at <= @until")]
    [InlineData("updated_at > DATEADD(minute, -5, @last)")]
    [InlineData("sale_id > @last")]
    [InlineData("row_version > @last")]
    public Task Stays_quiet_when_the_comparison_keeps_the_edge(string condition) =>
        StaysQuiet($"{Last}var rows = sqlServer.Query<Sale>(\"SELECT id FROM sales WHERE {condition}\", new {{ last, id = 7, until = sales[0].SoldAt }}){Write}");

    [Theory]
    [InlineData("last.AddMinutes(-5)")]
    [InlineData("last - TimeSpan.FromMinutes(5)")]
    [InlineData("last.Subtract(TimeSpan.FromHours(1))")]
    public Task Stays_quiet_when_the_run_goes_back(string since) =>
        StaysQuiet($"{Last}var since = {since}; var rows = sqlServer.Query<Sale>(\"SELECT id FROM sales WHERE updated_at > @since\", new {{ since }}){Write}");

    [Theory]
    [InlineData("var last = db.ExecuteScalar<long>(\"SELECT last_id FROM load_watermark\");")]
    [InlineData("var last = sales[0].SoldAt;")]
    [InlineData("var last = DateTime.UtcNow.AddDays(-1);")]
    [InlineData("var last = new DateTime(2024, 1, 1);")]
    public Task Stays_quiet_when_the_bound_is_no_stored_moment(string last) =>
        StaysQuiet(last + """var rows = sqlServer.Query<Sale>("SELECT id FROM sales WHERE updated_at > @last", new { last })""" + Write);

    [Fact]
    public Task Stays_quiet_for_rows_that_are_looked_up_by_other_rows() => StaysQuiet("""
        foreach (var sale in db.Query<Sale>("SELECT id, sold_at FROM sales"))
        {
            var rows = sqlServer.Query<Sale>("SELECT id FROM returns WHERE returned_at > @SoldAt", new { sale.SoldAt });
            db.Execute("INSERT INTO fact_returns (id) VALUES (@Id) ON CONFLICT DO NOTHING", rows);
        }
        """);

    [Fact]
    public Task Stays_quiet_in_a_controller() => StaysQuiet("""
        namespace Shop;
        public sealed class FeedController(NpgsqlConnection db) : Microsoft.AspNetCore.Mvc.ControllerBase
        {
            public IEnumerable<Sale> Get(DateTime lastSync) => db.Query<Sale>("SELECT id FROM sales WHERE updated_at > @lastSync", new { lastSync });
        }
        """);
}
