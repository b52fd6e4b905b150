using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Quality;

public sealed class TimesWithoutZoneTests() : RuleTests("DEA2023")
{
    private const string Read = "var rows = csv.GetRecords<Sale>();\n";

    [Theory]
    [InlineData("foreach (var row in rows)\n    sqlServer.Execute(\"INSERT INTO fact_sales (id, loaded_at) VALUES (@Id, @At)\", new { row.Id, At = DateTime.[|Now|] });")]
    [InlineData("foreach (var row in rows)\n    await sqlServer.ExecuteAsync($\"\"\"UPDATE {\"fact\"}_sales SET loaded_at = @at WHERE id = @Id\"\"\", new { row.Id, at = DateTime.[|Now|] });")]
    [InlineData("var now = DateTime.[|Now|];\nforeach (var row in rows)\n    db.Execute(\"INSERT INTO fact_sales (id, loaded_at) VALUES (@Id, @now) ON CONFLICT DO NOTHING\", new { row.Id, now });")]
    [InlineData("foreach (var row in rows)\n    context.Sales.Add(new Sale { Id = row.Id, SoldAt = DateTime.[|Now|] });\nawait context.SaveChangesAsync(ct);")]
    [InlineData("sqlServer.Execute(@\"INSERT INTO fact_sales (id, sold_at) VALUES (@Id, @SoldAt)\", rows.Select(row => new Sale { Id = row.Id, SoldAt = DateTime.[|Now|] }));")]
    [InlineData("foreach (var row in rows)\n{\n    using var command = new SqlCommand(\"INSERT INTO fact_sales (id, loaded_at) VALUES (@id, @at)\", sqlServer);\n    command.Parameters.AddWithValue(\"@id\", row.Id);\n    command.Parameters.AddWithValue(\"@at\", DateTime.[|Now|]);\n    command.ExecuteNonQuery();\n}")]
    public Task Reports_the_local_time_in_a_column(string write) => Reports(Read + write);

    [Theory]
    [InlineData("DateTime.UtcNow")]
    [InlineData("DateTimeOffset.Now")]
    [InlineData("new DateTimeOffset(DateTime.Now)")]
    [InlineData("(DateTimeOffset)DateTime.Now")]
    [InlineData("DateTime.Now.ToUniversalTime()")]
    [InlineData("DateTime.Now.Date")]
    [InlineData("DateTime.Today")]
    [InlineData("DateTime.Now.Year")]
    [InlineData("(DateTime.Now - row.SoldAt)")]
    [InlineData("TimeProvider.System.GetLocalNow()")]
    [InlineData("row.SoldAt")]
    public Task Stays_quiet_when_the_zone_is_told_or_does_not_matter(string value) => StaysQuiet(
        $"{Read}foreach (var row in rows)\n    sqlServer.Execute(\"INSERT INTO fact_sales (id, loaded_at) VALUES (@Id, @At)\", new {{ row.Id, At = {value} }});");

    [Theory]
    [InlineData("load_log")]
    [InlineData("sales_history")]
    [InlineData("load_watermark")]
    public Task Stays_quiet_for_tables_that_only_people_and_watermarks_read(string table) => StaysQuiet(
        $"{Read}foreach (var row in rows)\n    sqlServer.Execute(\"INSERT INTO {table} (id, loaded_at) VALUES (@Id, @At)\", new {{ row.Id, At = DateTime.Now }});");

    [Theory]
    [InlineData("date")]
    [InlineData("datetimeoffset")]
    public Task Stays_quiet_when_the_column_has_no_time_or_an_offset(string type)
    {
        Files["schema.sql"] = $"CREATE TABLE fact_sales (id int PRIMARY KEY, loaded_at {type} NOT NULL);";
        return StaysQuiet(Read + "foreach (var row in rows)\n    sqlServer.Execute(\"INSERT INTO fact_sales (id, loaded_at) VALUES (@Id, @At)\", new { row.Id, At = DateTime.Now });");
    }

