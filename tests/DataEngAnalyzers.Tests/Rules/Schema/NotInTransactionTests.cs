using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Schema;

public sealed class NotInTransactionTests() : RuleTests("DEA3031")
{
    [Theory]
    [InlineData("migrationBuilder.Sql(\"[|CREATE INDEX CONCURRENTLY ix ON sales|] (a)\");")]
    [InlineData("migrationBuilder.Sql(\"[|DROP INDEX CONCURRENTLY ix|]\");")]
    [InlineData("migrationBuilder.Sql(@\"[|REINDEX INDEX CONCURRENTLY ix|]\", suppressTransaction: false);")]
    [InlineData("var sql = \"[|CREATE INDEX CONCURRENTLY ix ON sales|] (a)\";\nmigrationBuilder.Sql(sql);")]
    public Task Reports_a_concurrent_build_whatever_the_engine(string code) => Reports(DestructiveMigrationTests.Migration(code));

    [Theory]
    [InlineData("postgresql", "[|VACUUM ANALYZE sales|]")]
    [InlineData("postgresql", "[|ALTER SYSTEM SET work_mem = '64MB'|]")]
    [InlineData("postgresql", "UPDATE sales SET a = 1; [|COMMIT|]")]
    [InlineData("tsql", "[|ALTER DATABASE shop SET RECOVERY SIMPLE|]")]
    [InlineData("tsql", "[|CREATE FULLTEXT INDEX ON sales|] (a) KEY INDEX pk")]
    [InlineData("sqlite", "[|VACUUM|]")]
    public Task Reports_what_the_engine_refuses(string dialect, string sql)
    {
        Options.Add("dataeng.dialect = " + dialect);
        return Reports(DestructiveMigrationTests.Migration($"migrationBuilder.Sql(\"{sql}\");"));
    }

    [Theory]
    [InlineData("migrationBuilder.Sql(\"CREATE INDEX CONCURRENTLY ix ON sales (a)\", suppressTransaction: true);")]
    [InlineData("migrationBuilder.Sql(\"REFRESH MATERIALIZED VIEW CONCURRENTLY v\");")]
    [InlineData("migrationBuilder.Sql(\"CREATE INDEX ix ON sales (a)\");")]
    [InlineData("migrationBuilder.Sql(\"COMMIT\");")]
    [InlineData("var late = DateTime.Now.Hour > 20;\nmigrationBuilder.Sql(\"CREATE INDEX CONCURRENTLY ix ON sales (a)\", late);")]
    public Task Stays_quiet_where_a_transaction_takes_it_or_none_is_there(string code) => StaysQuiet(DestructiveMigrationTests.Migration(code));

    [Theory]
    [InlineData("[Migration(1, TransactionBehavior.None)]", "Execute.Sql(\"CREATE INDEX CONCURRENTLY ix ON sales (a)\");")]
    [InlineData("[Migration(1)]", "Execute.Sql(\"[|CREATE INDEX CONCURRENTLY ix ON sales|] (a)\");")]
    public Task Knows_the_transaction_of_fluent_migrator(string attribute, string code) => Reports($$"""
        using FluentMigrator;

        {{attribute}}
        public sealed class First : ForwardOnlyMigration
        {
            public override void Up() => {{code}}
        }
        """);

    [Fact]
    public Task Knows_the_transaction_of_evolve()
    {
        Libraries["Evolve"] = ScriptTests.Evolve;
        Files["V2__index.sql"] = "[|CREATE INDEX CONCURRENTLY ix ON sales|] (a);";
        Files["V3__index.sql"] = "-- evolve-tx-off\nCREATE INDEX CONCURRENTLY iy ON sales (a);";
        return Reports(ScriptTests.Runner);
    }

    [Theory]
    [InlineData("builder.WithTransaction()", "[|CREATE INDEX CONCURRENTLY ix ON sales|] (a);")]
    [InlineData("builder", "CREATE INDEX CONCURRENTLY ix ON sales (a);")]
    public Task Knows_the_transaction_of_dbup(string builder, string sql)
    {
        Libraries["dbup-core"] = ScriptTests.DbUp;
        Files["Script0002 - Index.sql"] = sql;
        return Reports($"public static class Deploy {{ public static object Up(DbUp.Builder.UpgradeEngineBuilder builder) => {builder}; }}");
    }

    [Fact]
    public Task The_fix_takes_the_statement_out_of_the_transaction_and_keeps_the_literal() => Fixes(
        DestructiveMigrationTests.Migration("""
            migrationBuilder.Sql("[|CREATE INDEX CONCURRENTLY ix ON sales|] (a)"); // by customer
            migrationBuilder.Sql(@"[|DROP INDEX CONCURRENTLY iy|]", suppressTransaction: false);
            migrationBuilder.Sql("[|DROP INDEX CONCURRENTLY iz|]", false);
            """),
        DestructiveMigrationTests.Migration("""
            migrationBuilder.Sql("CREATE INDEX CONCURRENTLY ix ON sales (a)", suppressTransaction: true); // by customer
            migrationBuilder.Sql(@"DROP INDEX CONCURRENTLY iy", suppressTransaction: true);
            migrationBuilder.Sql("DROP INDEX CONCURRENTLY iz", true);
            """));

    [Fact]
    public Task No_fix_for_a_text_of_several_statements() => OffersNoFix(DestructiveMigrationTests.Migration("""
        migrationBuilder.Sql("DELETE FROM sales WHERE a < 0; [|DROP INDEX CONCURRENTLY iy|]");
        """));
}
