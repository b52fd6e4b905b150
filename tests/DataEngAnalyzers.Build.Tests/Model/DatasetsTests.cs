using System.Linq;
using DataEngAnalyzers.Build.Model;
using Xunit;

namespace DataEngAnalyzers.Build.Tests.Model;

public sealed class DatasetsTests
{
    [Fact]
    public void Stages_of_different_projects_meet_in_their_datasets()
    {
        var assessment = AssessmentBuilderTests.Build(
            new LogText().Stage(Facts.Copy("raw.orders", "stg.orders", name: "Shop.Stage.Load", project: "Staging", columns: ["id"])).Collect("Staging"),
            new LogText().Stage(Facts.Copy("stg.orders", "dw.orders", name: "Shop.Dw.Load", project: "Dw", columns: ["id"])).Collect("Dw"));

        var shared = Assert.Single(assessment.Datasets, dataset => dataset.Name == "stg.orders");
        Assert.Equal("Staging/M:Shop.Orders.Load", Assert.Single(shared.Writers).Stage);
        Assert.Equal("Dw/M:Shop.Orders.Load", Assert.Single(shared.Readers).Stage);
        Assert.Equal(3, assessment.Datasets.Count);
    }

    [Fact]
    public void A_tables_declaration_gives_key_order_and_contract()
    {
        var facts = """
            {"name":"S.Load","project":"P","host":"console",
             "outputs":[{"dataset":{"kind":"table","namespace":"n","name":"t"},"mode":"append","columns":[{"name":"B"},{"name":"c"}]}],
             "tables":[{"dataset":{"kind":"table","namespace":"n","name":"t"},"key":["id"],"columns":[{"name":"id","type":"int","from":"DDL"},{"name":"b","type":"text","nullable":true,"from":"DDL"}]}]}
            """;

        var dataset = Assert.Single(AssessmentBuilderTests.Build(new LogText().Stage(facts).Collect()).Datasets);

        Assert.Equal([new Column("id", "int", null, true), new Column("b", "text", true, false), new Column("c", null, null, false)], dataset.Columns);
        Assert.Equal("id", Assert.Single(dataset.Key));
        Assert.Equal("DDL", Assert.Single(dataset.Contract));
    }

    [Fact]
    public void A_finding_is_joined_with_its_stage_and_its_dataset()
    {
        var assessment = AssessmentBuilderTests.Build(new LogText()
            .Stage(Facts.Copy("raw.orders", "dw.orders", columns: ["id"]), sites: [("Orders.cs", 9), ("Orders.cs", 10)])
            .Finding(dataset: "DW.orders")
            .Finding(line: 9, dataset: "orders", symbol: "M:Elsewhere", rule: "DEA2001")
            .Finding(line: 99, dataset: "rs", symbol: "M:Elsewhere", rule: "DEA2004")
            .Collect());

        var stage = Assert.Single(assessment.Stages).Id;
        Assert.Equal(["postgres://{ConnectionStrings:Dw}/dw.orders"], assessment.Findings.Single(finding => finding.Rule == "DEA1001").Datasets);
        Assert.Equal(2, assessment.Findings.Single(finding => finding.Rule == "DEA2001").Datasets.Count);
        Assert.Equal([stage], assessment.Findings.Single(finding => finding.Rule == "DEA2001").Stages);
        Assert.Empty(assessment.Findings.Single(finding => finding.Rule == "DEA2004").Datasets);
    }

    [Theory]
    [InlineData("append", "parameter", "blocked", 1)]
    [InlineData("upsert", "parameter", "ready", 0)]
    [InlineData("replacePartition", "full", "ready", 0)]
    [InlineData("upsert", "clock", "blocked", 1)]
    [InlineData("append", "watermark", "blocked", 2)]
    [InlineData("unknown", "parameter", "unknown", 0)]
    [InlineData("upsert", "unknown", "unknown", 0)]
    public void A_past_day_can_be_run_again_when_its_rows_can_be_chosen_and_written_twice(string mode, string window, string verdict, int obstacles)
    {
        var backfill = AssessmentBuilderTests.Build(new LogText().Stage(Facts.Copy("a.b", "c.d", mode: mode, window: window, columns: ["id"])).Collect()).Stages[0].Backfill;

        Assert.Equal((verdict, obstacles), (backfill.Verdict, backfill.Obstacles.Count));
    }

    [Fact]
    public void A_backfill_finding_stands_in_the_way()
    {
        var backfill = AssessmentBuilderTests.Build(new LogText().Stage(Facts.Copy("a.b", "c.d", mode: "upsert", columns: ["id"])).Finding(rule: "DEA5001", area: "Backfill", severity: "Medium").Collect()).Stages[0].Backfill;

        Assert.Equal(("blocked", "00000000000000a1"), (backfill.Verdict, Assert.Single(backfill.Obstacles).Finding));
    }

    [Fact]
    public void A_column_of_unknown_origin_is_a_gap()
    {
        var facts = """{"name":"S.Load","project":"P","outputs":[{"dataset":{"namespace":"n","name":"t"},"mode":"append","gaps":["rows come from a method that is not seen"],"columns":[{"name":"a"},{"name":"b","values":["clock"]},{"name":"c","gaps":["it is computed in SQL"]}]}]}""";

        var gaps = AssessmentBuilderTests.Build(new LogText().Stage(facts).Collect()).Gaps;

        Assert.Equal([null, "a", "c"], gaps.Select(gap => gap.Column));
    }

    [Theory]
    [InlineData("2")]
    [InlineData("")]
    public void Facts_of_an_unknown_version_are_told_and_left_out(string version)
    {
        var assessment = AssessmentBuilderTests.Build(new LogText().Stage(Facts.Copy("a.b", "c.d"), version: version).Collect());

        Assert.Empty(assessment.Stages);
        Assert.Single(assessment.Notes);
    }

    [Theory]
    [InlineData("postgres://{ConnectionStrings:Dw} = postgres://db1:5432/dw", "postgres://db1:5432/dw.a.b")]
    [InlineData("postgres://{ConnectionStrings:Dw} = postgres://db1:5432", "postgres://db1:5432/a.b")]
    [InlineData("postgres://{ConnectionStrings:Dw} = duckdb:///data/dw.duckdb", "duckdb:///data/dw.duckdb/a.b")]
    [InlineData("# nothing\n\n", "postgres://{ConnectionStrings:Dw}/a.b")]
    public void Namespaces_are_what_the_environment_says(string file, string expected)
    {
        var builder = new AssessmentBuilder(Namespaces.Read(file.Split('\n'), _ => Assert.Fail("every line is fine")));
        builder.Add(new LogText().Stage(Facts.Copy("a.b", "c.d")).Collect());

        Assert.Contains(expected, builder.Build().Datasets.Select(dataset => dataset.Id));
    }
}
