using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using DataEngAnalyzers.Build.Manifests.Dvc;
using Xunit;

namespace DataEngAnalyzers.Build.Tests.Emit;

public sealed class DvcStagesTests
{
    private const string Path = "emit/dvc/dvc.yaml";
    private const string Program = "src/Shop.Etl/Shop.Etl.csproj";

    [Fact]
    public void A_program_is_a_stage_with_what_it_reads_and_writes()
    {
        using var folder = new EmitFolder().With(Stage(["data/orders.csv", "in/{date}.csv"], [("out/orders.parquet", "replace"), ("out/log.csv", "append")]), Program).Emit("dvc");

        Assert.Equal(
            """
            stages:
              shop_etl:
                cmd: dotnet run --project src/Shop.Etl/Shop.Etl.csproj
                deps:
                  - src/Shop.Etl
                  - data/orders.csv
                outs:
                  - out/log.csv:
                      persist: true
                  - out/orders.parquet

            """.ReplaceLineEndings("\n"),
            string.Join("\n", folder.Read(Path).Split('\n').Where(line => !line.TrimStart().StartsWith('#'))));
    }

    [Fact]
    public void What_a_program_writes_and_reads_again_is_its_output_alone()
    {
        using var folder = new EmitFolder().With(Stage(["out/a.csv", "out/b.csv"], [("out/a.csv", "replace")]), Program).Emit("dvc");

        var stage = StageIn(folder);
        Assert.Equal(["src/Shop.Etl", "out/b.csv"], Texts(stage["deps"]!));
        Assert.Equal(["out/a.csv"], Texts(stage["outs"]!));
    }

    [Fact]
    public void A_program_that_writes_into_its_own_folder_depends_on_its_project_file()
    {
        using var folder = new EmitFolder().With(Stage([], [("src/Shop.Etl/out.csv", "replace")]), Program).Emit("dvc");

        Assert.Equal([Program], Texts(StageIn(folder)["deps"]!));
    }

    [Fact]
    public void A_file_that_two_programs_write_is_the_output_of_one()
    {
        using var folder = new EmitFolder()
            .With(Stage([], [("out/a.csv", "replace")]), "a/A.csproj")
            .With(Stage([], [("out/a.csv", "replace"), ("out/b.csv", "replace")], "Shop.B.Load"), "b/B.csproj")
            .Emit("dvc");

        var stages = YamlJson.Parse(folder.Read(Path))["stages"]!;
        Assert.Equal(["out/a.csv"], Texts(stages["a"]!["outs"]!));
        Assert.Equal(["out/b.csv"], Texts(stages["b"]!["outs"]!));
        Assert.Contains(folder.Said, said => said.Contains("out/a.csv is an output of another stage already", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/abs/a.csv")]
    [InlineData("../outside.csv")]
    [InlineData("${x}/a.csv")]
    [InlineData("C:/a.csv")]
    [InlineData("~/a.csv")]
    public void A_path_that_is_none_of_the_repository_is_left_out(string path)
    {
        using var folder = new EmitFolder().With(Stage([path], [(path, "replace")]), Program).Emit("dvc");

        Assert.False(folder.Has(Path));
    }

    [Fact]
    public void Paths_of_programs_start_where_the_project_of_DVC_is()
    {
        using var folder = new EmitFolder().With(Stage([], [("a.csv", "replace")]), Program).Put("data/.dvc/config", "").Emit("dvc");

        Assert.Contains("dotnet run --project ../src/Shop.Etl/Shop.Etl.csproj", folder.Read("data/dvc.yaml"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_program_below_the_project_of_DVC_is_named_from_there()
    {
        using var folder = new EmitFolder().With(Stage([], [("a.csv", "replace")]), "shop/Etl/Etl.csproj").Put("shop/.dvc/config", "").Emit("dvc");

        Assert.Contains("dotnet run --project Etl/Etl.csproj", folder.Read("shop/dvc.yaml"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_draft_that_becomes_another_file_is_no_output()
    {
        var stage = Stage([], [("out/a.csv.tmp", "replace"), ("out/a.csv", "replace")]);
        stage["outputs"]![1]!["from"] = new JsonArray(new JsonObject { ["dataset"] = Facts.Dataset("out/a.csv.tmp", "file", "file"), ["type"] = "DIRECT", ["subtype"] = "IDENTITY" });
        using var folder = new EmitFolder().With(stage, Program).Emit("dvc");

        Assert.Equal(["out/a.csv"], Texts(StageIn(folder)["outs"]!));
    }

    [Fact]
    public void Twice_gives_the_same_bytes()
    {
        using var folder = new EmitFolder().With(Stage(["a b.csv"], [("out/ä.csv", "replace")]), "a b/A.csproj").Emit("dvc");
        var first = folder.Files();

        Assert.Equal(first, folder.Emit("dvc").Files());
        Assert.Contains("--project \\\"a b/A.csproj\\\"", folder.Read(Path), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task The_published_schema_takes_it()
    {
        OfficialSchemas.SkipWithout();
        using var folder = new EmitFolder().With(Stage(["a b.csv"], [("out/ä.csv", "append")]), "a b/A.csproj").Emit("dvc");

        var yaml = YamlJson.Parse(folder.Read(Path));
        Assert.Empty(await OfficialSchemas.JudgeFile("dvc/schema.json", yaml));
        yaml["stages"]!["a"]!["depends"] = "x";
        Assert.NotEmpty(await OfficialSchemas.JudgeFile("dvc/schema.json", yaml));
    }

    [Fact]
    public void The_reader_finds_what_was_written()
    {
        using var folder = new EmitFolder().With(Stage(["data/orders.csv"], [("out/log.csv", "append")]), Program).Emit("dvc");

        var facts = PipelineReader.Read("dvc.yaml", folder.Read(Path), _ => null, new Dictionary<string, string>());

        Assert.Empty(facts.Problems);
        Assert.Equal(["dep src/Shop.Etl", "dep data/orders.csv", "out out/log.csv"], Assert.Single(facts.Stages).Paths.Select(path => $"{path.Kind} {path.Path}"));
    }

    private static JsonObject Stage(string[] reads, (string Path, string Mode)[] writes, string name = "Shop.Orders.Load") => new()
    {
        ["name"] = name,
        ["project"] = "Shop",
        ["host"] = "console",
        ["inputs"] = new JsonArray([.. reads.Select(path => new JsonObject { ["dataset"] = Facts.Dataset(path, "file", "file"), ["validated"] = false })]),
        ["outputs"] = new JsonArray([.. writes.Select(write => new JsonObject { ["dataset"] = Facts.Dataset(write.Path, "file", "file"), ["mode"] = write.Mode })]),
    };

    private static JsonNode StageIn(EmitFolder folder) => YamlJson.Parse(folder.Read(Path))["stages"]!["shop_etl"]!;

    private static IEnumerable<string?> Texts(JsonNode list) => list.AsArray().Select(item => (string?)item);
}
