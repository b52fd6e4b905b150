using System;
using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Backfill;

public sealed class WallClockWindowTests() : RuleTests("DEA5001")
{
    private const string Write = "; db.Execute(\"INSERT INTO fact_sales (id) VALUES (@Id) ON CONFLICT DO NOTHING\", rows);";

    [Theory]
    [InlineData("var from = [|DateTime.UtcNow|].Date.AddDays(-1);")]
    [InlineData("var from = DateOnly.FromDateTime([|DateTime.Today|]);")]
    [InlineData("var now = [|DateTimeOffset.Now|]; var from = new DateTime(now.Year, now.Month, 1);")]
    [InlineData("var (from, until) = ([|DateTime.Now|].AddDays(-1), DateTime.Now);")]
    [InlineData("var from = ct.IsCancellationRequested ? [|DateTime.Today|] : DateTime.UtcNow;")]
    public Task Reports_a_window_that_opens_at_the_clock(string window) =>
        Reports(window + """var rows = sqlServer.Query<Sale>("SELECT id FROM sales WHERE sold_at >= @from", new { from })""" + Write);

    [Theory]
    [InlineData("sold_at >= GETDATE() - 1")]
    [InlineData("CAST(sold_at AS date) = CAST(GETDATE() AS date)")]
    [InlineData("sold_at > DATEADD(day, -1, SYSUTCDATETIME())")]
    public Task Reports_the_clock_of_the_database(string condition) =>
        Reports($"var rows = sqlServer.Query<Sale>(\"SELECT id FROM sales WHERE [|{condition}|]\")" + Write);

    [Fact]
    public Task Reports_a_copy_inside_the_database() => Reports("""
        var since = [|DateTime.UtcNow|].Date.AddYears(-2);
        sqlite.Execute("INSERT INTO fact_sales (id) SELECT o.id FROM orders o JOIN customers c ON c.id = o.customer WHERE o.sold_at >= @since", new { since });
        """);

    [Theory]
    [InlineData("""command.Parameters.AddWithValue("@from", [|DateTime.Today|]);""")]
    [InlineData("""command.Parameters.Add("@from", SqlDbType.Date).Value = [|DateTime.Today|];""")]
    [InlineData("""command.Parameters.Add(new SqlParameter("@from", [|DateTime.Today|]));""")]
    [InlineData("""command.Parameters.Add(new SqlParameter("from", SqlDbType.Date) { Value = [|DateTime.Today|] });""")]
    public Task Reports_a_parameter_of_a_command(string bind) => Reports($$"""
        using var command = new SqlCommand("SELECT id FROM sales WHERE sold_at >= @from", sqlServer);
        {{bind}}
        using var reader = await command.ExecuteReaderAsync(ct);
        using var bulk = new SqlBulkCopy("Server=dw") { DestinationTableName = "fact_sales" };
        bulk.WriteToServer(reader);
        """);

    [Fact]
    public Task Reports_a_date_inside_the_text() =>
        Reports("""var rows = sqlServer.Query<Sale>($"SELECT id FROM sales WHERE day = '{[|DateTime.Today|]:yyyy-MM-dd}'")""" + Write);

    [Fact]
    public Task Reports_a_predicate_of_a_query() =>
        Reports("""var rows = await context.Sales.Where(sale => sale.SoldAt >= [|DateTime.UtcNow|].AddDays(-1)).OrderBy(sale => sale.Id).ToListAsync(ct)""" + Write);

    [Fact]
    public Task Reports_rows_of_a_file_that_are_kept_by_the_clock() => Reports("""
        var cutoff = [|DateTime.Now|].AddMonths(-36);
        var recent = csv.GetRecords<Sale>().Where(sale => sale.SoldAt > cutoff).ToList();
        context.Sales.AddRange(recent);
        context.SaveChanges();
        """);

    [Fact]
    public Task Reports_a_window_that_is_deleted_and_loaded_again() => Reports("""
        var day = [|DateTime.Today|].AddDays(-1);
        using var transaction = db.BeginTransaction();
        db.Execute("DELETE FROM fact_sales WHERE sold_on = @day", new { day }, transaction);
        db.Execute("INSERT INTO fact_sales (id) VALUES (@Id)", csv.GetRecords<Sale>(), transaction);
        transaction.Commit();
        """);

    [Fact]
    public Task Reports_a_file_named_after_today() => Reports("""
        foreach (var line in File.ReadLines($"in/sales_{[|DateTime.Today|]:yyyyMMdd}.csv"))
            db.Execute("INSERT INTO fact_sales (line) VALUES (@line) ON CONFLICT DO NOTHING", new { line });
        """);

    [Fact]
    public Task Reports_an_output_named_after_today_once() => Reports("""
        var path = $"out/sales_{[|DateTime.Today|]:yyyyMMdd}.csv";
        using (var writer = new StreamWriter(path))
        {
            foreach (var sale in csv.GetRecords<Sale>())
                writer.WriteLine(sale.Product);
        }

        using var upload = new FileStream(path, FileMode.Open);
        """);

