using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Quality;

public sealed class CultureOfReadDataTests() : RuleTests("DEA2004")
{
    [Theory]
    [InlineData("decimal.[|Parse|](fields[1])")]
    [InlineData("double.[|Parse|](fields[1])")]
    [InlineData("float.[|Parse|](fields[1], NumberStyles.Any)")]
    [InlineData("DateTime.[|Parse|](fields[1])")]
    [InlineData("DateOnly.[|Parse|](fields[1])")]
    [InlineData("DateTimeOffset.[|Parse|](fields[1])")]
    [InlineData("DateTime.[|ParseExact|](fields[1], \"dd/MM/yyyy\", null)")]
    [InlineData("decimal.[|Parse|](fields[1], CultureInfo.CurrentCulture)")]
    [InlineData("Convert.[|ToDecimal|](fields[1])")]
    [InlineData("Convert.[|ToDateTime|](fields[1])")]
    [InlineData("decimal.[|TryParse|](fields[1], out var amount) ? amount : 0m")]
    [InlineData("DateTime.[|TryParse|](fields[1], out var date) ? date : default")]
    public Task Reports_text_of_a_file_that_is_parsed_with_the_culture_of_the_machine(string parse) => Reports($$"""
        foreach (var line in File.ReadLines("sales.csv"))
        {
            var fields = line.Split(';');
            var value = {{parse}};
            db.Execute("INSERT INTO sales (value) VALUES (@value) ON CONFLICT DO NOTHING", new { value });
        }
        """);

    [Theory]
    [InlineData("DateTime.[|TryParse|](request[\"from\"].ToString(), out var from)", "csv.GetRecords<Sale>().Where(sale => sale.SoldAt >= from)")]
    [InlineData("DateTime.TryParse(request[\"from\"].ToString(), CultureInfo.InvariantCulture, out var from)", "csv.GetRecords<Sale>().Where(sale => sale.SoldAt >= from)")]
    public Task Reports_a_date_that_somebody_asks_a_load_for(string parse, string rows)
    {
        var code = $$"""
            namespace Shop;

            public sealed class SalesImport(NpgsqlConnection db, CsvReader csv)
            {
                public void Load(Microsoft.AspNetCore.Http.IQueryCollection request)
                {
                    if ({{parse}})
                        db.Execute("INSERT INTO sales (id) VALUES (@Id) ON CONFLICT DO NOTHING", {{rows}});
                }
            }
            """;
        return parse.Contains("[|") ? Reports(code) : StaysQuiet(code);
    }

    [Fact]
    public Task Stays_quiet_about_a_date_that_a_web_page_is_asked_for() => StaysQuiet("""
        namespace Shop;

        public sealed class SalesController(NpgsqlConnection db) : Microsoft.AspNetCore.Mvc.ControllerBase
        {
            public IEnumerable<Sale> Get() => db.Query<Sale>("SELECT id FROM sales WHERE sold_at >= @from", new { from = DateTime.Parse(Request.Query["from"].ToString()) });
        }
        """);

    [Fact]
    public Task Reports_a_field_of_a_csv_reader_that_a_callee_parses() => Reports("""
        public static class Source
        {
            public static List<decimal> Read(string path)
            {
                using var csv = new CsvReader(new StreamReader(path), CultureInfo.InvariantCulture);
                var amounts = new List<decimal>();
                while (csv.Read())
                    amounts.Add(AmountOf(csv));
                return amounts;
            }

            private static decimal AmountOf(CsvReader csv) => decimal.[|Parse|](csv.GetField("amount")!);
        }
        """);

    [Fact]
    public Task Reports_a_mapper_that_is_handed_over() => Reports("""
        namespace Shop;

        public static class Source
        {
            public static List<Sale> Read(string path) => File.ReadLines(path + "/sales.csv").Skip(1).Select(line => line.Split(',')).Select(ToSale).ToList();

            private static Sale ToSale(string[] fields) => new() { Product = fields[0], Amount = decimal.[|Parse|](fields[1]) };
        }
        """);