    [Theory]
    [InlineData("log($\"{DateTime.Now}: {rows.Count()}\");")]
    [InlineData("var started = DateTime.Now;\nforeach (var row in rows)\n    db.Execute(\"INSERT INTO fact_sales (id) VALUES (@Id)\", new { row.Id });\nlog((DateTime.Now - started).ToString());")]
    [InlineData("foreach (var row in rows)\n    db.Execute(\"DELETE FROM fact_sales WHERE id = @Id AND loaded_at < @now\", new { row.Id, now = DateTime.Now });")]
    [InlineData("using var writer = new CsvWriter(new StreamWriter(\"sales.csv\"), CultureInfo.InvariantCulture);\nwriter.WriteRecords(rows.Select(row => new { row.Id, At = DateTime.Now }));")]
    public Task Stays_quiet_when_no_table_gets_it(string use) => StaysQuiet(Read + use);

    [Fact]
    public Task Stays_quiet_in_a_web_request() => StaysQuiet("""
        namespace Shop;

        public sealed class SalesController(SqlConnection db) : Microsoft.AspNetCore.Mvc.ControllerBase
        {
            public void Post(Sale sale) => db.Execute("INSERT INTO sales (id, created_at) VALUES (@Id, @At)", new { sale.Id, At = DateTime.Now });
        }
        """);

    [Theory]
    [InlineData("true", "[|SetSwitch|]")]
    [InlineData("false", "SetSwitch")]
    public Task Reports_the_switch_that_forgets_zones_when_it_is_turned_on(string value, string member)
    {
        var code = $$"""
            // top-level
            using Shop;
            AppContext.{{member}}("Npgsql.EnableLegacyTimestampBehavior", {{value}});
            AppContext.SetSwitch("System.Net.DisableIPv6", true);
            using var db = new NpgsqlConnection("Host=dwh");
            foreach (var line in File.ReadLines("sales.csv"))
                db.Execute("INSERT INTO fact_sales (line) VALUES (@line) ON CONFLICT DO NOTHING", new { line });
            """;
        return value == "true" ? Reports(code) : StaysQuiet(code);
    }

    [Fact]
    public Task Stays_quiet_for_the_switch_in_a_program_that_moves_nothing() => StaysQuiet("""
        // top-level
        AppContext.SetSwitch("Npgsql.EnableLegacyTimestampBehavior", true);
        Console.WriteLine("started");
        """);

    [Fact]
    public Task Stores_the_time_in_utc() => Fixes(
        Read + "foreach (var row in rows)\n    sqlServer.Execute(\"INSERT INTO fact_sales (id, loaded_at) VALUES (@Id, @At)\", new { row.Id, At = DateTime.[|Now|] /* when */ });",
        Read + "foreach (var row in rows)\n    sqlServer.Execute(\"INSERT INTO fact_sales (id, loaded_at) VALUES (@Id, @At)\", new { row.Id, At = DateTime.UtcNow /* when */ });");

    [Fact]
    public Task Stores_two_times_in_utc_at_once() => Fixes(
        Read + "foreach (var row in rows)\n    sqlServer.Execute(\"INSERT INTO fact_sales (id, loaded_at, seen_at) VALUES (@Id, @At, @Seen)\", new { row.Id, At = DateTime.[|Now|], Seen = DateTime.[|Now|] });",
        Read + "foreach (var row in rows)\n    sqlServer.Execute(\"INSERT INTO fact_sales (id, loaded_at, seen_at) VALUES (@Id, @At, @Seen)\", new { row.Id, At = DateTime.UtcNow, Seen = DateTime.UtcNow });");

    [Theory]
    [InlineData("var now = DateTime.[|Now|];\nforeach (var row in rows)\n    sqlServer.Execute(\"INSERT INTO fact_sales (id, loaded_at) VALUES (@Id, @now)\", new { row.Id, now });")]
    [InlineData("foreach (var row in rows)\n    db.Execute(\"INSERT INTO fact_sales (id, loaded_at) VALUES (@Id, @At)\", new { row.Id, At = DateTime.[|Now|] });")]
    public Task Offers_no_fix_when_others_use_the_time_or_the_driver_would_refuse_it(string write) => OffersNoFix(Read + write);
}
