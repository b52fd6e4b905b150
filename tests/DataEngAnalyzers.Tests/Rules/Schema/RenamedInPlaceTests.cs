using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Schema;

public sealed class RenamedInPlaceTests() : RuleTests("DEA3011")
{
    [Theory]
    [InlineData("migrationBuilder.[|RenameColumn|](name: \"amt\", table: \"sales\", newName: \"amount\");")]
    [InlineData("migrationBuilder.[|RenameTable|](name: \"sales\", newName: \"orders\");")]
    [InlineData("migrationBuilder.Sql(\"ALTER TABLE sales [|RENAME COLUMN amt TO amount|]\");")]
    [InlineData("migrationBuilder.Sql(@\"EXEC sp_rename [|'dbo.sales', 'orders'|]\");")]
    [InlineData("const string sql = \"ALTER TABLE sales [|RENAME TO orders|]\";\nmigrationBuilder.Sql(sql);")]
    public Task Reports_a_rename_on_the_way_up(string code) => Reports(DestructiveMigrationTests.Migration(code));

    [Fact]
    public Task Reports_a_column_that_another_table_gets_under_that_name() => Reports(DestructiveMigrationTests.Migration("""
        migrationBuilder.AddColumn<int>(name: "new_id", table: "orders");
        migrationBuilder.[|RenameColumn|](name: "new_id", table: "sales", newName: "id");
        """));

    [Fact]
    public Task Reports_a_fluent_migrator_rename() => Reports("""
        using FluentMigrator;

        [Migration(1)]
        public sealed class Rename1 : ForwardOnlyMigration
        {
            public override void Up() => Rename.[|Column|]("amt").OnTable("sales").To("amount");
        }
        """);

    [Theory]
    [InlineData("migrationBuilder.CreateTable(name: \"t\", columns: table => new { Id = table.Column<int>() });\nmigrationBuilder.RenameColumn(name: \"Id\", table: \"t\", newName: \"id2\");")]
    [InlineData("migrationBuilder.RenameTable(name: \"sales\", newName: \"sales_old\");\nmigrationBuilder.RenameTable(name: \"sales_new\", newName: \"sales\");")]
    [InlineData("migrationBuilder.RenameTable(name: \"sales\", newName: \"orders\");\nmigrationBuilder.Sql(\"CREATE VIEW sales AS SELECT * FROM orders\");")]
    [InlineData("migrationBuilder.DropTable(name: \"sales\");\nmigrationBuilder.RenameTable(name: \"sales_new\", newName: \"sales\");")]
    [InlineData("migrationBuilder.AddColumn<int>(name: \"new_id\", table: \"sales\");\nmigrationBuilder.RenameColumn(name: \"NEW_ID\", table: \"sales\", newName: \"id\");")]
    [InlineData("migrationBuilder.RenameTable(name: \"staging_sales\", newName: \"stg_sales_lines\");")]
    [InlineData("migrationBuilder.RenameColumn(name: \"AMT\", table: \"sales\", newName: \"amt\");")]
    [InlineData("// dataeng: contract-phase: everybody reads amount since release 9\n        migrationBuilder.RenameColumn(name: \"amt\", table: \"sales\", newName: \"amount\");")]
    public Task Stays_quiet_where_nobody_asks_for_the_old_name(string code) => StaysQuiet(DestructiveMigrationTests.Migration(code));

    [Fact]
    public Task Stays_quiet_on_the_way_down() => StaysQuiet(DestructiveMigrationTests.Migration("", """
        protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.RenameTable(name: "sales", newName: "orders");
        """));

    [Fact]
    public Task Offers_no_fix() => OffersNoFix(DestructiveMigrationTests.Migration("migrationBuilder.[|RenameTable|](name: \"sales\", newName: \"orders\");"));
}
