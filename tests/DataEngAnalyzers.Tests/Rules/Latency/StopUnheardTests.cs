using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Latency;

public sealed class StopUnheardTests() : RuleTests("DEA6009")
{
    private static string Service(string method, string body, string members = "") => $$"""
        using Microsoft.Extensions.Hosting;

        namespace Shop;
        public sealed class Feed(NpgsqlConnection db, CsvReader csv) : BackgroundService
        {
            {{members}}
            protected override async Task {{method}}(CancellationToken stoppingToken)
            {
                {{body}}
                await Task.CompletedTask;
            }

            private void Save(Sale sale) => db.Execute("INSERT INTO fact_sales (id) VALUES (@Id) ON CONFLICT DO NOTHING", sale);
        }
        """;

    private const string Rows = """
        foreach (var sale in csv.GetRecords<Sale>())
                {
                    // one row
                    Save(sale);
                }
        """;

    [Theory]
    [InlineData(Rows)]
    [InlineData("while (true) { foreach (var sale in csv.GetRecords<Sale>()) Save(sale); await Task.Delay(1000); }")]
    [InlineData("while (csv.Read()) Save(csv.GetRecord<Sale>()!);")]
    public Task Reports_a_service_that_never_looks_at_its_token(string body) => Reports(Service("[|ExecuteAsync|]", body));

    [Fact]
    public Task Reports_a_job_that_never_looks_at_its_context() => Reports("""
        using Quartz;

        namespace Shop;
        [DisallowConcurrentExecution]
        public sealed class Nightly(NpgsqlConnection db, CsvReader csv) : IJob
        {
            public async ValueTask [|Execute|](IJobExecutionContext context, CancellationToken ct)
            {
                foreach (var sale in csv.GetRecords<Sale>())
                    await db.ExecuteAsync("INSERT INTO fact_sales (id) VALUES (@Id) ON CONFLICT DO NOTHING", sale);
            }
        }
        """);

    [Theory]
    [InlineData("foreach (var sale in csv.GetRecords<Sale>()) { stoppingToken.ThrowIfCancellationRequested(); Save(sale); }")]
    [InlineData("while (!stoppingToken.IsCancellationRequested) { foreach (var sale in csv.GetRecords<Sale>()) Save(sale); }")]
    [InlineData("await foreach (var sale in csv.GetRecordsAsync<Sale>(stoppingToken)) Save(sale);")]
    [InlineData("foreach (var id in new[] { 1, 2 }) Save(new Sale { Id = id });")]
    [InlineData("db.Execute(\"INSERT INTO fact_sales (id) VALUES (@Id) ON CONFLICT DO NOTHING\", csv.GetRecords<Sale>());")]
    public Task Stays_quiet_when_it_looks_or_is_soon_done(string body) => StaysQuiet(Service("ExecuteAsync", body));

    [Fact]
    public Task Stays_quiet_when_it_stops_by_other_means() =>
        StaysQuiet(Service("ExecuteAsync", Rows, members: "private readonly CancellationTokenSource _stop = new();"));

    [Fact]
    public Task Stays_quiet_for_a_method_that_no_host_starts() => StaysQuiet("""
        foreach (var sale in csv.GetRecords<Sale>())
            db.Execute("INSERT INTO fact_sales (id) VALUES (@Id) ON CONFLICT DO NOTHING", sale);
        """);

    [Fact]
    public Task Fixes_by_looking_between_two_turns() => Fixes(
        Service("[|ExecuteAsync|]", Rows),
        Service("ExecuteAsync", Rows.Replace("\n        {\n", "\n        {\n            stoppingToken.ThrowIfCancellationRequested();\n", System.StringComparison.Ordinal)));
}
