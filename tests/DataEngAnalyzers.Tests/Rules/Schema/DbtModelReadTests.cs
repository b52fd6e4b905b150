using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Schema;

public sealed class DbtModelReadTests() : RuleTests("DEA3025")
{
    private void DeclareModel(string schema, string values, params string[] further) =>
        Declare(["file | 1 | models/marts.yml | dbt", $"dataset | 1 | 1 | 4 | 15 | dbt-model | | {schema} | fct_sales | {values}", .. further]);

    [Theory]
    [InlineData("mart", "access=private", "mart.fct_sales")]
    [InlineData("", "access=private", "mart.fct_sales")]
    [InlineData("mart", "deprecation=2026-01-01", "mart.fct_sales")]
    public Task A_model_that_is_private_or_goes_is_reported(string schema, string values, string table)
    {
        DeclareModel(schema, values);
        return Reports($$"""var rows = db.Query<Sale>("SELECT Id FROM [|{{table}}|]").ToList();""");
    }

    [Theory]
    [InlineData("mart", "access=public", "mart.fct_sales")]
    [InlineData("", "access=private", "fct_sales")]
    [InlineData("mart", "access=private", "app.fct_sales")]
    [InlineData("", "access=private", "public.fct_sales")]
    public Task A_public_model_or_another_table_is_not(string schema, string values, string table)
    {
        DeclareModel(schema, values);
        return StaysQuiet($$"""var rows = db.Query<Sale>("SELECT Id FROM {{table}}").ToList();""");
    }

    [Fact]
    public Task A_source_of_the_same_name_is_what_is_read()
    {
        DeclareModel("", "access=private", "dataset | 2 | 1 | 9 | 9 | dbt-source | | app | fct_sales |");
        return StaysQuiet("""var rows = db.Query<Sale>("SELECT Id FROM app.fct_sales").ToList();""");
    }

    [Fact]
    public Task A_column_that_the_enforced_contract_does_not_have_is_reported()
    {
        DeclareModel("mart", "enforced=yes", "column | 1 | 6 | 9 | id | int | int | ?");
        return Reports("""var rows = db.Query<Sale>("SELECT id, [|amount|] FROM mart.fct_sales").ToList();""");
    }

    [Fact]
    public Task Columns_of_a_model_without_a_contract_are_no_matter()
    {
        DeclareModel("mart", "access=public", "column | 1 | 6 | 9 | id | int | int | ?");
        return StaysQuiet("""var rows = db.Query<Sale>("SELECT id, amount FROM mart.fct_sales").ToList();""");
    }

    [Theory]
    [InlineData("check | 2 | 7 | 9 | unique | id", "id, product")]
    public Task A_key_that_is_wider_than_what_dbt_holds_to_be_unique_is_reported(string check, string key)
    {
        DeclareModel("mart", "access=public", "dataset | 2 | 1 | 9 | 9 | dbt-source | | raw | receipts |", check);
        return Reports($$"""db.[|Execute|]("INSERT INTO raw.receipts (id, product) VALUES (@Id, @Product) ON CONFLICT ({{key}}) DO NOTHING", sales);""");
    }

    [Theory]
    [InlineData("check | 2 | 7 | 9 | unique | id", "id")]
    [InlineData("check | 2 | 7 | 9 | unique | id,product", "id, product")]
    [InlineData("check | 2 | 7 | 9 | unique | region", "id, product")]
    [InlineData("check | 2 | 7 | 9 | not_null | id", "id, product")]
    public Task A_key_that_agrees_is_not(string check, string key)
    {
        DeclareModel("mart", "access=public", "dataset | 2 | 1 | 9 | 9 | dbt-source | | raw | receipts |", check);
        return StaysQuiet($$"""db.Execute("INSERT INTO raw.receipts (id, product) VALUES (@Id, @Product) ON CONFLICT ({{key}}) DO NOTHING", sales);""");
    }

    [Fact]
    public Task A_key_that_the_database_enforces_as_well_is_not()
    {
        Files["schema.sql"] = "CREATE TABLE raw.receipts (id int PRIMARY KEY, product text, UNIQUE (id, product));";
        DeclareModel("mart", "access=public", "dataset | 2 | 1 | 9 | 9 | dbt-source | | raw | receipts |", "check | 2 | 7 | 9 | unique | id");
        return StaysQuiet("""db.Execute("INSERT INTO raw.receipts (id, product) VALUES (@Id, @Product) ON CONFLICT (id, product) DO NOTHING", sales);""");
    }

    [Fact]
    public Task A_key_that_the_revisions_enforce_as_well_is_not()
    {
        DeclareModel(
            "mart",
            "access=public",
            "dataset | 2 | 1 | 9 | 9 | dbt-source | | raw | receipts |",
            "check | 2 | 7 | 9 | unique | id",
            "dataset | 3 | 1 | 9 | 9 | alembic-table | | raw | receipts | known=yes",
            "check | 3 | 7 | 9 | unique | id");
        return StaysQuiet("""db.Execute("INSERT INTO raw.receipts (id, product) VALUES (@Id, @Product) ON CONFLICT (id, product) DO NOTHING", sales);""");
    }
}
