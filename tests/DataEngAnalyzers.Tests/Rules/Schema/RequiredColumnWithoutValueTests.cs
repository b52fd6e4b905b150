using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Schema;

public sealed class RequiredColumnWithoutValueTests() : RuleTests("DEA3012")
{
    [Theory]
    [InlineData("migrationBuilder.[|AddColumn|]<string>(name: \"Region\", table: \"sales\", nullable: false);")]
    [InlineData("migrationBuilder.[|AddColumn|]<string>(name: \"Region\", table: \"sales\");")]
    [InlineData("migrationBuilder.[|AddColumn|]<string>(name: \"Region\", table: \"sales\", nullable: false, defaultValue: null);")]
    [InlineData("migrationBuilder.[|AlterColumn|]<string>(name: \"Region\", table: \"sales\", nullable: false, oldNullable: true);")]
    [InlineData("migrationBuilder.Sql(\"ALTER TABLE sales [|ADD COLUMN region text NOT NULL|]\");")]
    public Task Reports_a_required_column_without_a_default(string code) => Reports(DestructiveMigrationTests.Migration(code));

    [Theory]
    [InlineData("<string>", "\"\"")]
    [InlineData("<int>", "0")]
    [InlineData("<decimal>", "0m")]
    [InlineData("<DateTime>", "new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified)")]
    [InlineData("<Guid>", "new Guid(\"00000000-0000-0000-0000-000000000000\")")]
    [InlineData("<Guid>", "Guid.Empty")]
    [InlineData("<Guid>", "default(Guid)")]
    [InlineData("<DateTime>", "DateTime.MinValue")]
    [InlineData("<DateTimeOffset>", "new DateTimeOffset(new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0))")]
    [InlineData("<DateOnly>", "new DateOnly(1, 1, 1)")]
    [InlineData("<TimeSpan>", "new TimeSpan(0, 0, 0, 0, 0)")]
    [InlineData("<string>", "string.Empty")]
    [InlineData("<byte[]>", "new byte[0]")]
    public Task Reports_a_default_that_only_looks_like_data(string type, string value) =>
        Reports(DestructiveMigrationTests.Migration($"migrationBuilder.[|AddColumn|]{type}(name: \"Region\", table: \"sales\", nullable: false, defaultValue: {value});"));

    [Theory]
    [InlineData("migrationBuilder.AddColumn<string>(name: \"Region\", table: \"sales\", nullable: true);")]
    [InlineData("migrationBuilder.AddColumn<string>(name: \"Region\", table: \"sales\", nullable: false, defaultValue: \"unknown\");")]
    [InlineData("migrationBuilder.AddColumn<DateTime>(name: \"At\", table: \"sales\", nullable: false, defaultValue: new DateTime(2020, 1, 1));")]
    [InlineData("migrationBuilder.AddColumn<DateTime>(name: \"At\", table: \"sales\", nullable: false, defaultValueSql: \"now()\");")]
    [InlineData("migrationBuilder.AddColumn<bool>(name: \"Active\", table: \"sales\", nullable: false, defaultValue: false);")]
    [InlineData("migrationBuilder.AddColumn<int>(name: \"Id\", table: \"sales\", nullable: false).Annotation(\"SqlServer:Identity\", \"1, 1\");")]
    [InlineData("migrationBuilder.AlterColumn<string>(name: \"Region\", table: \"sales\", nullable: false, oldNullable: false);")]
    [InlineData("migrationBuilder.Sql(\"ALTER TABLE sales ADD COLUMN region text NOT NULL DEFAULT 'unknown'\");")]
    public Task Stays_quiet_when_the_old_rows_get_a_value(string code) => StaysQuiet(DestructiveMigrationTests.Migration(code));

    [Fact]
    public Task Stays_quiet_when_the_rows_are_backfilled_first() => StaysQuiet(DestructiveMigrationTests.Migration("""
        migrationBuilder.Sql("UPDATE sales SET Region = 'unknown' WHERE Region IS NULL");
        migrationBuilder.AlterColumn<string>(name: "Region", table: "sales", nullable: false, oldNullable: true);
        """));

    [Fact]
    public Task Stays_quiet_when_the_made_up_value_is_corrected() => StaysQuiet(DestructiveMigrationTests.Migration("""
        migrationBuilder.AddColumn<string>(name: "Region", table: "sales", nullable: false, defaultValue: "");
        migrationBuilder.Sql("UPDATE sales SET Region = s.Region FROM stores AS s WHERE s.Id = sales.StoreId");
        """));

    [Fact]
    public Task Stays_quiet_for_a_table_of_the_same_migration() => StaysQuiet(DestructiveMigrationTests.Migration("""
        migrationBuilder.CreateTable(name: "sales", columns: table => new { Id = table.Column<int>() });
        migrationBuilder.AddColumn<string>(name: "Region", table: "sales", nullable: false);
        """));

    [Fact]
    public Task Offers_no_fix() => OffersNoFix(DestructiveMigrationTests.Migration("migrationBuilder.[|AddColumn|]<string>(name: \"Region\", table: \"sales\");"));
}
