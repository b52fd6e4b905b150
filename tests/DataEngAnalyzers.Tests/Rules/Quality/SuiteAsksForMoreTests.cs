using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Quality;

public sealed class SuiteAsksForMoreTests() : RuleTests("DEA2019")
{
    private const string Path = "gx/expectations/raw_sales.json";

    private void DeclareSuite(params string[] checks) => Declare([$"file | 1 | {Path} | gx", "dataset | 1 | 1 | 1 | 11 | gx-suite | | | raw_sales | version=1.x", .. checks]);

    [Theory]
    [InlineData("cust_id", "[|customer_id|]")]
    [InlineData("customer_id", "[|CustomerId|]")]
    [InlineData("amount", "[|amt|]")]
    [InlineData("prodcut", "[|product|]")]
    public Task A_column_that_is_written_under_another_name_is_reported(string asked, string written)
    {
        DeclareSuite($"check | 1 | 3 | 9 | not_null | {asked}");
        return Reports($$"""
            foreach (var sale in csv.GetRecords<Sale>())
                db.Execute("INSERT INTO raw.sales (id, {{written}}) VALUES (@Id, @Product)", sale);
            """);
    }

    [Theory]
    [InlineData("exists | region")]
    [InlineData("accepted | region | EU | US")]
    [InlineData("unique | id,region")]
    [InlineData("columns-set | id,amount,region | exact")]
    public Task Every_check_names_its_columns(string check)
    {
        DeclareSuite("check | 1 | 3 | 9 | " + check);
        return Reports("""db.[|Execute|]("INSERT INTO raw.sales (id, amount) VALUES (@Id, @Amount)", sales);""");
    }

    [Fact]
    public Task A_column_that_the_suite_does_not_allow_is_reported()
    {
        DeclareSuite("check | 1 | 3 | 9 | columns-set | id | exact");
        return Reports("""db.Execute("INSERT INTO raw.sales (id, [|amount|]) VALUES (@Id, @Amount)", sales);""");
    }

    [Theory]
    [InlineData("columns-set | id | ")]
    [InlineData("columns-set | id,amount | exact")]
    [InlineData("unknown-type | region | expect_column_to_exists | expect_column_to_exist")]
    [InlineData("not_null | loaded_at")]
    [InlineData("not_null | ID")]
    [InlineData("not_null | product")]
    [InlineData("row-count | | 1 | ")]
    public Task What_agrees_or_may_be_filled_elsewhere_is_not(string check)
    {
        DeclareSuite("check | 1 | 3 | 9 | " + check);
        return StaysQuiet("""db.Execute("INSERT INTO raw.sales (id, amount) VALUES (@Id, @Amount)", sales);""");
    }

    [Fact]
    public Task A_column_of_the_table_that_this_write_leaves_out_is_not()
    {
        Declare(
            "file | 1 | gx/expectations/raw_sales.json | gx",
            "file | 2 | versions/0001.py | alembic",
            "dataset | 1 | 1 | 1 | 11 | gx-suite | | | raw_sales | version=1.x",
            "check | 1 | 3 | 9 | not_null | region",
            "dataset | 2 | 2 | 1 | 11 | alembic-table | | raw | sales | known=yes",
            "column | 2 | 3 | 9 | region | sa.Text() | string | no");
        return StaysQuiet("""db.Execute("INSERT INTO raw.sales (id, amount) VALUES (@Id, @Amount)", sales);""");
    }

    [Fact]
    public Task A_suite_that_the_options_tie_to_the_table_is_read()
    {
        Options.Add("dataeng.suite.nightly = raw.sales");
        Declare($"file | 1 | {Path} | gx", "dataset | 1 | 1 | 1 | 11 | gx-suite | | | nightly | version=1.x", "check | 1 | 3 | 9 | not_null | amt");
        return Reports("""db.Execute("INSERT INTO raw.sales (id, [|amount|]) VALUES (@Id, @Amount)", sales);""");
    }

    [Theory]
    [InlineData("raw_orders")]
    [InlineData("mart_sales")]
    [InlineData("nightly")]
    public Task A_suite_about_something_else_is_not(string suite)
    {
        Declare($"file | 1 | {Path} | gx", $"dataset | 1 | 1 | 1 | 11 | gx-suite | | | {suite} | version=1.x", "check | 1 | 3 | 9 | not_null | amt");
        return StaysQuiet("""db.Execute("INSERT INTO raw.sales (id, amount) VALUES (@Id, @Amount)", sales);""");
    }

    [Fact]
    public Task The_fix_renames_the_column_wherever_the_suite_names_it_and_keeps_the_rest()
    {
        DeclareSuite("check | 1 | 3 | 41 | not_null | amt", "check | 1 | 4 | 41 | exists | amt", "check | 1 | 5 | 41 | unique | id");
        return FixesFile(
            """db.Execute("INSERT INTO raw.sales (id, [|amount|]) VALUES (@Id, @Amount)", sales);""",
            Path,
            """
            {  "name": "raw_sales",
              "expectations": [
                {"type": "a", "kwargs": {"column":  "amt", "mostly": 1.0 }},
                {"type": "b", "kwargs": {"column":  "amt"}, "notes": "amt stays" },
                {"type": "c", "kwargs": {"column":  "id"}}
            ]}
            """,
            """
            {  "name": "raw_sales",
              "expectations": [
                {"type": "a", "kwargs": {"column":  "amount", "mostly": 1.0 }},
                {"type": "b", "kwargs": {"column":  "amount"}, "notes": "amt stays" },
                {"type": "c", "kwargs": {"column":  "id"}}
            ]}
            """);
    }

    [Fact]
    public Task A_file_that_looks_different_by_now_is_left_alone()
    {
        DeclareSuite("check | 1 | 3 | 41 | not_null | amt");
        const string Text = "{\n}\n";
        return FixesFile("""db.Execute("INSERT INTO raw.sales (id, [|amount|]) VALUES (@Id, @Amount)", sales);""", Path, Text, Text);
    }

    [Fact]
    public Task The_fix_finds_the_column_where_the_build_has_read_it()
    {
        const string Before = """
            {
              "expectation_suite_name": "raw_sales.warning",
              "expectations": [
                { "kwargs": { "mostly": 1, "column": "amt" }, "expectation_type": "expect_column_values_to_not_be_null" }
              ]
            }
            """;
        DeclareFile(Path, Before);
        return FixesFile("""db.Execute("INSERT INTO raw.sales (id, [|amount|]) VALUES (@Id, @Amount)", sales);""", Path, Before, Before.Replace("amt", "amount", System.StringComparison.Ordinal));
    }

    [Fact]
    public Task A_suite_that_this_package_has_written_is_about_its_dataset()
    {
        DeclareFile(Path, """
            {
              "name": "postgres_raw_sales",
              "expectations": [{ "type": "expect_column_to_exist", "kwargs": { "column": "amt" } }],
              "meta": { "dataeng": { "dataset": "postgres://{postgres}/raw.sales" } }
            }
            """);
        return Reports("""db.Execute("INSERT INTO raw.sales (id, [|amount|]) VALUES (@Id, @Amount)", sales);""");
    }
}