    [Fact]
    public Task Reports_a_column_of_text_that_another_table_gets_as_a_number() => Reports("""
        using var reader = db.ExecuteReader("SELECT id, amount FROM inbox");
        while (reader.Read())
            sqlite.Execute("INSERT INTO sales (id, amount) VALUES (@Id, @Amount) ON CONFLICT DO NOTHING", new { Id = reader.GetInt32(0), Amount = decimal.[|Parse|](reader.GetString(1)) });
        """);

    [Fact]
    public Task Reports_a_reader_that_is_made_with_the_culture_of_the_machine() => Reports("""
        using var source = new [|CsvReader|](new StreamReader("sales.csv"), CultureInfo.CurrentCulture);
        var rows = source.GetRecords<Sale>().ToList();
        """);

    [Fact]
    public Task Reports_a_configuration_that_is_made_with_the_culture_of_the_machine() => Reports("""
        var configuration = new [|CsvConfiguration|](CultureInfo.CurrentCulture) { Delimiter = ";" };
        using var source = new CsvReader(new StreamReader("sales.csv"), configuration);
        var rows = source.GetRecords<Sale>().ToList();
        """);

    [Theory]
    [InlineData("decimal.Parse(fields[1], CultureInfo.InvariantCulture)")]
    [InlineData("decimal.Parse(fields[1], CultureInfo.GetCultureInfo(\"de-DE\"))")]
    [InlineData("int.Parse(fields[1])")]
    [InlineData("long.TryParse(fields[1], out var id) ? id : 0")]
    [InlineData("DateTime.ParseExact(fields[1], \"yyyyMMdd\", null)")]
    [InlineData("DateTime.ParseExact(fields[1], \"yyyy-MM-dd HH:mm:ss\", null)")]
    [InlineData("bool.Parse(fields[1])")]
    [InlineData("TimeSpan.Parse(fields[1])")]
    [InlineData("decimal.Parse(\"1.5\")")]
    public Task Stays_quiet_where_the_culture_is_fixed_or_makes_no_difference(string parse) => StaysQuiet($$"""
        foreach (var line in File.ReadLines("sales.csv"))
        {
            var fields = line.Split(';');
            var value = {{parse}};
            db.Execute("INSERT INTO sales (value) VALUES (@value) ON CONFLICT DO NOTHING", new { value });
        }
        """);

    [Fact]
    public Task Stays_quiet_on_what_a_person_types() => StaysQuiet("""
        var typed = Console.ReadLine();
        var rate = decimal.Parse(typed!);
        db.Execute("UPDATE sales SET amount = amount * @rate WHERE id > 0", new { rate });
        """);

    [Fact]
    public Task Stays_quiet_on_settings() => StaysQuiet("""
        public sealed class Settings
        {
            public static double VolumeOf(string path) => double.Parse(File.ReadAllText(path));
        }
        """);

    [Fact]
    public Task Stays_quiet_on_an_object_that_was_made_text_in_the_same_culture() => StaysQuiet("""
        using var reader = db.ExecuteReader("SELECT id, amount FROM inbox");
        while (reader.Read())
            sqlite.Execute("INSERT INTO sales (id) VALUES (@Id) ON CONFLICT DO NOTHING", new { Id = decimal.Parse(reader.GetValue(1).ToString()!) });
        """);

    [Fact]
    public Task Stays_quiet_on_a_culture_that_is_handed_in() => StaysQuiet("""
        public static class Source
        {
            public static List<decimal> Read(string path, IFormatProvider culture) =>
                File.ReadLines(path + ".csv").Select(line => decimal.Parse(line.Split(';')[1], culture)).ToList();
        }
        """);

    [Fact]
    public Task Stays_quiet_in_tests() => StaysQuiet("""
        public class ImportTests
        {
            [Xunit.Fact]
            public void Reads() => _ = File.ReadLines("sales.csv").Select(line => decimal.Parse(line)).ToList();
        }
        """);
}
