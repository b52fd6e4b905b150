using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Schema;

/// <summary>Numbered scripts are migrations where something in the project runs them.</summary>
public sealed class ScriptTests() : RuleTests("DEA3010")
{
    internal const string Evolve = "namespace EvolveDb { public class Evolve { public Evolve(System.Data.Common.DbConnection dbConnection) { } public void Migrate() { } } }";

    internal const string DbUp = """
        public static class StandardExtensions { public static DbUp.Builder.UpgradeEngineBuilder WithTransaction(this DbUp.Builder.UpgradeEngineBuilder builder) => builder; }
        namespace DbUp.Builder { public class UpgradeEngineBuilder { } }
        """;

    /// <summary>Code that lets Evolve run the scripts of its project.</summary>
    internal const string Runner = "public static class Deploy { public static void Run(NpgsqlConnection db) => new EvolveDb.Evolve(db).Migrate(); }";

    [Theory]
    [InlineData("ALTER TABLE sales [|DROP COLUMN region|];")]
    [InlineData("[|DROP TABLE sales|];")]
    [InlineData("CREATE TABLE scratch (id int);\nDROP TABLE scratch;\n[|DROP SCHEMA old|];")]
    [InlineData("-- dataeng: contract-phase: unused since 14\nDROP TABLE sales;\n[|DROP TABLE stores|];")]
    public Task Reports_what_a_script_drops(string sql) => ReportsScript("V2__drop.sql", sql);

    [Theory]
    [InlineData("drop.sql")]
    [InlineData("U2__drop.sql")]
    [InlineData("0002_drop.down.sql")]
    public Task Stays_quiet_in_a_file_that_no_runner_takes_in_its_turn(string name) => ReportsScript(name, "DROP TABLE sales;");

    [Fact]
    public Task Stays_quiet_where_nothing_runs_scripts()
    {
        Files["V2__drop.sql"] = "DROP TABLE sales;";
        return StaysQuiet("// no runner\npublic static class Nothing;");
    }

    [Fact]
    public Task Stays_quiet_in_a_test_project()
    {
        Options.Add("build_property.IsTestProject = true");
        return ReportsScript("V2__drop.sql", "DROP TABLE sales;");
    }

    private Task ReportsScript(string name, string sql)
    {
        Libraries["Evolve"] = Evolve;
        Files[name] = sql;
        return Reports(Runner);
    }
}
