using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Catalog;

public sealed class SqlScriptsTests
{
    private const string Orders = "CREATE TABLE orders (id int PRIMARY KEY, order_no varchar(20) NOT NULL, region text DEFAULT 'north', CONSTRAINT ux UNIQUE (order_no));";

    [Fact]
    public void A_script_declares_columns_and_keys() => CatalogText.Shows("""
        orders (Scripts)
          id int not null
          order_no varchar(20) not null
          region text null default
          primary (id)
          unique (order_no)
        """, Code.OfFiles("", ("schema.sql", Orders)), "orders");

    [Theory]
    [InlineData("V2__drop.sql", "V1__create.sql")]
    [InlineData("V10__drop.sql", "V9__create.sql")]
    [InlineData("V1_10__drop.sql", "V1_9__create.sql")]
    [InlineData("0002_drop.sql", "0001_create.sql")]
    [InlineData("Script0002 - Drop.sql", "Script0001 - Create.sql")]
    [InlineData("20260101_drop.sql", "20250101_create.sql")]
    public void Numbered_scripts_run_in_the_order_of_their_numbers(string drop, string create) => CatalogText.Shows("""
        orders (Scripts)
          id int not null
          order_no varchar(20) not null
          primary (id)
          unique (order_no)
        """, Code.OfFiles("", (drop, "ALTER TABLE orders DROP COLUMN region;"), (create, Orders)), "orders");

    [Theory]
    [InlineData("U1__orders.sql")]
    [InlineData("0001_orders.down.sql")]
    [InlineData("0001_orders_rollback.sql")]
    public void A_script_that_takes_a_change_back_does_not_run(string undo) =>
        Assert.NotEqual("", CatalogText.Of(Code.OfFiles("", ("0001_orders.sql", Orders), (undo, "DROP TABLE orders;")), "orders"));

    [Fact]
    public void What_an_unnumbered_script_drops_may_be_there_all_the_same() =>
        Assert.NotEqual("", CatalogText.Of(Code.OfFiles("", ("clean.sql", "DROP TABLE IF EXISTS orders;"), ("orders.sql", Orders)), "orders"));

    [Fact]
    public void A_dropped_constraint_is_no_key() => CatalogText.Shows("""
        orders (Scripts)
          id int not null
          order_no varchar(20) not null
          region text null default
          primary (id)
        """, Code.OfFiles("", ("V1__a.sql", Orders.Replace("PRIMARY KEY", "CONSTRAINT pk PRIMARY KEY", System.StringComparison.Ordinal)), ("V2__b.sql", "ALTER TABLE orders DROP CONSTRAINT ux;")), "orders");

    [Fact]
    public void Tables_of_one_name_in_two_schemas_are_two()
    {
        var code = Code.OfFiles("", ("V1__a.sql", "CREATE TABLE a.orders (x int); CREATE TABLE b.orders (y int); ALTER TABLE b.orders ADD COLUMN z int;"));
        Assert.Contains("  z int", CatalogText.Of(code, "b.orders"), System.StringComparison.Ordinal);
        Assert.DoesNotContain("  z int", CatalogText.Of(code, "a.orders"), System.StringComparison.Ordinal);
        CatalogText.Shows("", code, "orders");
    }

    [Fact]
    public void A_name_without_a_schema_means_the_default_one()
    {
        var code = Code.OfFiles("", ("V1__a.sql", "CREATE TABLE dbo.orders (x int); CREATE TABLE archive.orders (y int); ALTER TABLE orders ADD z int;"));
        Assert.Contains("  z int", CatalogText.Of(code, "orders"), System.StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("postgresql", "Orders", "orders", true)]
    [InlineData("postgresql", "\"orders\"", "ORDERS", true)]
    [InlineData("postgresql", "\"Orders\"", "Orders", false)]
    [InlineData("snowflake", "\"ORDERS\"", "orders", true)]
    [InlineData("snowflake", "\"orders\"", "orders", false)]
    [InlineData("oracle", "\"Orders\"", "\"Orders\"", true)]
    [InlineData("tsql", "[Orders]", "ORDERS", true)]
    [InlineData("mysql", "`Orders`", "orders", true)]
    public void Names_meet_as_the_engine_folds_them(string dialect, string created, string altered, bool meet)
    {
        var code = Code.OfFiles("", [("dataeng.dialect", dialect)], ("V1__a.sql", $"CREATE TABLE {created} (x int); ALTER TABLE {altered} ADD z int;"));
        Assert.Equal(meet, CatalogText.Of(code, created.Trim('"', '[', ']', '`')).Contains("  z int", System.StringComparison.Ordinal));
    }
}
