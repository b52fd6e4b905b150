using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Schema;

public sealed class TwoMigratorsTests() : RuleTests("DEA3034")
{
    private void Alembic(string table) => Declare("file | 1 | versions/a1.py | alembic", "dataset | 1 | 1 | 21 | 5 | alembic-table | " + table);

    [Theory]
    [InlineData("| | sales | known=yes", "migrationBuilder.[|AddColumn|]<string>(name: \"channel\", table: \"sales\", nullable: true);")]
    [InlineData("| public | sales | known=no", "migrationBuilder.[|CreateTable|](name: \"sales\", columns: table => new { Id = table.Column<int>() });")]
    [InlineData("| dw | sales | known=yes", "migrationBuilder.Sql(\"ALTER TABLE dw.sales [|DROP COLUMN amt|]\");")]
    [InlineData("| | sales | known=yes", "migrationBuilder.[|CreateTable|](name: \"sales\", columns: table => new { Id = table.Column<int>() });\nmigrationBuilder.AddColumn<string>(name: \"channel\", table: \"sales\");")]
    public Task Reports_a_table_that_Alembic_manages_too(string table, string step)
    {
        Alembic(table);
        return Reports(DestructiveMigrationTests.Migration(step));
    }

    [Theory]
    [InlineData("| dw | sales | known=yes", "migrationBuilder.AddColumn<string>(name: \"channel\", table: \"sales\", schema: \"mart\");")]
    [InlineData("| | orders | known=yes", "migrationBuilder.AddColumn<string>(name: \"channel\", table: \"sales\");")]
    [InlineData("| | sales | known=yes", "migrationBuilder.Sql(\"UPDATE sales SET amt = 0 WHERE id = 1\");")]
    public Task Stays_quiet_about_other_tables(string table, string step)
    {
        Alembic(table);
        return StaysQuiet(DestructiveMigrationTests.Migration(step));
    }

    [Fact]
    public Task Stays_quiet_where_dbt_reads_the_table()
    {
        Declare("file | 1 | models/sources.yml | dbt", "dataset | 1 | 1 | 3 | 9 | dbt-source | | | sales | source=raw;table=sales");
        return StaysQuiet(DestructiveMigrationTests.Migration("migrationBuilder.AddColumn<string>(name: \"channel\", table: \"sales\");"));
    }
}
