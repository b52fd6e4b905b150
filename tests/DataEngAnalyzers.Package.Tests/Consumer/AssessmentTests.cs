using System;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace DataEngAnalyzers.Package.Tests.Consumer;

/// <summary>The assessment that a build with the package writes.</summary>
public sealed class AssessmentTests(PackageCache cache) : IClassFixture<PackageCache>
{
    private const string Assess = "-p:DataEngAssessment=true";

    private const string Job = """
        using Dapper;
        using Microsoft.Data.Sqlite;

        using var db = new SqliteConnection("Data Source=shop.db");
        foreach (var line in File.ReadLines("sales.csv"))
            db.Execute("INSERT INTO sales (id) VALUES (@id)", new { id = line });
        """;

    [Fact]
    public async Task A_build_writes_the_reports_even_when_the_gate_fails_it()
    {
        using var project = Project();

        var build = await project.Build(Assess, "-p:DataEngFailOn=Critical");

        Assert.False(build.Succeeded, build.ToString());
        var assessment = JsonNode.Parse(project.Read("artifacts/dataeng/assessment.json"))!;
        Assert.Equal("failed", (string?)assessment["verdict"]!["result"]);
        var finding = assessment["findings"]!.AsArray().First(finding => (string?)finding!["rule"] == "DEA1001")!;
        Assert.Equal("Program.cs", (string?)finding["place"]!["file"]);
        Assert.Contains("INSERT INTO sales", finding["excerpts"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_log_of_the_projects_own_is_read_and_left_as_it_is()
    {
        using var project = Project();

        var build = await project.Build(Assess, "-p:ErrorLog=own.sarif", "-p:DataEngAssessmentPath=reports");

        Assert.True(build.Succeeded, build.ToString());
        Assert.Contains("\"version\": \"1.0.0\"", project.Read("own.sarif"), StringComparison.Ordinal);
        Assert.Contains("DEA1001", project.Read("reports/assessment.md"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Projects_of_a_solution_meet_in_one_report()
    {
        using var solution = Project();
        solution.Write("Other/Other.csproj", solution.Read("App.csproj"));
        solution.Write("Other/Program.cs", Job.Replace("sales", "returns", StringComparison.Ordinal));
        solution.Write("App.csproj", solution.Read("App.csproj").Replace("<ImplicitUsings>", "<DefaultItemExcludes>$(DefaultItemExcludes);Other/**</DefaultItemExcludes><ImplicitUsings>", StringComparison.Ordinal));
        await solution.Run("new", "sln", "--name", "Shop", "--format", "sln");
        await solution.Run("sln", "add", "App.csproj", "Other/Other.csproj");

        var build = await solution.Run("build", "Shop.sln", Assess);

        Assert.True(build.Succeeded, build.ToString());
        Assert.Equal(
            ["App", "Other"],
            JsonNode.Parse(solution.Read("artifacts/dataeng/assessment.json"))!["findings"]!.AsArray().SelectMany(finding => finding!["projects"]!.AsArray()).Select(project => (string)project!).Distinct().Order());
    }

    [Fact]
    public async Task The_tasks_for_the_older_msbuild_write_the_same()
    {
        using var project = Project();

        var newer = await project.Build(Assess, "-p:DataEngAssessmentPath=newer");
        var older = await project.Build(Assess, "-p:DataEngAssessmentPath=older", "-p:_DataEngTasksFramework=netstandard2.0");

        Assert.True(newer.Succeeded && older.Succeeded, older.ToString());
        Assert.Equal(project.Read("newer/assessment.html"), project.Read("older/assessment.html"));
        Assert.Equal(project.Read("newer/assessment.json"), project.Read("older/assessment.json"));
    }

    [Fact]
    public async Task A_broken_log_that_lies_in_the_folder_is_a_warning_of_the_build()
    {
        using var project = Project();
        project.Write("artifacts/dataeng/sarif/elsewhere.sarif", "{\"version\":\"2.1.0\",");

        var build = await project.Build(Assess);

        Assert.True(build.Succeeded, build.ToString());
        Assert.Contains("elsewhere.sarif : warning DEA0007: The assessment leaves this file out: it is no complete JSON", build.ToString(), StringComparison.Ordinal);
        Assert.Contains("DEA1001", project.Read("artifacts/dataeng/assessment.md"), StringComparison.Ordinal);
    }

    private ConsumerProject Project()
    {
        var project = new ConsumerProject(cache, "Dapper", "Microsoft.Data.Sqlite");
        project.Write("Program.cs", Job);
        return project;
    }
}
