using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Schema;

public sealed class IndexBlocksWritersTests() : RuleTests("DEA3014")
{
    [Theory]
    [InlineData("migrationBuilder.[|CreateIndex|](name: \"ix\", table: \"sales\", column: \"a\");")]
    [InlineData("migrationBuilder.[|CreateIndex|](name: \"ix\", table: \"sales\", columns: new[] { \"a\", \"b\" }, unique: true);")]
    [InlineData("migrationBuilder.Sql(\"[|CREATE INDEX ix ON sales|] (a)\");")]
    public Task Reports_a_build_that_keeps_writers_out_of_postgresql(string code) => ReportsIn("postgresql", code);

    [Theory]
    [InlineData("migrationBuilder.[|CreateIndex|](name: \"ix\", table: \"sales\", column: \"a\");")]
    [InlineData("migrationBuilder.Sql(\"[|CREATE NONCLUSTERED INDEX ix ON sales|] (a) WITH (ONLINE = OFF)\");")]
    public Task Reports_a_build_that_keeps_writers_out_of_sql_server(string code) => ReportsIn("tsql", code);

    [Fact]
    public Task The_provider_that_has_noted_something_tells_the_engine() => Reports(DestructiveMigrationTests.Migration("""
        migrationBuilder.[|CreateIndex|](name: "ix", table: "sales", column: "a").Annotation("SqlServer:Clustered", false);
        migrationBuilder.[|CreateIndex|](name: "iy", table: "stores", column: "b");
        """));

    [Fact]
    public Task So_does_the_only_provider_that_is_switched_on()
    {
        Sources["Options.cs"] = "public static class Setup { public static void Configure(DbContextOptionsBuilder options) => options.UseNpgsql(\"Host=x\"); }";
        return Reports(DestructiveMigrationTests.Migration("migrationBuilder.[|CreateIndex|](name: \"ix\", table: \"sales\", column: \"a\");"));
    }

    [Theory]
    [InlineData("postgresql", "migrationBuilder.CreateIndex(name: \"ix\", table: \"sales\", column: \"a\").Annotation(\"Npgsql:CreatedConcurrently\", true);")]
    [InlineData("postgresql", "migrationBuilder.Sql(\"CREATE INDEX CONCURRENTLY ix ON sales (a)\", suppressTransaction: true);")]
    [InlineData("tsql", "migrationBuilder.Sql(\"CREATE INDEX ix ON sales (a) WITH (ONLINE = ON)\");")]
    [InlineData("tsql", "migrationBuilder.CreateIndex(name: \"ix\", table: \"sales\", column: \"a\").Annotation(\"SqlServer:Online\", true);")]
    [InlineData("sqlite", "migrationBuilder.CreateIndex(name: \"ix\", table: \"sales\", column: \"a\");")]
    [InlineData("postgresql", "migrationBuilder.CreateTable(name: \"t\", columns: table => new { Id = table.Column<int>() });\nmigrationBuilder.CreateIndex(name: \"ix\", table: \"t\", column: \"Id\");")]
    public Task Stays_quiet_where_nobody_waits(string dialect, string code)
    {
        Options.Add("dataeng.dialect = " + dialect);
        return StaysQuiet(DestructiveMigrationTests.Migration(code));
    }

    [Fact]
    public Task Stays_quiet_where_the_engine_is_unknown() => StaysQuiet(DestructiveMigrationTests.Migration("migrationBuilder.CreateIndex(name: \"ix\", table: \"sales\", column: \"a\");"));

    [Fact]
    public Task The_fix_builds_it_concurrently_and_keeps_comments()
    {
        Options.Add("dataeng.dialect = postgresql");
        return Fixes(
            DestructiveMigrationTests.Migration("""
                migrationBuilder.[|CreateIndex|](
                    name: "ix", // by customer
                    table: "sales",
                    column: "a");
                migrationBuilder.[|CreateIndex|](name: "iy", table: "sales", column: "b").Annotation("Npgsql:IndexMethod", "hash");
                """),
            DestructiveMigrationTests.Migration("""
                migrationBuilder.CreateIndex(
                    name: "ix", // by customer
                    table: "sales",
                    column: "a").Annotation("Npgsql:CreatedConcurrently", true);
                migrationBuilder.CreateIndex(name: "iy", table: "sales", column: "b").Annotation("Npgsql:CreatedConcurrently", true).Annotation("Npgsql:IndexMethod", "hash");
                """));
    }

    [Fact]
    public Task No_fix_where_the_edition_decides()
    {
        Options.Add("dataeng.dialect = tsql");
        return OffersNoFix(DestructiveMigrationTests.Migration("migrationBuilder.[|CreateIndex|](name: \"ix\", table: \"sales\", column: \"a\");"));
    }

    private Task ReportsIn(string dialect, string code)
    {
        Options.Add("dataeng.dialect = " + dialect);
        return Reports(DestructiveMigrationTests.Migration(code));
    }
}
