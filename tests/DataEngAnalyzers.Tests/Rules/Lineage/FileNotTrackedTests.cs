using System;
using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Lineage;

public sealed class FileNotTrackedTests() : RuleTests("DEA4013")
{
    private const string Load = """
        foreach (var line in File.[|ReadLines|]("data/raw.csv"))
            db.Execute("INSERT INTO fact_sales (line) VALUES (@line) ON CONFLICT DO NOTHING", new { line });
        """;

    private const string Quiet = """
        foreach (var line in File.ReadLines("data/raw.csv"))
            db.Execute("INSERT INTO fact_sales (line) VALUES (@line) ON CONFLICT DO NOTHING", new { line });
        """;

    private void Dvc(string command, string path = "Program.cs", string more = "") => DeclareFile("dvc.yaml", $$"""
        stages:
          load:
            cmd: {{command}}
            deps:
              - {{path}}
        {{more}}
        """);

    [Theory]
    [InlineData("dotnet run")]
    [InlineData("dotnet run -c Release -- --day today")]
    [InlineData("dotnet run --project src/TestProject")]
    [InlineData("dotnet bin/Release/TestProject.dll")]
    [InlineData("./TestProject")]
    public Task Reports_a_file_that_is_read_and_no_dependency(string command)
    {
        Dvc(command);
        return Reports(Load);
    }

    [Theory]
    [InlineData("dotnet run --project .")]
    [InlineData("dotnet run --project ../Loader -- today")]
    [InlineData("dotnet run --project Jobs.csproj")]
    public Task Reports_it_where_the_stage_names_the_folder_of_the_project(string command)
    {
        Options.Add("build_property.ProjectDir = /repo/Loader/");
        Dvc(command);
        return Reports(Load);
    }

    [Fact]
    public Task Stays_quiet_where_the_stage_names_another_folder()
    {
        Options.Add("build_property.ProjectDir = /repo/Loader/");
        Dvc("dotnet run --project ../Other");
        return StaysQuiet(Quiet);
    }

    [Fact]
    public Task Reports_a_file_that_is_written_and_no_output()
    {
        Dvc("dotnet run", "data/raw.csv");
        return Reports("File.[|WriteAllLines|](\"data/clean.csv\", File.ReadLines(\"data/raw.csv\"));");
    }

    [Theory]
    [InlineData("dotnet run", "data/raw.csv")]
    [InlineData("dotnet run", "data")]
    [InlineData("dotnet run", "./data/")]
    [InlineData("dotnet run --project src/Other", "Program.cs")]
    [InlineData("python load.py", "Program.cs")]
    [InlineData("dotnet test", "Program.cs")]
    public Task Stays_quiet_when_the_file_is_listed_or_the_stage_runs_something_else(string command, string path)
    {
        Dvc(command, path);
        return StaysQuiet(Quiet);
    }

    [Fact]
    public Task Stays_quiet_when_a_second_stage_runs_the_project()
    {
        Dvc("dotnet run", "Program.cs", "  again:\n    cmd: dotnet run -- again\n    deps:\n      - data/raw.csv");
        return StaysQuiet(Quiet);
    }

    [Theory]
    [InlineData("/srv/raw.csv")]
    [InlineData("../raw.csv")]
    [InlineData("settings.json")]
    public Task Stays_quiet_about_files_elsewhere_and_files_without_rows(string path)
    {
        Dvc("dotnet run");
        return StaysQuiet(Quiet.Replace("data/raw.csv", path, StringComparison.Ordinal));
    }

    [Fact]
    public Task The_fix_adds_the_file_to_the_list_and_keeps_the_rest()
    {
        const string Before = """
            # the nightly run
            stages:
              load:
                cmd: dotnet run
                deps:
                - Program.cs   # the code
                outs:
                - data/clean.csv
            """;
        DeclareFile("dvc.yaml", Before);
        return FixesFile(Load, "dvc.yaml", Before, Before.Replace("# the code", "# the code\n    - data/raw.csv", StringComparison.Ordinal));
    }

    [Fact]
    public Task A_file_that_looks_different_by_now_is_left_alone()
    {
        Dvc("dotnet run");
        return FixesFile(Load, "dvc.yaml", "stages: {}\n", "stages: {}\n");
    }
}
