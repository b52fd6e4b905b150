using System.Threading.Tasks;
using DataEngAnalyzers.Rules;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Backfill;

/// <summary>The clock decides what a stored procedure takes, and what a landed blob is called.</summary>
public sealed class WallClockOutOfSightTests() : RuleTests("DEA5001")
{
    private static string Job(string prepare) => $$"""
        namespace Shop;

        public interface IProcedures { Task RunAsync(string procedure, DynamicParameters parameters); }

        public sealed class Procedures(SqlConnection warehouse) : IProcedures
        {
            public Task RunAsync(string procedure, DynamicParameters parameters) => warehouse.ExecuteAsync(procedure, parameters, commandType: CommandType.StoredProcedure);
        }

        public sealed class SalesJob(SqlConnection source, NpgsqlConnection db, IProcedures procedures)
        {
            public async Task RunAsync(DateTime day)
            {
                {{prepare}}
                var rows = await source.QueryAsync<Sale>("SELECT id, amount FROM sales WHERE sold_on = @day", new { day });
                await db.ExecuteAsync("INSERT INTO fact_sales (id) VALUES (@Id) ON CONFLICT DO NOTHING", rows);
            }

            private async Task ForgetAsync(DateTime from, DateTime until)
            {
                var parameters = new DynamicParameters();
                parameters.Add("@StartDate", from.AddDays(-2));
                parameters.Add("@EndDate", until);
                await procedures.RunAsync("dbo.RemoveSales", parameters);
            }
        }
        """;

    [Theory]
    [InlineData("var today = [|DateTime.Today|].AddDays(1); await ForgetAsync(today, today);")]
    [InlineData("await source.ExecuteAsync(\"dbo.RemoveSales\", new { fromDay = [|DateTime.UtcNow|].AddDays(-1) }, commandType: CommandType.StoredProcedure);")]
    [InlineData("using var command = new SqlCommand(\"dbo.RemoveSales\", source) { CommandType = CommandType.StoredProcedure }; command.Parameters.AddWithValue(\"@Since\", [|DateTime.Now|].Date); await command.ExecuteNonQueryAsync();")]
    public Task Reports_a_window_that_a_procedure_of_the_run_gets(string prepare) => Reports(Job(prepare));

    [Theory]
    [InlineData("await ForgetAsync(day, DateTime.Today);")]
    [InlineData("await source.ExecuteAsync(\"dbo.RemoveSales\", new { startedAt = DateTime.UtcNow }, commandType: CommandType.StoredProcedure);")]
    [InlineData("await source.ExecuteAsync(\"dbo.LogSales\", new { fromDay = DateTime.Today }, commandType: CommandType.StoredProcedure);")]
    [InlineData("await source.ExecuteAsync(\"dbo.RemoveSales\", new { until = DateTime.Today.AddDays(-30) }, commandType: CommandType.StoredProcedure);")]
    [InlineData("await source.ExecuteAsync(\"dbo.RemoveSales\", new { from = day.Year > 2000 ? day : DateTime.Today }, commandType: CommandType.StoredProcedure);")]
    public Task Stays_quiet_on_given_days_upper_bounds_and_diaries(string prepare) => StaysQuiet(Job(prepare));

    [Fact]
    public Task Stays_quiet_where_nothing_moves() => StaysQuiet("""
        namespace Shop;

        public sealed class Cleaner(SqlConnection warehouse)
        {
            public Task CleanAsync() => warehouse.ExecuteAsync("dbo.RemoveSales", new { from = DateTime.Today }, commandType: CommandType.StoredProcedure);
        }
        """);

    private static string Landing(string name) => $$"""
        using System.Net.Http;
        using Azure.Storage.Blobs;

        namespace Shop;

        public sealed class Extract { public string Path { get; set; } = ""; public Stream? Content { get; set; } }

        public sealed class SalesExtract(HttpClient client, BlobContainerClient container)
        {
            public async Task RunAsync(DateTime day)
            {
                foreach (var shop in File.ReadLines("shops.csv"))
                {
                    var extract = await DownloadAsync(shop, day);
                    await container.GetBlobClient(extract.Path).UploadAsync(extract.Content, overwrite: true);
                }
            }

            private async Task<Extract> DownloadAsync(string shop, DateTime day)
            {
                var response = await client.GetAsync("https://example.org/sales/" + shop);
                var extract = new Extract { Content = await response.Content.ReadAsStreamAsync() };
                extract.Path = {{name}};
                return extract;
            }
        }
        """;

    [Theory]
    [InlineData("\"sales/\" + shop + \"_\" + [|DateTime.Today|].ToString(\"yyyyMMdd\")")]
    [InlineData("$\"sales/{shop}_{[|DateTime.UtcNow|]:yyyy-MM-dd}\"")]
    public Task Reports_an_answer_that_lands_under_the_day_of_the_run(string name) => Reports(Landing(name));

    [Theory]
    [InlineData("\"sales/\" + shop + \"_\" + day.ToString(\"yyyyMMdd\")")]
    [InlineData("\"audit/\" + shop + \"_log_\" + DateTime.Today.ToString(\"yyyyMMdd\")")]
    public Task Stays_quiet_on_a_name_that_the_caller_gives_and_on_logs(string name) => StaysQuiet(Landing(name));

    [Theory]
    [InlineData("{DateTime.Now:yyyyMMdd}", "High")]
    [InlineData("{DateTime.Now.ToString(\"yyyy-MM-dd\")}", "High")]
    [InlineData("{DateTime.Today}", "High")]
    [InlineData("{DateTime.Now:yyyyMMdd_HHmmss}", "Medium")]
    [InlineData("{DateTime.UtcNow.Ticks}", "Medium")]
    public async Task A_file_of_its_own_for_each_run_hurts_less_than_one_of_the_wrong_day(string name, string severity) => Assert.Equal(
        [severity],
        await Projects.Of(("Shop", $$"""
            namespace Shop;

            public sealed class Export(NpgsqlConnection db)
            {
                public void Run()
                {
                    using var writer = new StreamWriter($"out/sales_{{name}}.csv");
                    foreach (var product in db.Query<string>("SELECT product FROM sales"))
                        writer.WriteLine(product);
                }
            }
            """)).Tells(PropertyKeys.Severity, "DEA5001"));
}