    [Fact]
    public async Task Says_of_an_output_what_becomes_of_it()
    {
        var said = Assert.Single(await Projects.Of(("Shop", """
            public sealed class SalesExport
            {
                public void Run(CsvReader csv)
                {
                    using var writer = new StreamWriter($"out/sales_{DateTime.Today:yyyyMMdd}.csv");
                    foreach (var sale in csv.GetRecords<string>())
                        writer.WriteLine(sale);
                }
            }
            """)).Says("DEA5001"));

        Assert.EndsWith("by the time it runs: a run repeated tomorrow fills another, and a missed day cannot be loaded again", said, StringComparison.Ordinal);
        Assert.DoesNotContain("its rows of", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/tmp/exports/sales_{DateTime.Now:yyyyMMddHHmmss}.csv")]
    [InlineData("out/{DateTime.Today:yyyyMMdd}/sales.partial.csv")]
    public Task Stays_quiet_on_a_file_on_its_way_to_another_place(string path) => StaysQuiet($$"""
        using var writer = new StreamWriter($"{{path}}");
        foreach (var sale in csv.GetRecords<Sale>())
            writer.WriteLine(sale.Product);
        """);

    [Fact]
    public Task Reports_a_window_from_a_private_method() => Reports("""
        namespace Shop;
        public sealed class Loader(NpgsqlConnection db)
        {
            private static DateTime Yesterday => [|DateTime.UtcNow|].Date.AddDays(-1);

            public void Load()
            {
                var rows = db.Query<Sale>("SELECT id FROM sales WHERE sold_at >= @from", new { from = Start() });
                db.Execute("INSERT INTO fact_sales (id) VALUES (@Id) ON CONFLICT DO NOTHING", rows);
            }

            private static DateTime Start() => Yesterday.AddHours(-1);
        }
        """);

    [Theory]
    [InlineData("var from = Environment.GetCommandLineArgs().Length > 1 ? DateTime.Parse(Environment.GetCommandLineArgs()[1], CultureInfo.InvariantCulture) : DateTime.Today;")]
    [InlineData("var from = db.ExecuteScalar<DateTime?>(\"SELECT max(loaded_until) FROM watermarks\") ?? DateTime.UtcNow.AddDays(-1);")]
    [InlineData("var from = TimeProvider.System.GetUtcNow().AddDays(-1);")]
    [InlineData("var from = DateTime.UtcNow; if (ct.IsCancellationRequested) from = sales[0].SoldAt;")]
    [InlineData("var from = sales[0].SoldAt.AddDays(-1);")]
    public Task Stays_quiet_when_the_window_can_be_given(string window) =>
        StaysQuiet(window + """var rows = sqlServer.Query<Sale>("SELECT id FROM sales WHERE sold_at >= @from", new { from })""" + Write);

    [Theory]
    [InlineData("updated_at < @cutoff")]
    [InlineData("@cutoff > updated_at")]
    [InlineData("expires_at > @cutoff")]
    [InlineData("valid_until >= @cutoff")]
    public Task Stays_quiet_on_safety_cut_offs_and_validity(string condition) =>
        StaysQuiet($$"""var rows = sqlServer.Query<Sale>("SELECT id FROM sales WHERE {{condition}}", new { cutoff = DateTime.UtcNow.AddMinutes(-5) })""" + Write);

    [Fact]
    public Task Stays_quiet_on_a_retention() => StaysQuiet("""
        foreach (var sale in csv.GetRecords<Sale>())
            db.Execute("INSERT INTO fact_sales (id) VALUES (@Id) ON CONFLICT DO NOTHING", sale);
        db.Execute("DELETE FROM load_errors WHERE created_at < @old", new { old = DateTime.UtcNow.AddDays(-90) });
        db.Execute("DELETE FROM cache WHERE day = @today", new { today = DateTime.Today });
        """);

    [Fact]
    public Task Stays_quiet_on_audit_columns_logs_and_timers() => StaysQuiet("""
        var started = DateTime.UtcNow;
        foreach (var sale in csv.GetRecords<Sale>())
            db.Execute("INSERT INTO fact_sales (id, loaded_at) VALUES (@Id, @now) ON CONFLICT DO NOTHING", new { sale.Id, now = DateTime.UtcNow });
        db.Execute("UPDATE watermarks SET loaded_until = @now WHERE name = 'sales'", new { now = started });
        log($"took {DateTime.UtcNow - started}");
        File.AppendAllText($"logs/{DateTime.Today:yyyyMMdd}.log", "done");
        """);

    [Fact]
    public Task Stays_quiet_in_a_controller() => StaysQuiet("""
        namespace Shop;
        public sealed class ReportController(NpgsqlConnection db) : Microsoft.AspNetCore.Mvc.ControllerBase
        {
            public IEnumerable<Sale> Get() => db.Query<Sale>("SELECT id FROM sales WHERE sold_at >= @from", new { from = DateTime.Today });
        }
        """);
}
