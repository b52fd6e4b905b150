using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Backfill;

public sealed class WindowNotGivenTests() : RuleTests("DEA5003")
{
    private static string Loader(string name, string parameters, string last, string condition = "updated_at >= @last", string members = "") => $$"""
        namespace Shop;
        public sealed class Loader(NpgsqlConnection db, SqlConnection source)
        {
            {{members}}
            public void {{name}}({{parameters}})
            {
                var last = {{last}};
                var rows = source.Query<Sale>("SELECT id FROM sales WHERE {{condition}}", new { last, until = DateTime.MaxValue });
                db.Execute("INSERT INTO fact_sales (id) VALUES (@Id) ON CONFLICT DO NOTHING", rows);
            }
        }
        """;

    private const string Stored = "db.ExecuteScalar<DateTime>(\"SELECT loaded_until FROM load_watermark\")";

    [Theory]
    [InlineData("", Stored)]
    [InlineData("CancellationToken ct", Stored)]
    [InlineData("string feed", Stored + ".AddMinutes(-5)")]
    [InlineData("", "db.ExecuteScalar<DateTime?>(\"SELECT loaded_until FROM load_watermark\") ?? DateTime.MinValue")]
    public Task Reports_an_entry_that_goes_on_from_its_watermark_alone(string parameters, string last) => Reports(Loader("[|Run|]", parameters, last));

    [Fact]
    public Task Reports_top_level_statements() => Reports("""
        // top-level
        [|using|] var db = new NpgsqlConnection("Host=dw");
        var last = db.ExecuteScalar<long>("SELECT last_id FROM load_watermark");
        using var source = new SqlConnection("Server=shop");
        var rows = source.Query<Shop.Sale>("SELECT id FROM sales WHERE id > @last", new { last });
        db.Execute("INSERT INTO fact_sales (id) VALUES (@Id) ON CONFLICT DO NOTHING", rows);
        """);

    [Theory]
    [InlineData("DateOnly from, DateOnly until", Stored)]
    [InlineData("DateTime? since", "since ?? " + Stored)]
    [InlineData("string[] args", "args.Length > 0 ? DateTime.Parse(args[0], CultureInfo.InvariantCulture) : " + Stored)]
    [InlineData("int month", Stored)]
    public Task Stays_quiet_when_the_caller_can_give_a_window(string parameters, string last) => StaysQuiet(Loader("Run", parameters, last));

    [Fact]
    public Task Stays_quiet_when_the_window_has_an_end() => StaysQuiet(Loader("Run", "", Stored, "updated_at >= @last AND updated_at < @until"));

    [Fact]
    public Task Stays_quiet_when_an_option_comes_first() =>
        StaysQuiet(Loader("Run", "", "From ?? " + Stored, members: "public DateTime? From { get; init; }"));

    [Theory]
    [InlineData("DateTime.UtcNow.AddDays(-1)")]
    [InlineData("new DateTime(2024, 1, 1)")]
    public Task Stays_quiet_where_another_rule_speaks(string last) => StaysQuiet(Loader("Run", "", last));
}
