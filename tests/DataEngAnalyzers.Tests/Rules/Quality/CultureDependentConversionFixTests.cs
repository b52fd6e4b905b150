using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Quality;

public sealed class CultureDependentConversionFixTests() : RuleTests("DEA2004")
{
    [Theory]
    [InlineData("decimal.[|Parse|](fields[1])", "decimal.Parse(fields[1], CultureInfo.InvariantCulture)")]
    [InlineData("decimal.[|Parse|](fields[1], NumberStyles.Any)", "decimal.Parse(fields[1], NumberStyles.Any, CultureInfo.InvariantCulture)")]
    [InlineData("decimal.[|Parse|](fields[1], CultureInfo.CurrentCulture)", "decimal.Parse(fields[1], CultureInfo.InvariantCulture)")]
    [InlineData("DateTime.[|ParseExact|](fields[1], \"dd/MM/yyyy\", null)", "DateTime.ParseExact(fields[1], \"dd/MM/yyyy\", CultureInfo.InvariantCulture)")]
    [InlineData("Convert.[|ToDecimal|](fields[1] /* net */)", "Convert.ToDecimal(fields[1] /* net */, CultureInfo.InvariantCulture)")]
    [InlineData("decimal.[|TryParse|](fields[1], out var amount) ? amount : 0m", "decimal.TryParse(fields[1], CultureInfo.InvariantCulture, out var amount) ? amount : 0m")]
    [InlineData("DateTime.[|TryParse|](fields[1], out var date) ? date : default", "DateTime.TryParse(fields[1], CultureInfo.InvariantCulture, out var date) ? date : default")]
    public Task Adds_the_invariant_culture_where_text_is_read(string before, string after) => Fixes(Reading(before), Reading(after));

    [Theory]
    [InlineData("$\"{sale.Id};{sale.Amount.[|ToString|](\"0.00\")}\"", "$\"{sale.Id};{sale.Amount.ToString(\"0.00\", CultureInfo.InvariantCulture)}\"")]
    [InlineData("$\"{sale.Id};{[|sale.Amount|],10:0.00}\"", "$\"{sale.Id};{sale.Amount.ToString(\"0.00\", CultureInfo.InvariantCulture),10}\"")]
    [InlineData("$@\"{sale.Id};{[|sale.Amount * 2|]}\"", "$@\"{sale.Id};{(sale.Amount * 2).ToString(CultureInfo.InvariantCulture)}\"")]
    [InlineData("sale.Id + \";\" + [|sale.Amount|]", "sale.Id + \";\" + sale.Amount.ToString(CultureInfo.InvariantCulture)")]
    [InlineData("$\"{sale.Id};{[|sale.SoldAt|]}\"", "$\"{sale.Id};{sale.SoldAt.ToString(\"s\", CultureInfo.InvariantCulture)}\"")]
    [InlineData("$\"{sale.Id};{[|sale.SoldAt|]:yyyy-MM-dd}\"", "$\"{sale.Id};{sale.SoldAt.ToString(\"yyyy-MM-dd\", CultureInfo.InvariantCulture)}\"")]
    [InlineData("sale.SoldAt.[|ToString|](\"yyyyMMdd\")", "sale.SoldAt.ToString(\"yyyyMMdd\", CultureInfo.InvariantCulture)")]
    [InlineData("sale.Id + sale.SoldAt.[|ToString|]()", "sale.Id + sale.SoldAt.ToString(\"s\", CultureInfo.InvariantCulture)")]
    public Task Adds_the_invariant_culture_where_text_is_written(string before, string after) => Fixes(Writing(before), Writing(after));

    [Fact]
    public Task Fixes_all_and_imports_the_namespace_once() => Fixes(
        """
        // Prices of the shop.
        using System.IO;

        namespace Prices;

        internal static class Source
        {
            public static List<(decimal, DateTime)> Read(string path) => File.ReadLines(path + ".csv")
                .Select(line => line.Split(';'))
                .Select(fields => (decimal.[|Parse|](fields[0]), DateTime.[|Parse|](fields[1])))
                .ToList();
        }
        """,
        """
        // Prices of the shop.
        using System.IO;

        namespace Prices;

        internal static class Source
        {
            public static List<(decimal, DateTime)> Read(string path) => File.ReadLines(path + ".csv")
                .Select(line => line.Split(';'))
                .Select(fields => (decimal.Parse(fields[0], CultureInfo.InvariantCulture), DateTime.Parse(fields[1], CultureInfo.InvariantCulture)))
                .ToList();
        }
        """);

    [Fact]
    public Task Replaces_the_culture_of_a_reader() => Fixes(
        """using var source = new [|CsvReader|](new StreamReader("sales.csv"), CultureInfo.CurrentCulture);""",
        """using var source = new CsvReader(new StreamReader("sales.csv"), CultureInfo.InvariantCulture);""");

    [Fact]
    public Task Offers_no_fix_where_the_call_takes_no_culture() => OffersNoFix("""
        File.WriteAllLines("sales.csv", sales.Select(sale => sale.Id + sale.SoldAt.[|ToShortDateString|]()));
        """);

    private static string Reading(string parse) => $$"""
        foreach (var line in File.ReadLines("sales.csv"))
        {
            var fields = line.Split(';');
            var value = {{parse}};
            db.Execute("INSERT INTO sales (value) VALUES (@value) ON CONFLICT DO NOTHING", new { value });
        }
        """;

    private static string Writing(string line) => $$"""
        File.WriteAllLines("sales.csv", sales.Select(sale => {{line}}));
        """;
}
