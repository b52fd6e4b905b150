using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Schema;

public sealed class BackfillWithChangeTests() : RuleTests("DEA3018")
{
    private const string Add = "migrationBuilder.AddColumn<string>(name: \"region\", table: \"sales\", nullable: true);\n";

    [Theory]
    [InlineData("migrationBuilder.Sql(\"[|UPDATE sales|] SET region = 'north'\");")]
    [InlineData("migrationBuilder.Sql(\"[|UPDATE sales|] SET region = 'north' WHERE region IS NULL\");")]
    [InlineData("migrationBuilder.Sql(@\"[|UPDATE s SET s.region = t.region FROM sales|] s JOIN stores t ON t.id = s.store_id\");")]
    public Task Reports_a_backfill_beside_the_change(string update) => Reports(DestructiveMigrationTests.Migration(Add + update));

    [Fact]
    public Task The_backfill_may_come_first() => Reports(DestructiveMigrationTests.Migration("""
        migrationBuilder.Sql("[|UPDATE sales|] SET region = '' WHERE region IS NULL");
        migrationBuilder.AlterColumn<string>(name: "region", table: "sales", nullable: false, oldNullable: true);
        """));

    [Theory]
    [InlineData("migrationBuilder.Sql(\"UPDATE stores SET region = 'north'\");")]
    [InlineData("migrationBuilder.Sql(\"UPDATE sales SET region = 'north' WHERE id = 7\");")]
    [InlineData("migrationBuilder.Sql(\"UPDATE sales SET region = 'north'\", suppressTransaction: true);")]
    [InlineData("migrationBuilder.UpdateData(table: \"sales\", keyColumn: \"id\", keyValue: 1, column: \"region\", value: \"north\");")]
    [InlineData("// dataeng: contract-phase: forty rows\n        migrationBuilder.Sql(\"UPDATE sales SET region = 'north'\");")]
    public Task Stays_quiet_for_other_tables_and_for_few_rows(string update) => StaysQuiet(DestructiveMigrationTests.Migration(Add + update));

    [Fact]
    public Task Stays_quiet_for_a_table_of_the_same_migration() => StaysQuiet(DestructiveMigrationTests.Migration("""
        migrationBuilder.CreateTable(name: "sales", columns: table => new { Id = table.Column<int>() });
        migrationBuilder.AddColumn<string>(name: "region", table: "sales", nullable: true);
        migrationBuilder.Sql("UPDATE sales SET region = 'north'");
        """));

    [Fact]
    public Task Stays_quiet_where_each_change_commits()
    {
        Options.Add("dataeng.dialect = mysql");
        return StaysQuiet(DestructiveMigrationTests.Migration(Add + "migrationBuilder.Sql(\"UPDATE sales SET region = 'north'\");"));
    }

    [Fact]
    public Task Reports_a_numbered_script()
    {
        Libraries["Evolve"] = ScriptTests.Evolve;
        Files["V2__region.sql"] = "ALTER TABLE sales ADD COLUMN region text;\n[|UPDATE sales|] SET region = 'north';";
        return Reports(ScriptTests.Runner);
    }

    [Fact]
    public Task Offers_no_fix() => OffersNoFix(DestructiveMigrationTests.Migration(Add + "migrationBuilder.Sql(\"[|UPDATE sales|] SET region = 'north'\");"));
}
