using System.Threading.Tasks;
using Xunit;

namespace DataEngAnalyzers.Package.Tests.Consumer;

/// <summary>What a person sees who adds the package to a project: warnings, a failing gate, fixes, and ways to be left alone.</summary>
public sealed class ConsumerTests(PackageCache cache) : IClassFixture<PackageCache>
{
    private const string Loader = """
        using System.Globalization;
        using CsvHelper;
        using CsvHelper.Configuration;
        using Dapper;
        using Microsoft.Data.Sqlite;

        var config = new CsvConfiguration(CultureInfo.InvariantCulture) { BadDataFound = null };
        using var csv = new CsvReader(new StreamReader("sales.csv"), config);

        using var db = new SqliteConnection("Data Source=shop.db");
        db.Open();
        using var transaction = db.BeginTransaction();
        foreach (var sale in csv.GetRecords<Sale>())
            db.Execute("INSERT INTO sales (id, amount) VALUES (@Id, @Amount)", sale, transaction, commandTimeout: 0);

        internal sealed record Sale(int Id, decimal Amount);
        """;

    private const string Schema = "CREATE TABLE sales (id INTEGER PRIMARY KEY, amount NUMERIC NOT NULL);";

    [Fact]
    public async Task A_build_prints_the_critical_and_high_findings_as_warnings()
    {
        using var project = LoaderProject();

        var build = await project.Build();

        Assert.True(build.Succeeded, build.ToString());
        Assert.Equal(["DEA1001", "DEA1015", "DEA2003", "DEA6001"], build.Warnings);
    }

    [Fact]
    public async Task A_gate_fails_the_build_with_errors()
    {
        using var project = LoaderProject();

        var build = await project.Build("-p:DataEngFailOn=High");

        Assert.False(build.Succeeded, build.ToString());
        Assert.Equal(["DEA1001", "DEA1015", "DEA2003", "DEA6001"], build.Errors);
    }

    [Fact]
    public async Task Format_applies_the_fixes_and_the_result_builds()
    {
        using var project = LoaderProject();
        project.Write(".editorconfig", """
            [*.cs]
            dataeng.fix_all_in_solution = all
            """);

        var format = await project.Run("format", "analyzers", "--severity", "info");
        var code = project.Read("Program.cs");
        var build = await project.Build();

        Assert.True(format.Succeeded, format.ToString());
        Assert.True(build.Succeeded, build + code);
        Assert.Contains("ON CONFLICT", code, System.StringComparison.Ordinal);
        Assert.Contains("transaction.Commit()", code, System.StringComparison.Ordinal);
        Assert.Empty(build.Warnings);
    }

    [Fact]
    public async Task Format_leaves_out_fixes_that_change_what_a_run_leaves_in_the_data()
    {
        using var project = LoaderProject();

        var format = await project.Run("format", "analyzers", "--severity", "info");

        Assert.True(format.Succeeded, format.ToString());
        Assert.DoesNotContain("ON CONFLICT", project.Read("Program.cs"), System.StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_in_an_editorconfig_silences_a_rule()
    {
        using var project = LoaderProject();
        project.Write(".editorconfig", """
            [*.cs]
            dotnet_diagnostic.DEA1001.severity = none
            """);

        var build = await project.Build();

        Assert.True(build.Succeeded, build.ToString());
        Assert.Equal(["DEA1015", "DEA2003", "DEA6001"], build.Warnings);
    }

    [Fact]
    public async Task Mode_none_is_silent()
    {
        using var project = LoaderProject();

        var build = await project.Build("-p:DataEngMode=None");

        Assert.True(build.Succeeded, build.ToString());
        Assert.Empty(build.Warnings);
    }

    [Fact]
    public async Task An_unknown_mode_is_reported_beside_the_findings_of_the_default()
    {
        using var project = LoaderProject();

        var build = await project.Build("-p:DataEngMode=Everything");

        Assert.True(build.Succeeded, build.ToString());
        Assert.Equal(["DEA0003", "DEA1001", "DEA1015", "DEA2003", "DEA6001"], build.Warnings);
    }

    private ConsumerProject LoaderProject()
    {
        var project = new ConsumerProject(cache, "CsvHelper", "Dapper", "Microsoft.Data.Sqlite");
        project.Write("Program.cs", Loader);
        project.Write("schema.sql", Schema);
        return project;
    }
}
