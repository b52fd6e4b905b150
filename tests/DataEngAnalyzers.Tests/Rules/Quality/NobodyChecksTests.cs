using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Quality;

public sealed class NobodyChecksTests() : RuleTests("DEA2020")
{
    private const string Copy = "INSERT INTO raw.sales (id, amount) SELECT id, amount FROM feed.sales";

    private void DeclareSuite(string suite, params string[] further) => Declare(["file | 1 | gx/expectations/suite.json | gx", $"dataset | 1 | 1 | 1 | 11 | gx-suite | | | {suite} | version=1.x", .. further]);

    [Fact]
    public Task A_table_without_a_suite_is_reported_where_others_have_one()
    {
        DeclareSuite("raw_orders");
        return Reports($"""await db.[|ExecuteAsync|]("{Copy}");""");
    }

    [Theory]
    [InlineData("raw_sales")]
    [InlineData("sales")]
    public Task A_table_with_a_suite_is_not(string suite)
    {
        DeclareSuite(suite);
        return StaysQuiet($"""db.Execute("{Copy}");""");
    }

    [Theory]
    [InlineData("dbt-source", "raw", "sales")]
    [InlineData("dbt-model", "", "sales")]
    [InlineData("dbt-source", "raw", "orders")]
    public Task A_table_that_dbt_names_or_should_name_is_not(string role, string schema, string table)
    {
        DeclareSuite("raw_orders", $"dataset | 2 | 1 | 1 | 11 | {role} | | {schema} | {table} |");
        return StaysQuiet($"""db.Execute("{Copy}");""");
    }

    [Theory]
    [InlineData("raw.sales_staging")]
    [InlineData("raw.load_log")]
    public Task Tables_on_the_way_and_books_of_the_load_are_not(string table)
    {
        DeclareSuite("raw_orders");
        return StaysQuiet($"""db.Execute("INSERT INTO {table} (id) SELECT id FROM feed.sales");""");
    }

    [Fact]
    public Task Rows_that_the_code_checks_are_not()
    {
        DeclareSuite("raw_orders");
        return StaysQuiet("""
            foreach (var sale in csv.GetRecords<Sale>())
            {
                if (sale.Amount < 0)
                    throw new InvalidDataException("negative amount");
                db.Execute("INSERT INTO raw.sales (id, amount) VALUES (@Id, @Amount)", sale);
            }
            """);
    }

    [Fact]
    public Task Without_suites_nothing_is_reported()
    {
        Declare("file | 1 | models/sources.yml | dbt", "dataset | 1 | 1 | 1 | 11 | dbt-source | | mart | orders |");
        return StaysQuiet($"""db.Execute("{Copy}");""");
    }

    [Fact]
    public Task A_web_request_that_saves_one_row_is_not()
    {
        DeclareSuite("raw_orders");
        return StaysQuiet("""
            public class Checkout(NpgsqlConnection db)
            {
                public void Pay(Shop.Sale sale) => db.Execute("INSERT INTO raw.sales (id, amount) VALUES (@Id, @Amount)", sale);
            }
            """);
    }
}
