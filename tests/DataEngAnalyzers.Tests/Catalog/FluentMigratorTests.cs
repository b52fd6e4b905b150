using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Catalog;

public sealed class FluentMigratorTests
{
    private const string First = """
        using FluentMigrator;

        [Migration(1)]
        public sealed class CreateOrders : Migration
        {
            public override void Up() =>
                Create.Table("orders").InSchema("dw")
                    .WithColumn("id").AsInt64().NotNullable().PrimaryKey().Identity()
                    .WithColumn("order_no").AsString(20).NotNullable().Unique("ux_no")
                    .WithColumn("region").AsString().Nullable()
                    .WithColumn("amount").AsDecimal(18, 2).NotNullable().WithDefaultValue(1);

            public override void Down() => Delete.Table("orders").InSchema("dw");
        }
        """;

    [Fact]
    public void A_created_table_has_its_columns_and_keys() => CatalogText.Shows("""
        dw.orders (Migrations)
          id bigint not null generated
          order_no string(20) not null
          region string null
          amount decimal(18,2) not null default
          primary (id)
          unique (order_no)
        """, Code.OfFiles(First), "orders");

    [Fact]
    public void Later_changes_are_applied_in_the_order_of_the_numbers() => CatalogText.Shows("""
        dw.sales (Migrations)
          id bigint not null generated
          number string(20) not null
          amount bigint not null default
          note string(50) null
          primary (id)
          unique (number)
          unique (number, note)
        """, Code.OfFiles(First, Migration(10, """
            Rename.Column("order_no").OnTable("orders").InSchema("dw").To("number");
            Delete.Column("region").FromTable("orders").InSchema("dw");
            """), Migration(9, """
            Alter.Table("orders").InSchema("dw").AddColumn("note").AsString(50).Nullable().AlterColumn("amount").AsInt64().NotNullable();
            """), Migration(11, """
            Rename.Table("orders").InSchema("dw").To("sales");
            Create.Index("ix").OnTable("sales").InSchema("dw").OnColumn("number").Ascending().OnColumn("note").Ascending().WithOptions().Unique();
            """)), "sales");

    [Theory]
    [InlineData("Delete.Table(\"orders\").InSchema(\"dw\");")]
    [InlineData("Delete.Schema(\"dw\");")]
    [InlineData("Execute.Sql(\"DROP TABLE dw.orders\");")]
    public void A_table_that_is_dropped_later_is_gone(string change) => CatalogText.Shows("", Code.OfFiles(First, Migration(2, change)), "orders");

    [Fact]
    public void Keys_may_be_added_later() => CatalogText.Shows("""
        orders (Migrations)
          a int
          b int
          primary (a, b)
          unique (b)
        """, Code.OfFiles("", Migration(1, """
            Create.Table("orders").WithColumn("a").AsInt32().WithColumn("b").AsInt32();
            Create.PrimaryKey("pk").OnTable("orders").Columns("a", "b");
            Create.UniqueConstraint("ux").OnTable("orders").Column("b");
            """)), "orders");

    private static (string Path, string Text) Migration(int number, string up) => ($"M{number}.cs", $$"""
        using FluentMigrator;

        [Migration({{number}})]
        public sealed class M{{number}} : ForwardOnlyMigration
        {
            public override void Up()
            {
                {{up}}
            }
        }
        """);
}
