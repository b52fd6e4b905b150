using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Quality;

public sealed class RowsUncheckedTests() : RuleTests("DEA2001")
{
    private const string Insert = "\"INSERT INTO sales (id, amount) VALUES (@Id, @Amount) ON CONFLICT DO NOTHING\"";

    [Theory]
    [InlineData($"foreach (var sale in csv.GetRecords<Sale>()) db.[|Execute|]({Insert}, sale);")]
    [InlineData($"db.[|Execute|]({Insert}, csv.GetRecords<Sale>().ToList());")]
    [InlineData($"await db.[|ExecuteAsync|]({Insert}, csv.GetRecords<Sale>().Select(sale => new {{ sale.Id, sale.Amount }}).ToList());")]
    [InlineData("context.Sales.[|AddRange|](csv.GetRecords<Sale>().ToList()); context.SaveChanges();")]
    [InlineData("foreach (var line in File.ReadLines(\"sales.csv\")) { var fields = line.Split(';'); context.Sales.[|Add|](new Sale { Product = fields[0] }); } context.SaveChanges();")]
    public Task Reports_rows_that_go_from_file_to_table_as_they_come(string code) => Reports(code);

    [Fact]
    public Task Reports_once_a_stage() => Reports($$"""
        foreach (var sale in csv.GetRecords<Sale>())
        {
            db.[|Execute|]({{Insert}}, sale);
            db.Execute({{Insert.Replace("sales", "sales_by_day", System.StringComparison.Ordinal)}}, sale);
        }
        """);

    [Fact]
    public Task Reports_a_copy_into_the_database_of_another_system() => Reports($$"""
        var rows = sqlite.Query<Sale>("SELECT id, amount FROM sales").ToList();
        db.[|Execute|]({{Insert}}, rows);
        """);

    [Fact]
    public Task Reports_a_value_that_is_only_mapped() => Reports($$"""
        foreach (var sale in csv.GetRecords<Sale>())
        {
            var product = sale.Product == "n/a" ? "" : sale.Product;
            db.[|Execute|]({{Insert}}, new { sale.Id, sale.Amount, product });
        }
        """);

    [Fact]
    public Task Reports_when_only_blank_lines_and_an_empty_file_are_looked_at() => Reports($$"""
        var lines = File.ReadAllLines("sales.csv");
        if (lines.Length == 0)
            return;
        foreach (var line in lines)
        {
            if (string.IsNullOrWhiteSpace(line))
                continue;
            var fields = line.Split(';');
            db.[|Execute|]({{Insert}}, new { Id = fields[0], Amount = fields[1] });
        }
        """);

    [Theory]
    [InlineData("if (sale.Amount < 0) throw new InvalidDataException();")]
    [InlineData("if (sale.Amount < 0) continue;")]
    [InlineData("if (sale.Amount < 0) { rejected++; continue; }")]
    [InlineData("if (sale is { Amount: < 0 }) continue;")]
    [InlineData("_ = sale.Product ?? throw new InvalidDataException();")]
    [InlineData("Check(sale);")]
    [InlineData("if (!IsValid(sale)) continue;")]
    [InlineData("new SaleValidator().ValidateAndThrow(sale);")]
    [InlineData("System.ComponentModel.DataAnnotations.Validator.ValidateObject(sale, new(sale), true);")]
    public Task Stays_quiet_when_each_row_is_checked(string check) => StaysQuiet($$"""
        using FluentValidation;

        namespace Shop;

        public sealed class SaleValidator : AbstractValidator<Sale>;

        public sealed class SalesLoader(NpgsqlConnection db, CsvReader csv)
        {
            public int Load()
            {
                var rejected = 0;
                foreach (var sale in csv.GetRecords<Sale>())
                {
                    {{check}}
                    db.Execute({{Insert}}, sale);
                }

                return rejected;
            }

            private static void Check(Sale sale) => ArgumentOutOfRangeException.ThrowIfNegative(sale.Amount);

            private static bool IsValid(Sale sale) => sale.Amount >= 0;
        }
        """);

