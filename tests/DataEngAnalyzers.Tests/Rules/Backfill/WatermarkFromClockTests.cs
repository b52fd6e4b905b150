using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Backfill;

public sealed class WatermarkFromClockTests() : RuleTests("DEA5007")
{
    private const string Load = """
        var last = db.ExecuteScalar<DateTime>("SELECT loaded_until FROM load_watermark");
        var rows = sqlServer.Query<Sale>("SELECT id FROM sales WHERE updated_at >= @last", new { last });
        db.Execute("INSERT INTO fact_sales (id) VALUES (@Id) ON CONFLICT DO NOTHING", rows);
        """;

    [Theory]
    [InlineData("""db.[|Execute|]("UPDATE load_watermark SET loaded_until = @now", new { now = DateTime.UtcNow });""")]
    [InlineData("""db.[|Execute|]("UPDATE load_watermark SET loaded_until = now() WHERE source = 'sales'");""")]
    [InlineData("""db.[|Execute|]($"UPDATE load_watermark SET loaded_until = '{DateTime.UtcNow:O}'");""")]
    [InlineData("""db.[|Execute|]("INSERT INTO load_watermark (source, loaded_until) VALUES ('sales', @now) ON CONFLICT (source) DO UPDATE SET loaded_until = excluded.loaded_until", new { now = DateTime.Now });""")]
    [InlineData("""await db.[|ExecuteAsync|]("UPDATE etl_state SET last_loaded_at = @now", new { now = DateTimeOffset.UtcNow });""")]
    [InlineData("""File.[|WriteAllText|]("sales.watermark", DateTime.UtcNow.ToString("O"));""")]
    public Task Reports_a_watermark_that_is_set_to_the_time_after_the_read(string save) => Reports(Load + "\n" + save);

    [Fact]
    public Task Reports_a_watermark_that_a_private_method_sets() => Reports("""
        namespace Shop;
        public sealed class Loader(NpgsqlConnection db, SqlConnection source)
        {
            public void Run()
            {
                var rows = source.Query<Sale>("SELECT id FROM sales WHERE updated_at >= @last", new { last = db.ExecuteScalar<DateTime>("SELECT loaded_until FROM load_watermark") });
                db.Execute("INSERT INTO fact_sales (id) VALUES (@Id) ON CONFLICT DO NOTHING", rows);
                Finish();
            }

            private void Finish() => db.[|Execute|]("UPDATE load_watermark SET loaded_until = @now", new { now = DateTime.UtcNow });
        }
        """);

    [Fact]
    public Task Reports_the_member_of_an_entity_and_a_store_out_of_sight() => Reports("""
        namespace Shop;
        public sealed class Feed { public int Id { get; set; } public DateTime LastSyncedAt { get; set; } }
        public interface IWatermarks { Task SaveAsync(string source, DateTimeOffset until); }
        public sealed class Loader(ShopContext context, NpgsqlConnection db, IWatermarks watermarks)
        {
            public async Task RunAsync(Feed feed)
            {
                var rows = await context.Sales.Where(sale => sale.SoldAt >= feed.LastSyncedAt).ToListAsync();
                db.Execute("INSERT INTO fact_sales (id) VALUES (@Id) ON CONFLICT DO NOTHING", rows);
                feed.[|LastSyncedAt|] = DateTime.UtcNow;
                await watermarks.[|SaveAsync|]("sales", DateTimeOffset.UtcNow);
            }
        }
        """);

    [Theory]
    [InlineData("""db.Execute("UPDATE load_watermark SET loaded_until = @until", new { until = rows.Max(row => row.SoldAt) });""")]
    [InlineData("""db.Execute("UPDATE load_watermark SET loaded_until = @until, updated_at = @now", new { until = rows.Max(row => row.SoldAt), now = DateTime.UtcNow });""")]
    [InlineData("""db.Execute("UPDATE etl_job SET status = 'done', finished_at = @now", new { now = DateTime.UtcNow });""")]
    [InlineData("""log($"watermark at {DateTime.UtcNow}");""")]
    public Task Stays_quiet_when_the_rows_set_it_or_it_is_no_watermark(string save) => StaysQuiet(Load + "\n" + save);

    [Fact]
    public Task Stays_quiet_when_the_clock_is_read_before_the_rows() => StaysQuiet($$"""
        var until = DateTime.UtcNow;
        {{Load}}
        db.Execute("UPDATE load_watermark SET loaded_until = @until", new { until });
        """);

    [Fact]
    public Task Stays_quiet_on_the_time_of_a_job_that_selects_nothing_by_it() => StaysQuiet("""
        var rows = sqlServer.Query<Sale>("SELECT id FROM sales");
        db.Execute("INSERT INTO fact_sales (id) VALUES (@Id) ON CONFLICT DO NOTHING", rows);
        db.Execute("UPDATE etl_job SET last_run = @now", new { now = DateTime.UtcNow });
        """);
}
