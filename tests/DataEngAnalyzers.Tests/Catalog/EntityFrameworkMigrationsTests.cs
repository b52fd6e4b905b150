using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Catalog;

public sealed class EntityFrameworkMigrationsTests
{
    private const string First = """
        using Microsoft.EntityFrameworkCore.Infrastructure;
        using Microsoft.EntityFrameworkCore.Migrations;

        [DbContext(typeof(ShopContext)), Migration("20250101000000_First")]
        public sealed class First : Migration
        {
            protected override void Up(MigrationBuilder migrationBuilder)
            {
                migrationBuilder.CreateTable(
                    name: "orders",
                    schema: "dw",
                    columns: table => new
                    {
                        Id = table.Column<int>(type: "integer", nullable: false).Annotation("Npgsql:ValueGenerationStrategy", 1),
                        OrderNo = table.Column<string>(name: "order_no", type: "text", maxLength: 20, nullable: false),
                        Region = table.Column<string>(type: "text", nullable: true, defaultValue: "north"),
                    },
                    constraints: table =>
                    {
                        table.PrimaryKey("PK_orders", x => x.Id);
                        table.UniqueConstraint("AK_orders", x => new { x.OrderNo, x.Region });
                    });
            }
        }
        """;

    [Fact]
    public void A_created_table_has_its_columns_and_keys() => CatalogText.Shows("""
        dw.orders (Migrations)
          Id integer not null generated
          order_no text(20) not null
          Region text null default
          primary (Id)
          unique (order_no, Region)
        """, Code.OfFiles(First), "orders");

    [Theory]
    [InlineData("migrationBuilder.DropTable(name: \"orders\", schema: \"dw\");", "orders", "")]
    [InlineData("migrationBuilder.RenameTable(name: \"orders\", schema: \"dw\", newName: \"sales\");", "orders", "")]
    [InlineData("migrationBuilder.Sql(\"DROP TABLE dw.orders\");", "orders", "")]
    [InlineData("migrationBuilder.DropSchema(\"dw\");", "orders", "")]
    public void A_table_that_is_dropped_or_renamed_later_is_gone(string change, string table, string expected) => CatalogText.Shows(expected, Code.OfFiles(First, Later(change)), table);

    [Fact]
    public void Later_changes_are_applied_in_the_order_of_the_ids_and_not_of_the_files() => CatalogText.Shows("""
        dw.sales (Migrations)
          Id integer not null generated
          number varchar(40) not null
          Note text null
          primary (Id)
          unique (number, Note)
        """, Code.OfFiles(First, Later("""
            migrationBuilder.RenameTable(name: "orders", schema: "dw", newName: "sales");
            migrationBuilder.RenameColumn(name: "order_no", table: "sales", schema: "dw", newName: "number");
            migrationBuilder.DropColumn(name: "Region", table: "sales", schema: "dw");
            migrationBuilder.AddColumn<string>(name: "Note", table: "sales", schema: "dw", type: "text", nullable: true);
            migrationBuilder.CreateIndex(name: "IX_number", table: "sales", schema: "dw", columns: new[] { "number", "Note" }, unique: true);
            """), Last("migrationBuilder.Sql(\"ALTER TABLE dw.sales ALTER COLUMN number TYPE varchar(40)\");")), "dw.sales");

    [Fact]
    public void A_key_that_is_dropped_is_no_key() => CatalogText.Shows("""
        dw.orders (Migrations)
          Id integer not null generated
          order_no text(20) not null
          Region text null default
          unique (order_no, Region)
          primary (order_no)
        """, Code.OfFiles(First, Later("""
            migrationBuilder.DropPrimaryKey(name: "PK_orders", table: "orders", schema: "dw");
            migrationBuilder.AddPrimaryKey(name: "PK_orders_no", table: "orders", column: "order_no", schema: "dw");
            """)), "orders");

    [Fact]
    public void A_helper_method_of_the_migration_is_followed() => CatalogText.Shows("""
        dw.orders (Migrations)
          Id integer not null generated
          order_no text(20) not null
          primary (Id)
        """, Code.OfFiles(First, Later("Shrink(migrationBuilder);", """
            private static void Shrink(MigrationBuilder builder) => builder.DropColumn("Region", "orders", "dw");
            """)), "orders");

    [Fact]
    public void The_way_down_does_not_count() => CatalogText.Shows("""
        dw.orders (Migrations)
          Id integer not null generated
          order_no text(20) not null
          Region text null default
          primary (Id)
          unique (order_no, Region)
        """, Code.OfFiles(First, Later("", "protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropTable(\"orders\", \"dw\");")), "orders");

    [Fact]
    public void Two_contexts_have_histories_of_their_own()
    {
        var other = ("Other.cs", First.Replace("ShopContext", "OtherContext", System.StringComparison.Ordinal).Replace("class First", "class OtherFirst", System.StringComparison.Ordinal)
            .Replace("\"dw\"", "\"other\"", System.StringComparison.Ordinal) + "\npublic sealed class OtherContext : DbContext;");
        var code = Code.OfFiles(First, other, Later("migrationBuilder.DropColumn(name: \"Region\", table: \"orders\", schema: \"dw\");"));
        Assert.DoesNotContain("Region", CatalogText.Of(code, "dw.orders"), System.StringComparison.Ordinal);
        Assert.Contains("Region", CatalogText.Of(code, "other.orders"), System.StringComparison.Ordinal);
    }

    private static (string Path, string Text) Later(string up, string more = "") => Migration("ALater", "20250201000000_ALater", up, more);

    private static (string Path, string Text) Last(string up) => Migration("AALast", "20250301000000_AALast", up, "");

    private static (string Path, string Text) Migration(string name, string id, string up, string more) => (name + ".cs", $$"""
        using Microsoft.EntityFrameworkCore.Infrastructure;
        using Microsoft.EntityFrameworkCore.Migrations;

        [DbContext(typeof(ShopContext)), Migration("{{id}}")]
        public sealed class {{name}} : Migration
        {
            protected override void Up(MigrationBuilder migrationBuilder)
            {
                {{up}}
            }

            {{more}}
        }
        """);
}
