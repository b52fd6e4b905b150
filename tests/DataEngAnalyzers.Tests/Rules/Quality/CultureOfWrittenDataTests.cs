using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Quality;

public sealed class CultureOfWrittenDataTests() : RuleTests("DEA2004")
{
    [Theory]
    [InlineData("$\"{sale.Id};{sale.Amount.[|ToString|](\"0.00\")}\"")]
    [InlineData("$\"{sale.Id};{[|sale.Amount|]}\"")]
    [InlineData("$\"{sale.Id};{[|sale.Amount|]:0.00}\"")]
    [InlineData("$\"{sale.Id};{[|sale.SoldAt|]:dd/MM/yyyy}\"")]
    [InlineData("sale.Id + \";\" + [|sale.Amount|]")]
    [InlineData("string.Join(\";\", sale.Id, sale.SoldAt.[|ToShortDateString|]())")]
    [InlineData("sale.Id + \";\" + Convert.[|ToString|](sale.Amount)")]
    public Task Reports_values_that_a_file_gets_in_the_culture_of_the_machine(string line) => Reports($$"""
        File.WriteAllLines("sales.csv", sales.Select(sale => {{line}}));
        """);

    [Fact]
    public Task Reports_lines_that_are_collected_first() => Reports("""
        var lines = new List<string>();
        foreach (var sale in sales)
            lines.Add($"{sale.Id};{[|sale.Amount|]}");
        await File.WriteAllLinesAsync("sales.csv", lines, ct);
        """);

    [Fact]
    public Task Reports_text_that_is_built_first() => Reports("""
        var text = new System.Text.StringBuilder();
        foreach (var sale in sales)
            text.AppendLine(sale.Id + ";" + sale.Amount.[|ToString|]());
        File.WriteAllText("sales.csv", text.ToString());
        """);

    [Fact]
    public Task Reports_a_line_that_a_writer_gets() => Reports("""
        using var writer = new StreamWriter("sales.csv");
        foreach (var sale in sales)
            writer.WriteLine($"{sale.Id};{[|sale.Amount|]}");
        """);

    [Theory]
    [InlineData("$\"INSERT INTO sales (id, amount) VALUES ({sale.Id}, {[|sale.Amount|]}) ON CONFLICT DO NOTHING\"")]
    [InlineData("\"INSERT INTO sales (id, amount) VALUES (\" + sale.Id + \", \" + [|sale.Amount|] + \") ON CONFLICT DO NOTHING\"")]
    public Task Reports_values_that_become_part_of_a_statement(string sql) => Reports($$"""
        foreach (var sale in csv.GetRecords<Sale>())
            db.Execute({{sql}});
        """);

    [Theory]
    [InlineData("$\"{sale.Id};{sale.Product}\"")]
    [InlineData("$\"{sale.Id};{sale.Amount.ToString(CultureInfo.InvariantCulture)}\"")]
    [InlineData("$\"{sale.Id};{sale.Amount:0}\"")]
    [InlineData("$\"{sale.Id};{sale.SoldAt:HH:mm}\"")]
    [InlineData("$\"{sale.Id};{sale.SoldAt:O}\"")]
    [InlineData("$\"{sale.Id};{sale.SoldAt:s}\"")]
    [InlineData("sale.SoldAt.ToString(\"u\")")]
    [InlineData("sale.SoldAt.ToString(\"yyyy-MM-dd\", CultureInfo.InvariantCulture)")]
    [InlineData("FormattableString.Invariant($\"{sale.Id};{sale.SoldAt:yyyy-MM-dd}\")")]
    [InlineData("FormattableString.Invariant($\"{sale.Id};{sale.Amount}\")")]
    [InlineData("string.Create(CultureInfo.InvariantCulture, $\"{sale.Id};{sale.Amount}\")")]
    public Task Stays_quiet_where_the_culture_is_fixed_or_makes_no_difference(string line) => StaysQuiet($$"""
        File.WriteAllLines("sales.csv", sales.Select(sale => {{line}}));
        """);

    [Theory]
    [InlineData("$\"{sale.Id};{[|sale.SoldAt|]:yyyy-MM-dd}\"")]
    [InlineData("$\"{sale.Id};{[|sale.SoldAt|]:yyyyMMddHHmmss}\"")]
    [InlineData("sale.Id + \";\" + sale.SoldAt.[|ToString|](\"yyyy-MM-dd\")")]
    public Task Reports_days_that_another_calendar_writes_as_others(string line) => Reports($$"""
        File.WriteAllLines("sales.csv", sales.Select(sale => {{line}}));
        """);

    [Fact]
    public Task Stays_quiet_on_days_in_the_name_of_a_file() => StaysQuiet("""
        foreach (var day in sales.Select(sale => sale.SoldAt).Distinct())
            File.WriteAllLines($"lake/{day:yyyy-MM-dd}/sales.csv", sales.Select(sale => sale.Product));
        """);

    [Theory]
    [InlineData("log($\"{sale.Id}: {sale.Amount}\");")]
    [InlineData("log($\"{sale.SoldAt:yyyy-MM-dd}\");")]
    [InlineData("Console.WriteLine($\"{sale.Id}: {sale.Amount}\");")]
    [InlineData("File.AppendAllText(\"run.log\", $\"{sale.Id}: {sale.Amount}\");")]
    [InlineData("throw new InvalidDataException($\"{sale.Amount} is too much\");")]
    public Task Stays_quiet_on_text_for_people(string line) => StaysQuiet($$"""
        foreach (var sale in csv.GetRecords<Sale>())
        {
            {{line}}
        }
        """);

    [Fact]
    public Task Stays_quiet_on_a_hole_that_continues_a_name() => StaysQuiet("""
        var share = 0.5f;
        foreach (var sale in csv.GetRecords<Sale>())
            db.Execute($"INSERT INTO sales_{share} (id) VALUES (@Id) ON CONFLICT DO NOTHING", sale);
        """);

    [Fact]
    public Task Stays_quiet_where_holes_become_parameters() => StaysQuiet("""
        foreach (var sale in csv.GetRecords<Sale>())
            context.Database.ExecuteSql($"INSERT INTO sales (id, amount) VALUES ({sale.Id}, {sale.Amount})");
        """);
}