    [Theory]
    [InlineData("csv.GetRecords<Sale>().Where(sale => sale.Amount > 0).ToList()")]
    [InlineData("csv.GetRecords<Sale>().Select(Rules.Accept).ToList()")]
    [InlineData("Rules.Accepted(csv.GetRecords<Sale>()).ToList()")]
    public Task Stays_quiet_when_the_rows_go_through_something_that_may_refuse_them(string rows) => StaysQuiet($$"""
        namespace Shop;

        public static class Rules
        {
            public static Sale Accept(Sale sale) => sale.Amount < 0 ? throw new InvalidDataException() : sale;

            public static IEnumerable<Sale> Accepted(IEnumerable<Sale> sales)
            {
                foreach (var sale in sales)
                    yield return sale.Amount < 0 ? throw new InvalidDataException() : sale;
            }
        }

        public sealed class SalesLoader(NpgsqlConnection db, CsvReader csv)
        {
            public void Load() => db.Execute({{Insert}}, {{rows}});
        }
        """);

    [Fact]
    public Task Stays_quiet_when_the_mapper_of_the_own_type_refuses() => StaysQuiet($$"""
        namespace Shop;

        public sealed class SalesLoader(NpgsqlConnection db)
        {
            public void Load(string path) => db.Execute({{Insert}}, File.ReadLines(path + ".csv").Select(line => line.Split(';')).Select(ToSale).ToList());

            private static Sale ToSale(string[] fields)
            {
                if (fields.Length < 2)
                    throw new InvalidDataException();
                return new Sale { Product = fields[1] };
            }
        }
        """);

    [Fact]
    public Task Stays_quiet_when_the_map_of_the_columns_checks_them() => StaysQuiet($$"""
        namespace Shop;

        public sealed class SaleMap : ClassMap<Sale>
        {
            public SaleMap() => Map(sale => sale.Product).Validate(field => field.Field.Length > 0);
        }

        public sealed class SalesLoader(NpgsqlConnection db)
        {
            public void Load(string path)
            {
                using var csv = new CsvReader(new StreamReader(path), CultureInfo.InvariantCulture);
                csv.Context.RegisterClassMap<SaleMap>();
                db.Execute({{Insert}}, csv.GetRecords<Sale>().ToList());
            }
        }
        """);

    [Fact]
    public Task Stays_quiet_when_rows_are_counted() => StaysQuiet($$"""
        var rows = csv.GetRecords<Sale>().ToList();
        var written = db.Execute({{Insert}}, rows);
        if (written != rows.Count)
            throw new InvalidDataException($"{written}");
        """);

    [Fact]
    public Task Stays_quiet_when_an_interface_stands_in_between() => StaysQuiet($$"""
        namespace Shop;

        public interface IMapper { Sale Map(Sale sale); }

        public sealed class SalesLoader(NpgsqlConnection db, CsvReader csv, IMapper mapper)
        {
            public void Load() => db.Execute({{Insert}}, csv.GetRecords<Sale>().Select(sale => mapper.Map(sale)).ToList());
        }
        """);

    [Fact]
    public Task Stays_quiet_on_a_copy_inside_one_database() => StaysQuiet($$"""
        var rows = db.Query<Sale>("SELECT id, amount FROM inbox").ToList();
        db.Execute({{Insert}}, rows);
        """);

    [Fact]
    public Task Stays_quiet_on_a_query_that_stands_in_a_file() => StaysQuiet("""
        var rows = db.Query<Sale>(File.ReadAllText("sales.sql")).ToList();
        db.Execute("INSERT INTO copies (id) VALUES (@Id) ON CONFLICT DO NOTHING", rows);
        """);

    [Fact]
    public Task Stays_quiet_in_tests() => StaysQuiet($$"""
        namespace Shop;

        public class ImportTests
        {
            [Xunit.Fact]
            public void Loads()
            {
                using var db = new NpgsqlConnection("");
                using var csv = new CsvReader(new StreamReader("sales.csv"), CultureInfo.InvariantCulture);
                db.Execute({{Insert}}, csv.GetRecords<Sale>().ToList());
            }
        }
        """);
}
