using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Storage;

public sealed class OutputNameMadeUpTests() : RuleTests("DEA7012")
{
    private const string Lines = "var lines = db.Query<string>(\"SELECT line FROM sales\"); ";

    [Theory]
    [InlineData("""File.[|WriteAllLines|]($"out/sales_{Guid.NewGuid()}.csv", lines);""")]
    [InlineData("""var path = Path.Combine("out", Guid.NewGuid().ToString("N") + ".csv"); log("writing " + path); File.[|WriteAllLines|](path, lines);""")]
    [InlineData("""await File.[|WriteAllLinesAsync|](Path.Combine("out", $"run={Guid.NewGuid():N}", "sales.csv"), lines, ct);""")]
    [InlineData("""var part = Random.Shared.Next(); using var writer = new StreamWriter("out/" + part + ".csv"); using var rows = new CsvWriter(writer, CultureInfo.InvariantCulture); rows.[|WriteRecords|](lines);""")]
    public Task Reports_a_data_file_that_chance_names(string write) => Reports(Lines + write);

    [Theory]
    [InlineData("""File.WriteAllLines($"out/sales_{sales[0].SoldAt:yyyyMMdd}.csv", lines);""")]
    [InlineData("""File.WriteAllLines($"out/sales_{DateTime.UtcNow:yyyyMMddHHmmss}.csv", lines);""")]
    [InlineData("""File.WriteAllLines($"logs/{Guid.NewGuid()}.txt", lines);""")]
    [InlineData("""File.WriteAllLines(Path.Combine("tmp", $"{Guid.NewGuid()}.csv"), lines);""")]
    [InlineData("""var path = $"out/{Guid.NewGuid()}.csv"; File.WriteAllLines(path, lines); File.Move(path, "out/sales.csv", true);""")]
    [InlineData("""var path = $"out/{Guid.NewGuid()}.csv"; File.WriteAllLines(path, lines); foreach (var line in File.ReadLines(path)) log(line); File.Delete(path);""")]
    [InlineData("""var path = $"out/{Guid.NewGuid()}.csv"; File.WriteAllLines(path, lines); db.Execute("INSERT INTO manifest (path) VALUES (@path) ON CONFLICT DO NOTHING", new { path });""")]
    public Task Stays_quiet_when_the_file_is_passing_recorded_or_named_by_its_rows(string write) => StaysQuiet(Lines + write);

    [Fact]
    public Task Stays_quiet_when_the_caller_learns_the_name() => StaysQuiet("""
        namespace Shop;
        public sealed class Export(NpgsqlConnection db)
        {
            public string Write()
            {
                var path = $"out/{Guid.NewGuid()}.csv";
                File.WriteAllLines(path, db.Query<string>("SELECT line FROM sales"));
                return path;
            }
        }
        """);
}
