using System;
using System.Threading.Tasks;
using DataEngAnalyzers.Rules;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Schema;

public sealed class DestructiveMigrationTests() : RuleTests("DEA3010")
{
    [Theory]
    [InlineData("migrationBuilder.[|DropColumn|](name: \"Region\", table: \"sales\");")]
    [InlineData("migrationBuilder.[|DropTable|](name: \"sales\");")]
    [InlineData("migrationBuilder.[|DropSchema|](\"dw\");")]
    [InlineData("migrationBuilder.Sql(\"[|DROP TABLE sales|]\");")]
    [InlineData("migrationBuilder.Sql(@\"ALTER TABLE sales [|DROP COLUMN region|]\");")]
    public Task Reports_what_the_way_up_drops(string code) => Reports(Migration(code));

    [Fact]
    public Task Reports_a_drop_in_a_private_callee() => Reports(Migration("Clean(migrationBuilder);", """
        private static void Clean(MigrationBuilder builder) => builder.[|DropTable|](name: "sales");
        """));

    [Fact]
    public Task Reports_a_fluent_migrator_drop() => Reports("""
        namespace Shop;

        [FluentMigrator.Migration(202611230900)]
        public sealed class DropRegion : FluentMigrator.Migration
        {
            public override void Up() => Delete.[|Column|]("region").FromTable("sales");

            public override void Down() => Create.Column("region").OnTable("sales").AsString().Nullable();
        }
        """);

    [Fact]
    public async Task Says_that_a_table_loses_its_rows_and_a_column_its_values()
    {
        var said = await Projects.Of(("Shop", Migration("migrationBuilder.DropTable(name: \"sales\");\nmigrationBuilder.DropColumn(name: \"note\", table: \"orders\");"))).Says("DEA3010");

        Assert.Contains(said, message => message.Contains("'sales' and its rows are gone", StringComparison.Ordinal));
        Assert.Contains(said, message => message.Contains("'orders.note' and its values are gone", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Id", "new[] { \"ProductId\", \"ShopId\" }", "Medium")]
    [InlineData("OfferId", "new[] { \"ProductId\", \"ShopId\" }", "Medium")]
    [InlineData("Price", "new[] { \"ProductId\", \"ShopId\" }", "Critical")]
    [InlineData("Id", "new[] { \"ProductId\", \"Id\" }", "Critical")]
    public async Task A_made_up_key_that_makes_way_for_another_hurts_less_than_other_columns(string column, string key, string severity) => Assert.Equal(
        [severity],
        await Projects.Of(("Shop", Migration($$"""
            migrationBuilder.DropPrimaryKey(name: "PK_Offer", table: "Offer");
            migrationBuilder.DropColumn(name: "{{column}}", table: "Offer");
            migrationBuilder.AddPrimaryKey(name: "PK_Offer", table: "Offer", columns: {{key}});
            """))).Tells(PropertyKeys.Severity, "DEA3010"));

    [Fact]
    public Task Stays_quiet_on_the_way_down() => StaysQuiet(Migration("", """
        protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropTable(name: "sales");
        """));

    [Fact]
    public Task Stays_quiet_for_a_table_of_the_same_migration() => StaysQuiet(Migration("""
        migrationBuilder.CreateTable(name: "scratch", columns: table => new { Id = table.Column<int>() });
        migrationBuilder.DropTable(name: "scratch");
        """));

    [Theory]
    [InlineData("migrationBuilder.Sql(\"UPDATE sales SET region = s.name FROM regions AS s WHERE s.id = sales.region_id\");\nmigrationBuilder.DropTable(name: \"regions\");")]
    [InlineData("migrationBuilder.Sql(\"UPDATE sales SET region = \\\"Region_Id\\\"::text\");\nmigrationBuilder.DropColumn(name: \"region_id\", table: \"sales\");")]
    [InlineData("migrationBuilder.Sql(\"INSERT INTO sales_2 (id) SELECT id FROM sales\");\nmigrationBuilder.DropTable(name: \"sales\");")]
    public Task Stays_quiet_for_rows_that_are_put_elsewhere_first(string code) => StaysQuiet(Migration(code));

    [Theory]
    [InlineData("// dataeng: contract-phase: nobody reads it since release 14\n        migrationBuilder.DropTable(name: \"sales\");")]
    [InlineData("migrationBuilder.Sql(\"-- dataeng: contract-phase: unused since 14\\nDROP TABLE sales\");")]
    public Task Stays_quiet_in_a_declared_contract_phase(string code) => StaysQuiet(Migration(code));

    [Fact]
    public Task Stays_quiet_in_a_migration_marked_as_contract_phase()
    {
        Sources["Attributes.cs"] = "namespace DataEngAnalyzers { internal sealed class ContractPhaseAttribute(string reason) : System.Attribute { public string Reason => reason; } }";
        return StaysQuiet(Migration("migrationBuilder.DropTable(name: \"sales\");").Replace("public sealed class", "[DataEngAnalyzers.ContractPhase(\"unused\")]\npublic sealed class", System.StringComparison.Ordinal));
    }

    [Fact]
    public Task A_contract_phase_without_a_reason_does_not_count() => Reports(Migration("""
        // dataeng: contract-phase:
        migrationBuilder.[|DropTable|](name: "sales");
        """));

    [Fact]
    public Task Stays_quiet_outside_migrations() => StaysQuiet("""
        db.Execute("DROP TABLE sales");
        """);

    [Fact]
    public Task Offers_no_fix() => OffersNoFix(Migration("migrationBuilder.[|DropTable|](name: \"sales\");"));

    internal static string Migration(string up, string more = "") => $$"""
        using Microsoft.EntityFrameworkCore.Migrations;

        namespace Shop;

        public sealed class Next : Migration
        {
            protected override void Up(MigrationBuilder migrationBuilder)
            {
                {{up}}
            }

            {{more}}
        }
        """;
}
