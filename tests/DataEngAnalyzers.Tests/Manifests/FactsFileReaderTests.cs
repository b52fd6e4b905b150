using System.Linq;
using System.Threading;
using DataEngAnalyzers.Manifests;
using DataEngAnalyzers.Tests.Harness;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace DataEngAnalyzers.Tests.Manifests;

public sealed class FactsFileReaderTests
{
    [Fact]
    public void A_dataset_comes_with_its_columns_checks_and_removed_columns()
    {
        var dataset = Read(
            "file | 1 | versions/0001_orders.py | alembic",
            "file | 2 | versions/0002_rename.py | alembic",
            "dataset | 7 | 1 | 12 | 21 | alembic-table | dwh | raw | orders | known=yes;revision=b2",
            "column | 7 | 13 | 19 | id | sa.Integer() | int | no",
            "column | 7 | 9 | 40 | customer_id | sa.String(20) | string | ? | 2",
            "check | 7 | 14 | 3 | accepted | status%2C code | new | paid",
            "removed | 7 | 9 | 5 | cust_id | b2 | customer_id | 2").Datasets.Single();

        Assert.Equal((DatasetRole.AlembicTable, "dwh", "raw", "orders", "raw.orders"), (dataset.Role, dataset.Database, dataset.Schema, dataset.Name, dataset.FullName));
        Assert.True(dataset.Values.Is("known"));
        Assert.Equal("0001_orders.py:12", dataset.Place.ToString());
        Assert.Equal([("id", TypeFamily.Int, (bool?)false), ("customer_id", TypeFamily.String, null)], dataset.Columns.Select(column => (column.Name, column.Family, column.IsNullable)));
        Assert.Equal("0002_rename.py:9", dataset.Columns[1].Place.ToString());
        Assert.Equal((CheckKind.Accepted, "status, code", "new paid"), (dataset.Checks[0].Kind, dataset.Checks[0].Columns.Single(), string.Join(' ', dataset.Checks[0].Arguments)));
        Assert.Equal(("cust_id", "b2", "customer_id", "0002_rename.py:9"), (dataset.Removed[0].Name, dataset.Removed[0].Revision, dataset.Removed[0].NewName, dataset.Removed[0].Place.ToString()));
    }

    [Fact]
    public void A_stage_comes_with_its_paths_and_parameters()
    {
        var stage = Read(
            "file | 1 | dvc.yaml | dvc",
            "stage | 1 | 1 | 2 | 3 | load | dotnet run --project Loader | src | frozen=yes;lockcmd=dotnet run%3B echo 100%25",
            "path | 1 | 5 | 9 | dep | data/orders.csv | ",
            "path | 1 | 7 | 9 | out | out/orders.parquet | persist=yes",
            "param | 1 | 9 | 9 | params.yaml | load.batch",
            "param | 1 | 10 | 9 | appsettings.json | ").Stages.Single();

        Assert.Equal(("load", "dotnet run --project Loader", "src"), (stage.Name, stage.Command, stage.Folder));
        Assert.True(stage.Values.Is("frozen"));
        Assert.Equal("dotnet run; echo 100%", stage.Values["lockcmd"]);
        Assert.Equal([(DvcPathKind.Dependency, "data/orders.csv", false), (DvcPathKind.Output, "out/orders.parquet", true)], stage.Paths.Select(path => (path.Kind, path.Path, path.Values.Is("persist"))));
        Assert.Equal([("params.yaml", "load.batch"), ("appsettings.json", null)], stage.Parameters.Select(parameter => (parameter.File, parameter.Key)));
    }

    [Fact]
    public void Revisions_programs_and_samples_are_read()
    {
        var facts = Read(
            "file | 1 | versions/a.py | alembic",
            "file | 2 | shape.jq | jq",
            "file | 3 | samples/order.json | json",
            "tree | 1 | 3 | 1 | missing-parent | a1 | b0",
            "op | 1 | 12 | 5 | rename_column | raw | orders | amt | to=amount;type=NUMERIC | a1",
            "op | 1 | 13 | 5 | execute | | | | | a1",
            "jq | 2 | 1 | 1 | .orders[].customer_id | | Shop.Order",
            "sample | 3 | Shop.Order",
            "value | 3 | 2 | 9 | /id | number",
            "value | 3 | 3 | 9 | /name | string");

        Assert.Equal((TreeFlawKind.MissingParent, "a1", "b0"), (facts.TreeFlaws[0].Kind, facts.TreeFlaws[0].Revision, facts.TreeFlaws[0].Detail));
        Assert.Equal((RevisionStepKind.RenameColumn, "raw.orders", "amt", "amount"), (facts.RevisionSteps[0].Kind, facts.RevisionSteps[0].FullName, facts.RevisionSteps[0].Column, facts.RevisionSteps[0].Values["to"]));
        Assert.Equal((RevisionStepKind.Execute, null), (facts.RevisionSteps[1].Kind, facts.RevisionSteps[1].FullName));
        Assert.Equal((".orders[].customer_id", null, "Shop.Order"), (facts.JqSteps.Single().Text, facts.JqSteps.Single().Detail, facts.JqSteps.Single().Payload));
        Assert.Equal(["/id Number", "/name String"], facts.Samples.Single().Values.Select(value => $"{value.Pointer} {value.Kind}"));
    }

    [Fact]
    public void Escaped_characters_of_a_field_are_its_own() =>
        Assert.Equal("a\tb\nc\\d", Of("dataeng-facts\t1\nfile\t1\ta.yml\tdbt\nproblem\t1\t1\t1\ta\\tb\\nc\\\\d\n").Problems.Single().Message);

    [Fact]
    public void Paths_start_from_the_folder_of_the_project() =>
        Assert.Equal("/repo/dbt/models/sources.yml", Of("dataeng-facts\t1\nfile\t1\t../dbt/./models/sources.yml\tdbt\n", "/repo/loader/").Files.Single().Path);

    [Theory]
    [InlineData("")]
    [InlineData("dataeng-facts\t2\nfile\t1\ta.yml\tdbt\nproblem\t1\t1\t1\tx\n")]
    [InlineData("something else\nproblem\t1\t1\t1\tx\n")]
    public void A_file_of_another_version_does_not_count(string text) => Assert.Same(ManifestFacts.None, Of(text));

    [Theory]
    [InlineData("column\t9\t1\t1\tid")]
    [InlineData("dataset")]
    [InlineData("file\tx")]
    [InlineData("value\t1\t1\t1\t/a\tnumber")]
    [InlineData("problem\t99\t-5\t99999999999999999999\t\\")]
    [InlineData("stage\t1\t1\t1\t1\t\\\\\\\t=;=;;=\\")]
    [InlineData("brand-new\t1\t2\t3")]
    [InlineData("\t\t\t\t")]
    public void Lines_that_make_no_sense_stop_nothing(string line) =>
        Assert.Single(Of($"dataeng-facts\t1\n{line}\nfile\t1\ta.yml\tdbt\nproblem\t1\t1\t1\tfound\n{line}\n").Problems.Where(problem => problem.Message == "found"));

    [Fact]
    public void A_huge_line_is_left_out()
    {
        var facts = Of($"dataeng-facts\t1\nfile\t1\ta.yml\tdbt\nproblem\t1\t1\t1\t{new string('x', 100_000)}\nproblem\t1\t1\t1\tshort\n");
        Assert.Equal("short", facts.Problems.Single().Message);
    }

    private static ManifestFacts Read(params string[] lines) => Of(FactsFile.Of(lines));

    private static ManifestFacts Of(string text, string? folder = null) => FactsFileReader.Read(SourceText.From(text), folder, CancellationToken.None);
}
