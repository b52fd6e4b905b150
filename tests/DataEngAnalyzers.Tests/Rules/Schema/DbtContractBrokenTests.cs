using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Schema;

public sealed class DbtContractBrokenTests() : RuleTests("DEA3025")
{
    private const string Source = "file | 1 | models/sources.yml | dbt\ndataset | 1 | 1 | 4 | 15 | dbt-source | | raw | sales | source=raw;table=sales";

    private void DeclareSource(params string[] columns) => Declare([Source, .. columns]);

    [Theory]
    [InlineData("column | 1 | 6 | 9 | sold_at | timestamp_tz | timestamptz | ?", "[|sold_at|]", "@Product")]
    [InlineData("column | 1 | 6 | 9 | sold_at | date | date | ?", "[|sold_at|]", "@Amount")]
    [InlineData("column | 1 | 6 | 9 | sold_at | varchar | string | ?", "[|sold_at|]", "@SoldAt")]
    [InlineData("column | 1 | 6 | 9 | quantity | integer | int | ?", "[|quantity|]", "@Amount")]
    public Task A_type_that_holds_other_values_is_reported(string column, string written, string value)
    {
        DeclareSource("column | 1 | 5 | 9 | id | integer | int | ?", column);
        return Reports($$"""
            foreach (var sale in csv.GetRecords<Sale>())
                db.Execute("INSERT INTO raw.sales (id, {{written}}) VALUES (@Id, {{value}})", sale);
            """);
    }

    [Theory]
    [InlineData("column | 1 | 6 | 9 | sold_at | timestamp | timestamp | ?", "sold_at", "@SoldAt")]
    [InlineData("column | 1 | 6 | 9 | sold_at | timestamptz | timestamptz | ?", "sold_at", "@SoldAt")]
    [InlineData("column | 1 | 6 | 9 | amount | number(38,2) | decimal | ?", "amount", "@Id")]
    [InlineData("column | 1 | 6 | 9 | amount | float | float | ?", "amount", "@Amount")]
    [InlineData("column | 1 | 6 | 9 | payload | variant | json | ?", "payload", "@Product")]
    [InlineData("column | 1 | 6 | 9 | sold_at | timestamp | timestamp | ?", "sold_at", "CAST(@Product AS timestamp)")]
    [InlineData("column | 1 | 6 | 9 | amount | something | unknown | ?", "amount", "@Product")]
    public Task Types_that_hold_the_same_agree(string column, string written, string value)
    {
        DeclareSource(column);
        return StaysQuiet($$"""
            foreach (var sale in csv.GetRecords<Sale>())
                db.Execute("INSERT INTO raw.sales (id, {{written}}) VALUES (@Id, {{value}})", sale);
            """);
    }

    [Fact]
    public Task What_the_table_is_known_to_hold_counts_before_what_it_is_given()
    {
        Files["schema.sql"] = "CREATE TABLE raw.sales (id int, sold_at timestamp);";
        DeclareSource("column | 1 | 6 | 9 | sold_at | timestamp | timestamp | ?");
        return StaysQuiet("""
            foreach (var sale in csv.GetRecords<Sale>())
                db.Execute("INSERT INTO raw.sales (id, sold_at) VALUES (@Id, @Product)", sale);
            """);
    }

    [Fact]
    public Task A_known_column_of_another_type_is_reported()
    {
        Files["schema.sql"] = "CREATE TABLE raw.sales (id int, sold_at text);";
        DeclareSource("column | 1 | 6 | 9 | sold_at | timestamp | timestamp | ?");
        return Reports("""
            foreach (var sale in csv.GetRecords<Sale>())
                db.Execute("INSERT INTO raw.sales (id, [|sold_at|]) SELECT id, sold_at FROM stage_sales");
            """);
    }

    [Theory]
    [InlineData("customer_id", "[|cust_id|]")]
    [InlineData("amount", "[|amt|]")]
    [InlineData("sold_price", "[|sold_pirce|]")]
    [InlineData("product_name", "[|ProductName|]")]
    public Task A_column_that_is_written_under_another_name_is_reported(string declared, string written)
    {
        DeclareSource($"column | 1 | 6 | 9 | {declared} | | unknown | ?");
        return Reports($$"""
            foreach (var sale in csv.GetRecords<Sale>())
                db.Execute(@"INSERT INTO raw.sales (id, {{written}}) VALUES (@Id, @Product)", sale);
            """);
    }

    [Fact]
    public Task A_column_that_the_known_table_does_not_have_is_reported()
    {
        Files["schema.sql"] = "CREATE TABLE raw.sales (id int, amount numeric);";
        DeclareSource("column | 1 | 6 | 9 | region | | unknown | ?");
        return Reports("""await db.[|ExecuteAsync|]("INSERT INTO raw.sales (id, amount) VALUES (@Id, @Amount)", sales);""");
    }

