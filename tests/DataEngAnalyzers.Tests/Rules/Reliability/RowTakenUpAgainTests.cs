using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Reliability;

/// <summary>A row that fails is not lost where only rows that worked are remembered.</summary>
public sealed class RowTakenUpAgainTests() : RuleTests("DEA1017")
{
    private const string Ledger = """
        public interface IProgressStore
        {
            Task<string?> ReadAsync(string key);
            Task WriteAsync(string key, string value);
        }
        """;

    private static string Backfill(string ask, string handled, string note) => $$"""
        namespace Shop;

        {{Ledger}}

        public sealed class SalesBackfill(NpgsqlConnection db, CsvReader csv, IProgressStore progress, IProgressStore others)
        {
            public async Task RunAsync()
            {
                var seen = new HashSet<string>();
                foreach (var sale in csv.GetRecords<Sale>())
                {
                    var key = "sale:" + sale.Id;
                    {{ask}}
                    try
                    {
                        db.Execute("INSERT INTO fact_sales (id) VALUES (@Id) ON CONFLICT DO NOTHING", sale);
                        {{note}}
                    }
                    {{handled}} (Exception error) { Console.WriteLine(error.Message); }
                }
            }
        }
        """;

    [Theory]
    [InlineData("if (await progress.ReadAsync(key) is not null) continue;", "await progress.WriteAsync(key, \"done\");")]
    [InlineData("var known = await progress.ReadAsync(key); if (known == \"done\") continue;", "await progress.WriteAsync(key, \"done\");")]
    public Task Stays_quiet_when_each_turn_asks_for_what_is_noted_behind_the_write(string ask, string note) => StaysQuiet(Backfill(ask, "catch", note));

    [Theory]
    [InlineData("if (await progress.ReadAsync(key) is not null) continue;", "")]
    [InlineData("", "await progress.WriteAsync(key, \"done\");")]
    [InlineData("if (await others.ReadAsync(key) is not null) continue;", "await progress.WriteAsync(key, \"done\");")]
    [InlineData("if (await progress.ReadAsync(\"all\") is not null) continue;", "await progress.WriteAsync(key, \"done\");")]
    [InlineData("if (seen.Contains(key)) continue;", "seen.Add(key);")]
    public Task Reports_a_row_of_which_the_next_run_knows_nothing(string ask, string note) => Reports(Backfill(ask, "[|catch|]", note));

    private static string Drain(string condition, string mark, string handled, string after = "") => $$"""
        foreach (var sale in db.Query<Sale>("SELECT id FROM orders {{condition}}"))
        {
            try
            {
                sqlServer.Execute("UPDATE dbo.fact_sales SET amount = @Amount WHERE id = @Id", sale);
                {{mark}}
            }
            {{handled}} (Exception error) { Console.WriteLine(error.Message); }
            {{after}}
        }
        """;

    [Theory]
    [InlineData("db.Execute(\"UPDATE orders SET loaded = true WHERE id = @Id\", sale);")]
    [InlineData("db.Execute(\"DELETE FROM orders WHERE id = @Id\", sale);")]
    public Task Stays_quiet_when_rows_that_worked_are_marked_where_the_run_finds_them(string mark) => StaysQuiet(Drain("WHERE loaded = false", mark, "catch"));

    [Theory]
    [InlineData("WHERE loaded = false", "", "")]
    [InlineData("WHERE loaded = false", "", "db.Execute(\"UPDATE orders SET loaded = true WHERE id = @Id\", sale);")]
    [InlineData("", "db.Execute(\"UPDATE orders SET loaded = true WHERE id = @Id\", sale);", "")]
    public Task Reports_rows_that_no_run_looks_for_again(string condition, string mark, string after) => Reports(Drain(condition, mark, "[|catch|]", after));
}
