using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Quality;

public sealed class RowsUncheckedFixTests() : RuleTests("DEA2001")
{
    private const string Generated = """

            private static void Validate(Sale row)
            {
                if (row.Id == default)
                    throw new InvalidDataException($"Sale {row.Id}: Id is missing");
                if (string.IsNullOrWhiteSpace(row.Product))
                    throw new InvalidDataException($"Sale {row.Id}: Product is missing");
            }
        """;

    [Fact]
    public Task Makes_a_check_from_the_row_type_and_calls_it_first_in_the_loop() => Fixes(
        Loader("""
                foreach (var sale in csv.GetRecords<Sale>())
                    db.[|Execute|]("INSERT INTO sales (id) VALUES (@Id) ON CONFLICT DO NOTHING", sale); // one by one
        """),
        Loader("""
                foreach (var sale in csv.GetRecords<Sale>())
                {
                    Validate(sale);
                    db.Execute("INSERT INTO sales (id) VALUES (@Id) ON CONFLICT DO NOTHING", sale);
                } // one by one
        """, Generated));

    [Fact]
    public Task Checks_loaded_rows_before_they_are_written() => Fixes(
        Loader("""
                // Everything at once.
                var sales = csv.GetRecords<Sale>().ToList();
                db.[|Execute|]("INSERT INTO sales (id) VALUES (@Id) ON CONFLICT DO NOTHING", sales);
        """),
        Loader("""
                // Everything at once.
                var sales = csv.GetRecords<Sale>().ToList();
                foreach (var row in sales)
                    Validate(row);
                db.Execute("INSERT INTO sales (id) VALUES (@Id) ON CONFLICT DO NOTHING", sales);
        """, Generated));

    [Theory]
    [InlineData("public sealed class SaleValidator : FluentValidation.AbstractValidator<Sale>;", "new Shop.SaleValidator().ValidateAndThrow(sale);")]
    [InlineData("public static class Rules { public static void Validate(Sale sale) => ArgumentOutOfRangeException.ThrowIfNegative(sale.Amount); }", "Rules.Validate(sale);")]
    public Task Takes_the_validator_that_the_project_has(string validator, string call) => Fixes(
        "using FluentValidation;\n\n" + Loader("""
                foreach (var sale in csv.GetRecords<Sale>())
                {
                    db.[|Execute|]("INSERT INTO sales (id) VALUES (@Id) ON CONFLICT DO NOTHING", sale);
                }
        """) + validator,
        "using FluentValidation;\n\n" + Loader($$"""
                foreach (var sale in csv.GetRecords<Sale>())
                {
                    {{call}}
                    db.Execute("INSERT INTO sales (id) VALUES (@Id) ON CONFLICT DO NOTHING", sale);
                }
        """) + validator);

    [Fact]
    public Task Takes_the_attributes_of_the_row() => Fixes(
        """
        using System.ComponentModel.DataAnnotations;

        namespace Shop;

        public sealed record Price([property: Range(0, 100)] decimal Amount);

        public sealed class PriceLoader(NpgsqlConnection db, CsvReader csv)
        {
            public void Load()
            {
                foreach (var price in csv.GetRecords<Price>())
                {
                    db.[|Execute|]("INSERT INTO prices (amount) VALUES (@Amount) ON CONFLICT DO NOTHING", price);
                }
            }
        }
        """,
        """
        using System.ComponentModel.DataAnnotations;

        namespace Shop;

        public sealed record Price([property: Range(0, 100)] decimal Amount);

        public sealed class PriceLoader(NpgsqlConnection db, CsvReader csv)
        {
            public void Load()
            {
                foreach (var price in csv.GetRecords<Price>())
                {
                    Validator.ValidateObject(price, new ValidationContext(price), validateAllProperties: true);
                    db.Execute("INSERT INTO prices (amount) VALUES (@Amount) ON CONFLICT DO NOTHING", price);
                }
            }
        }
        """);

    [Fact]
    public Task Takes_the_validator_that_is_injected() => Fixes(
        """
        using FluentValidation;

        namespace Shop;

        public sealed class SalesLoader(NpgsqlConnection db, CsvReader csv, IValidator<Sale> rules)
        {
            public void Load()
            {
                var sales = csv.GetRecords<Sale>().ToArray();
                db.[|Execute|]("INSERT INTO sales (id) VALUES (@Id) ON CONFLICT DO NOTHING", sales);
            }
        }
        """,
        """
        using FluentValidation;

        namespace Shop;

        public sealed class SalesLoader(NpgsqlConnection db, CsvReader csv, IValidator<Sale> rules)
        {
            public void Load()
            {
                var sales = csv.GetRecords<Sale>().ToArray();
                foreach (var row in sales)
                    rules.ValidateAndThrow(row);
                db.Execute("INSERT INTO sales (id) VALUES (@Id) ON CONFLICT DO NOTHING", sales);
            }
        }
        """);

    [Theory]
    [InlineData("db.[|Execute|](\"INSERT INTO sales (id) VALUES (@Id) ON CONFLICT DO NOTHING\", csv.GetRecords<Sale>());")]
    [InlineData("foreach (var line in File.ReadLines(\"sales.csv\")) db.[|Execute|](\"INSERT INTO sales (id) VALUES (@Id) ON CONFLICT DO NOTHING\", new { Id = line });")]
    public Task Offers_no_fix_where_no_row_has_a_name(string code) => OffersNoFix(code);

    private static string Loader(string body, string more = "") => $$"""
        namespace Shop;

        public sealed class SalesLoader(NpgsqlConnection db, CsvReader csv)
        {
            public void Load()
            {
        {{body}}
            }
        {{(more.Length == 0 ? "" : more + "\n")}}}

        """;

    [Fact]
    public Task Puts_the_check_behind_the_statements_of_a_program() => Fixes(
        """
        // top-level
        using var db = new NpgsqlConnection("Host=dwh");
        using var csv = new CsvReader(new StreamReader("sales.csv"), CultureInfo.InvariantCulture);
        foreach (var sale in csv.GetRecords<Shop.Sale>())
            db.[|Execute|]("INSERT INTO sales (id) VALUES (@Id) ON CONFLICT DO NOTHING", sale);
        Console.WriteLine("done"); // at last

        internal sealed class Marker;
        """,
        """
        // top-level
        using var db = new NpgsqlConnection("Host=dwh");
        using var csv = new CsvReader(new StreamReader("sales.csv"), CultureInfo.InvariantCulture);
        foreach (var sale in csv.GetRecords<Shop.Sale>())
        {
            Validate(sale);
            db.Execute("INSERT INTO sales (id) VALUES (@Id) ON CONFLICT DO NOTHING", sale);
        }
        Console.WriteLine("done"); // at last

        static void Validate(Shop.Sale row)
        {
            if (row.Id == default)
                throw new InvalidDataException($"Sale {row.Id}: Id is missing");
            if (string.IsNullOrWhiteSpace(row.Product))
                throw new InvalidDataException($"Sale {row.Id}: Product is missing");
        }

        internal sealed class Marker;
        """);
}
