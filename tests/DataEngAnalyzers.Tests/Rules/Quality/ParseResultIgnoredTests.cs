using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Quality;

public sealed class ParseResultIgnoredTests() : RuleTests("DEA2005")
{
    private static string EachLine(string body) => $$"""
        foreach (var line in File.ReadLines("sales.csv"))
        {
            var fields = line.Split(';');
            {{body.Replace("\n", "\n    ", System.StringComparison.Ordinal)}}
        }
        """;

    private const string Insert = "db.Execute(\"INSERT INTO sales (id) VALUES (@Id) ON CONFLICT (id) DO NOTHING\", new { Id = value });";

    [Theory]
    [InlineData("int.[|TryParse|](fields[1], out var value);")]
    [InlineData("_ = decimal.[|TryParse|](fields[1], NumberStyles.Number, CultureInfo.InvariantCulture, out var value);")]
    [InlineData("DateTime value;\nDateTime.[|TryParseExact|](fields[1], \"yyyyMMdd\", null, DateTimeStyles.None, out value);")]
    [InlineData("bool.[|TryParse|](line, out bool value);")]
    [InlineData("Guid.[|TryParse|](fields[0], out var value);")]
    [InlineData("Enum.[|TryParse|]<DayOfWeek>(fields[0], out var value);")]
    [InlineData("int.[|TryParse|](fields[1], out var number);\nvar value = number * 100;")]
    public Task Reports_an_answer_that_nobody_looks_at(string parse) => Reports(EachLine(parse + "\n" + Insert));

    [Fact]
    public Task Reports_a_value_that_goes_into_a_row() => Reports("""
        var rows = new List<Sale>();
        while (csv.Read())
        {
            var row = new Sale();
            decimal.[|TryParse|](csv.GetField("amount"), out var amount);
            row.Amount = amount;
            rows.Add(row);
        }

        context.Sales.AddRange(rows);
        await context.SaveChangesAsync(ct);
        """);

    [Fact]
    public Task Reports_a_mapper_of_fields() => Reports("""
        namespace Shop;

        public static class CsvSaleMapper
        {
            public static Sale Map(string[] fields)
            {
                int.[|TryParse|](fields[0], out var id);
                return new Sale { Id = id };
            }
        }
        """);

    [Theory]
    [InlineData("if (!int.TryParse(fields[1], out var value))\n    continue;")]
    [InlineData("var value = int.TryParse(fields[1], out var number) ? number : -1;")]
    [InlineData("var isRead = int.TryParse(fields[1], out var value);\nif (!isRead) throw new FormatException(line);")]
    [InlineData("int.TryParse(fields[1], out var value);\nif (value == 0) throw new FormatException(line);")]
    [InlineData("int.TryParse(fields[1], out var value);\nif (value is < 1 or > 5) continue;")]
    [InlineData("int.TryParse(fields[1], out _);\nvar value = fields[0];")]
    [InlineData("int.TryParse(Environment.GetEnvironmentVariable(\"ID\"), out var value);")]
    [InlineData("var value = int.Parse(fields[1]);")]
    public Task Stays_quiet_when_the_answer_or_the_value_is_looked_at_or_the_text_is_no_data(string parse) => StaysQuiet(EachLine(parse + "\n" + Insert));

    [Fact]
    public Task Stays_quiet_when_a_method_says_that_it_gives_a_default() => StaysQuiet("""
        namespace Shop;

        public static class CsvFields
        {
            public static int IntOrDefault(string[] fields, int index)
            {
                int.TryParse(fields[index], out var value);
                return value;
            }
        }
        """);

    [Fact]
    public Task Stays_quiet_about_what_a_person_typed() => StaysQuiet("""
        namespace Shop;

        public sealed class SalesController(NpgsqlConnection db) : Microsoft.AspNetCore.Mvc.ControllerBase
        {
            public void Create(string amount)
            {
                decimal.TryParse(amount, out var value);
                db.Execute("INSERT INTO sales (amount) VALUES (@value)", new { value });
            }
        }
        """);

    [Fact]
    public Task Stops_at_text_that_cannot_be_read() => Fixes(
        EachLine("// the quantity\nint.[|TryParse|](fields[1], out var value); // of the line\n" + Insert),
        EachLine("// the quantity\nif (!int.TryParse(fields[1], out var value))\n    throw new FormatException(\"Cannot read '\" + fields[1] + \"'\"); // of the line\n" + Insert));

    [Fact]
    public Task Stops_at_two_values_and_keeps_a_discard_no_longer() => Fixes(
        EachLine("_ = int.[|TryParse|](fields[0], out var id);\nint.[|TryParse|](line, out var value);\n" + Insert.Replace("= value", "= value + id", System.StringComparison.Ordinal)),
        EachLine("if (!int.TryParse(fields[0], out var id))\n    throw new FormatException(\"Cannot read '\" + fields[0] + \"'\");\nif (!int.TryParse(line, out var value))\n    throw new FormatException(\"Cannot read '\" + line + \"'\");\n" + Insert.Replace("= value", "= value + id", System.StringComparison.Ordinal)));

    [Fact]
    public Task Offers_no_fix_when_reading_the_text_again_would_read_on() =>
        OffersNoFix("using var reader = new StreamReader(\"sales.csv\");\nwhile (!reader.EndOfStream)\n{\n    int.[|TryParse|](reader.ReadLine(), out var value);\n    " + Insert + "\n}");
}