    [Fact]
    public Task A_column_that_nothing_in_the_project_names_is_reported()
    {
        DeclareSource("column | 1 | 6 | 9 | region | | unknown | ?");
        return Reports("""db.[|Execute|]("INSERT INTO raw.sales (id, amount) VALUES (@Id, @Amount)", sales);""");
    }

    [Theory]
    [InlineData("loaded_at")]
    [InlineData("sales_id")]
    [InlineData("product")]
    public Task A_column_that_something_else_may_fill_is_not(string column)
    {
        DeclareSource($"column | 1 | 6 | 9 | {column} | | unknown | ?");
        return StaysQuiet("""db.Execute("INSERT INTO raw.sales (id, amount) VALUES (@Id, @Amount)", sales);""");
    }

    [Fact]
    public Task A_column_that_the_known_table_fills_itself_is_not()
    {
        Files["schema.sql"] = "CREATE TABLE raw.sales (id int, amount numeric, region text DEFAULT 'EU');";
        DeclareSource("column | 1 | 6 | 9 | region | | unknown | ?");
        return StaysQuiet("""db.Execute("INSERT INTO raw.sales (id, amount) VALUES (@Id, @Amount)", sales);""");
    }

    [Fact]
    public Task Columns_that_a_source_does_not_list_are_no_matter()
    {
        DeclareSource("column | 1 | 6 | 9 | id | | unknown | ?");
        return StaysQuiet("""db.Execute("INSERT INTO raw.sales (id, amount) VALUES (@Id, @Amount)", sales);""");
    }

    [Fact]
    public Task Columns_that_an_enforced_contract_does_not_have_are_reported()
    {
        Declare("file | 1 | models/marts.yml | dbt", "dataset | 1 | 1 | 4 | 15 | dbt-model | | mart | sales | enforced=yes", "column | 1 | 6 | 9 | id | int | int | ?");
        return Reports("""db.Execute("INSERT INTO mart.sales (id, [|amount|]) VALUES (@Id, @Amount)", sales);""");
    }

    [Fact]
    public Task Entities_are_held_against_the_source_by_their_columns()
    {
        DeclareSource("column | 1 | 6 | 9 | Amount | varchar | string | ?");
        return Reports("""
            [System.ComponentModel.DataAnnotations.Schema.Table("sales", Schema = "raw")]
            public class Sold
            {
                public int Id { get; set; }
                public decimal [|Amount|] { get; set; }
            }

            public class SoldContext : DbContext
            {
                public DbSet<Sold> Sold => Set<Sold>();
            }

            public class SoldLoader(SoldContext context, CsvReader csv)
            {
                public void Load()
                {
                    context.Sold.AddRange(csv.GetRecords<Sold>().ToList());
                    context.SaveChanges();
                }
            }
            """);
    }

    [Theory]
    [InlineData("sales")]
    [InlineData("mart.sales")]
    [InlineData("{ct}.sales")]
    public Task A_table_that_may_be_another_one_is_not(string table)
    {
        DeclareSource("column | 1 | 6 | 9 | amount | varchar | string | ?");
        return StaysQuiet($$"""db.Execute($"INSERT INTO {{table}} (id, amount) VALUES (@Id, @Amount)", sales);""");
    }

    [Fact]
    public Task A_web_request_that_saves_one_row_is_not()
    {
        DeclareSource("column | 1 | 6 | 9 | amount | varchar | string | ?");
        return StaysQuiet("""
            public class Checkout(NpgsqlConnection db)
            {
                public void Pay(Shop.Sale sale) => db.Execute("INSERT INTO raw.sales (id, amount) VALUES (@Id, @Amount)", sale);
            }
            """);
    }

    [Fact]
    public Task Statements_of_a_program_and_constants_are_read_alike()
    {
        DeclareSource("column | 1 | 6 | 9 | amount | varchar | string | ?");
        return Reports(""""
            // top-level
            using Shop;
            const string Table = "raw.sales";
            var db = new NpgsqlConnection("Host=dwh");
            var csv = new CsvReader(new StreamReader("sales.csv"), CultureInfo.InvariantCulture);
            foreach (var sale in csv.GetRecords<Sale>())
                db.Execute($"""INSERT INTO {Table} (id, [|amount|]) VALUES (@Id, @Amount)""", sale);
            """");
    }

    [Fact]
    public Task The_type_that_revisions_give_a_column_counts_before_what_it_is_given()
    {
        DeclareSource("column | 1 | 6 | 9 | sold_at | timestamp | timestamp | ?", "dataset | 2 | 1 | 9 | 9 | alembic-table | | raw | sales | known=yes", "column | 2 | 6 | 9 | sold_at | sa.Text() | string | ?");
        return Reports("""db.Execute("INSERT INTO raw.sales ([|sold_at|]) VALUES (@SoldAt)", sales);""");
    }
}
