using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Schema;

public sealed class NarrowedColumnTests() : RuleTests("DEA3013")
{
    [Theory]
    [InlineData("nvarchar(200)", "nvarchar(50)")]
    [InlineData("nvarchar(max)", "nvarchar(4000)")]
    [InlineData("text", "character varying(80)")]
    [InlineData("bigint", "int")]
    [InlineData("decimal(18,4)", "decimal(18,2)")]
    [InlineData("decimal(18,2)", "decimal(10,2)")]
    [InlineData("decimal(18,2)", "decimal(18,4)")]
    [InlineData("double precision", "real")]
    [InlineData("numeric(18,2)", "double precision")]
    [InlineData("datetime2", "date")]
    [InlineData("timestamp with time zone", "timestamp without time zone")]
    [InlineData("nvarchar(20)", "int")]
    public Task Reports_a_type_that_holds_less(string from, string to) =>
        Reports(DestructiveMigrationTests.Migration($"migrationBuilder.[|AlterColumn|]<string>(name: \"a\", table: \"sales\", type: \"{to}\", oldType: \"{from}\");"));

    [Theory]
    [InlineData("nvarchar(50)", "nvarchar(200)")]
    [InlineData("nvarchar(50)", "nvarchar(max)")]
    [InlineData("int", "bigint")]
    [InlineData("decimal(10,2)", "decimal(12,2)")]
    [InlineData("int", "nvarchar(20)")]
    [InlineData("real", "double precision")]
    [InlineData("jsonb", "text")]
    [InlineData("geometry", "int")]
    public Task Stays_quiet_where_all_values_fit_or_nobody_knows(string from, string to) =>
        StaysQuiet(DestructiveMigrationTests.Migration($"migrationBuilder.AlterColumn<string>(name: \"a\", table: \"sales\", type: \"{to}\", oldType: \"{from}\");"));

    [Fact]
    public Task Lengths_and_digits_may_stand_in_arguments_of_their_own() => Reports(DestructiveMigrationTests.Migration("""
        migrationBuilder.[|AlterColumn|]<string>(name: "a", table: "sales", maxLength: 50, oldClrType: typeof(string), oldMaxLength: 200);
        migrationBuilder.[|AlterColumn|]<int>(name: "b", table: "sales", oldClrType: typeof(long));
        migrationBuilder.AlterColumn<long>(name: "c", table: "sales", oldClrType: typeof(int));
        """));

    [Fact]
    public Task The_type_before_comes_from_earlier_migrations()
    {
        Sources["First.cs"] = """
            using FluentMigrator;

            [Migration(1)]
            public sealed class First : ForwardOnlyMigration
            {
                public override void Up() => Create.Table("sales").WithColumn("name").AsString(200).WithColumn("note").AsString(20);
            }
            """;
        return Reports("""
            using FluentMigrator;

            [Migration(2)]
            public sealed class Second : ForwardOnlyMigration
            {
                public override void Up()
                {
                    Alter.[|Column|]("name").OnTable("sales").AsString(50);
                    Alter.Column("note").OnTable("sales").AsString(50);
                    Alter.Column("other").OnTable("sales").AsString(5);
                }
            }
            """);
    }

    [Fact]
    public Task Reports_a_numbered_script()
    {
        Libraries["Evolve"] = ScriptTests.Evolve;
        Files["V1__create.sql"] = "CREATE TABLE sales (id bigint, name varchar(200));";
        Files["V2__narrow.sql"] = "ALTER TABLE sales [|ALTER COLUMN name TYPE varchar(20)|];";
        return Reports(ScriptTests.Runner);
    }

    [Theory]
    [InlineData("staging_sales")]
    [InlineData("Staging_AllSales")]
    public Task Stays_quiet_on_a_staging_table_that_the_next_run_fills_anew(string table) =>
        StaysQuiet(DestructiveMigrationTests.Migration($"migrationBuilder.AlterColumn<string>(name: \"a\", table: \"{table}\", type: \"nvarchar(50)\", oldType: \"nvarchar(max)\");"));

    [Fact]
    public Task Stays_quiet_in_sqlite_where_a_type_limits_nothing()
    {
        Options.Add("dataeng.dialect = sqlite");
        return StaysQuiet(DestructiveMigrationTests.Migration("migrationBuilder.AlterColumn<string>(name: \"a\", table: \"sales\", type: \"int\", oldType: \"bigint\");"));
    }

    [Fact]
    public Task Offers_no_fix() => OffersNoFix(DestructiveMigrationTests.Migration("migrationBuilder.[|AlterColumn|]<int>(name: \"a\", table: \"sales\", type: \"int\", oldType: \"bigint\");"));
}
