using System;
using System.Linq;
using DataEngAnalyzers.Build.Manifests.Dvc;
using DataEngAnalyzers.Build.Manifests.Facts;
using Xunit;

namespace DataEngAnalyzers.Build.Tests.Manifests;

public sealed class DvcProjectTests
{
    [Fact]
    public void A_stage_is_what_it_runs_depends_on_and_leaves()
    {
        var facts = Read("etl/dvc.yaml", """
            stages:
              load:
                cmd: dotnet run --project ../Etl
                wdir: ..
                deps:
                  - data/orders.csv
                  - Etl
                params:
                  - load.limit
                  - settings.json:
                      - culture
                  - other.yaml:
                outs:
                  - out/orders.parquet:
                      persist: true
                  - out/log
                metrics: [ { metrics.json: { cache: false } } ]
                frozen: true
            """);

        Assert.Equal(
            [
                "stage|1|1|2|3|load|dotnet run --project ../Etl|.|deps_end=7;frozen=yes;indent=7;keys=5;outs_end=16",
                "path|1|6|9|dep|data/orders.csv|",
                "path|1|7|9|dep|Etl|",
                "path|1|14|9|out|out/orders.parquet|persist=yes",
                "path|1|16|9|out|out/log|",
                "path|1|17|18|metric|metrics.json|cache=no",
                "param|1|9|9|params.yaml|load.limit",
                "param|1|11|13|settings.json|culture",
                "param|1|12|9|other.yaml|",
            ],
            FactLines.Of(facts, "stage", "path", "param"));
    }

    [Theory]
    [InlineData("foreach: [a, b]\n    do: { cmd: \"x ${item}\", outs: [\"${item}.csv\"] }", "s@a x a a.csv", "s@b x b b.csv")]
    [InlineData("foreach: { k: { f: 1 } }\n    do: { cmd: \"x ${key}\", outs: [\"${item.f}.csv\"] }", "s@k x k 1.csv")]
    [InlineData("foreach: [ { f: 1 } ]\n    do: { cmd: x, outs: [\"${item.f}.csv\"] }", "s@0 x 1.csv")]
    [InlineData("foreach: ${list}\n    do: { cmd: x, outs: [\"${item}\"] }", "s@p x p", "s@q x q")]
    [InlineData("matrix: { a: [1, 2], b: \"${list}\" }\n    cmd: x\n    outs: [\"${item.a}${item.b}\"]", "s@1-p x 1p", "s@1-q x 1q", "s@2-p x 2p", "s@2-q x 2q")]
    public void Loops_are_written_out(string body, params string[] stages)
    {
        var facts = Read("dvc.yaml", $"vars: [ {{ list: [p, q] }} ]\nstages:\n  s:\n    {body}\n");

        Assert.Equal(stages, facts.Stages.Select(stage => $"{stage.Name} {stage.Command} {string.Join(',', stage.Paths.Select(path => path.Path))}"));
    }

    [Theory]
    [InlineData("${folder}/a.csv", "data/a.csv")]
    [InlineData("${files[1].name}", "second")]
    [InlineData("${ nested.deep }", "own")]
    [InlineData("a\\${folder}", "a${folder}")]
    public void Values_come_from_the_pipelines_files_and_its_own_lists(string written, string path)
    {
        var facts = Read(
            "dvc.yaml",
            $"vars: [ more.yaml, {{ nested: {{ deep: own }} }} ]\nstages: {{ s: {{ cmd: x, deps: ['{written}'] }} }}",
            ("params.yaml", "folder: data\nnested: { deep: default }"),
            ("more.yaml", "files: [ {}, { name: second } ]"));

        Assert.Equal(path, Assert.Single(facts.Stages[0].Paths).Path);
    }

    [Theory]
    [InlineData("${unknown}/a.csv")]
    [InlineData("${folder")]
    [InlineData("${map}")]
    public void A_path_of_unknown_values_leaves_the_list_incomplete(string written)
    {
        var stage = Assert.Single(Read("dvc.yaml", $"vars: [ {{ map: {{ a: 1 }} }} ]\nstages: {{ s: {{ cmd: x, deps: ['{written}', b] }} }}").Stages);

        Assert.Equal("b", Assert.Single(stage.Paths).Path);
        Assert.Equal("yes", stage.Details["holes"]);
    }

    [Theory]
    [InlineData("cmd: x 1", "cmd: x 2", "x 2")]
    [InlineData("cmd: x 1", "cmd: x 1", null)]
    [InlineData("cmd: 'x ${unknown}'", "cmd: x 2", null)]
    [InlineData("cmd: [a, b]", "cmd:\n    - a\n    - b", null)]
    public void A_lock_that_remembers_another_command_is_told(string now, string then, string? told)
    {
        var facts = Read("dvc.yaml", $"stages:\n  s:\n    {now}\n", ("dvc.lock", $"schema: '2.0'\nstages:\n  s:\n    {then}\n"));

        Assert.Equal(told, facts.Stages[0].Details.TryGetValue("lockcmd", out var locked) ? locked : null);
    }

    [Fact]
    public void A_tracked_file_is_a_stage_that_runs_nothing() =>
        Assert.Equal(
            ["stage|1|1|1|1|raw.csv.dvc||data|", "path|1|4|9|out|data/raw.csv|"],
            FactLines.Of(Read("data/raw.csv.dvc", "outs:\n- md5: 22\n  size: 1\n  path: raw.csv\n"), "stage", "path"));

    [Fact]
    public void A_broken_lock_is_a_problem_and_the_pipeline_counts()
    {
        var files = DvcProject.Read([FactLines.Input("dvc.yaml", Tools.Dvc, "stages: { s: { cmd: x } }"), FactLines.Input("dvc.lock", Tools.Dvc, "a: [")]);

        Assert.Equal(["problem|1|2|1|", "stage|1|2|1|11|s|x|.|keys=16"], FactLines.Of(files, "problem", "stage").Select(line => line.StartsWith("problem", StringComparison.Ordinal) ? line[..line.IndexOf("this", StringComparison.Ordinal)] : line));
    }

    [Theory]
    [InlineData("{ cmd: x, dep: [a] }", "a stage has no key 'dep'; 'deps' is meant?")]
    [InlineData("{ cmd: x, deps: a }", "'deps' is no list")]
    [InlineData("{ command: x }", "stage 's' has no 'cmd' to run")]
    [InlineData("{ foreach: [a], do: { cmd: x, outs: a } }", "'outs' is no list")]
    [InlineData("{ foreach: [a], do: { cmd: x, outs: [a] } }", null)]
    [InlineData("{ matrix: { a: [1] }, cmd: [x, y], later_versions: 1, meta: { dep: 1 } }", null)]
    public void A_stage_that_DVC_refuses_is_a_problem(string stage, string? reason) =>
        Assert.Equal(reason is null ? [] : ["DVC refuses this pipeline: " + reason], Read("dvc.yaml", $"stages: {{ s: {stage} }}").Problems.Select(problem => problem.Message));

    [Fact]
    public void A_matrix_of_everything_is_not_written_out()
    {
        var axes = string.Join(", ", Enumerable.Range(0, 30).Select(axis => $"a{axis}: [1, 2]"));

        Assert.Equal("s", Assert.Single(Read("dvc.yaml", $"stages: {{ s: {{ matrix: {{ {axes} }}, cmd: x }} }}").Stages).Name);
    }

    private static FileFacts Read(string path, string text, params (string Path, string Text)[] others) =>
        DvcProject.Read([FactLines.Input(path, Tools.Dvc, text), .. others.Select(other => FactLines.Input(other.Path, Tools.Dvc, other.Text))])[0];
}
