using System;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using DataEngAnalyzers.Build.Manifests.Facts;
using DataEngAnalyzers.Build.Manifests.Gx;
using Xunit;

namespace DataEngAnalyzers.Build.Tests.Emit;

public sealed class GxSuiteTests
{
    private const string Path = "emit/gx/expectations/dw_public_orders.json";

    [Fact]
    public void A_suite_says_what_the_code_declares()
    {
        using var folder = new EmitFolder().With(TableStage.Orders()).Emit("gx");

        var suite = JsonNode.Parse(folder.Read(Path))!;
        Assert.Equal("dw_public_orders", (string?)suite["name"]);
        Assert.Equal(
            [
                """expect_table_columns_to_match_set {"column_set":["id","status","amount","email","loaded_at"],"exact_match":true}""",
                """expect_column_values_to_not_be_null {"column":"id"}""",
                """expect_column_values_to_be_unique {"column":"id"}""",
                """expect_column_values_to_not_be_null {"column":"status"}""",
                """expect_column_values_to_be_in_set {"column":"status","value_set":["new","paid"]}""",
                """expect_column_value_lengths_to_be_between {"column":"status","max_value":20}""",
                """expect_column_values_to_be_between {"column":"amount","min_value":0,"max_value":99999.99}""",
                """expect_column_values_to_match_regex {"column":"email","regex":"^[^@]\u002B@[^@]\u002B$"}""",
                """expect_column_values_to_not_be_null {"column":"loaded_at"}""",
            ],
            suite["expectations"]!.AsArray().Select(expectation => $"{expectation!["type"]} {expectation["kwargs"]!.ToJsonString()}"));
    }

    [Fact]
    public void Several_columns_of_a_key_are_unique_together()
    {
        using var folder = new EmitFolder().With(TableStage.Of("public.lines", [TableStage.Column("order_id"), TableStage.Column("line_no")], ["order_id", "line_no"], isPartial: true)).Emit("gx");

        var text = folder.Read("emit/gx/expectations/dw_public_lines.json");
        Assert.Contains("expect_compound_columns_to_be_unique", text, StringComparison.Ordinal);
        Assert.Contains("\"exact_match\": false", text, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task The_published_schemas_take_each_expectation()
    {
        OfficialSchemas.SkipWithout();
        using var folder = new EmitFolder().With(TableStage.Orders()).Emit("gx");

        foreach (var expectation in JsonNode.Parse(folder.Read(Path))!["expectations"]!.AsArray())
            Assert.Empty(await OfficialSchemas.JudgeFile(SchemaOf(expectation!), expectation!["kwargs"]!));
    }

    [SkippableFact]
    public async Task The_published_schemas_refuse_an_argument_of_another_type()
    {
        OfficialSchemas.SkipWithout();
        using var folder = new EmitFolder().With(TableStage.Orders()).Emit("gx");
        var expectation = JsonNode.Parse(folder.Read(Path))!["expectations"]![1]!;
        expectation["kwargs"]!["column"] = 1;

        Assert.NotEmpty(await OfficialSchemas.JudgeFile(SchemaOf(expectation), expectation["kwargs"]!));
    }

    [Theory]
    [InlineData("0.18", "")]
    [InlineData(null, "config_version: 3.0\n")]
    public void The_old_format_is_written_when_it_is_asked_for_or_found(string? version, string project)
    {
        using var folder = new EmitFolder().With(TableStage.Orders()).Put("gx/great_expectations.yml", project).Emit("gx", gx: version);

        var suite = JsonNode.Parse(folder.Read("gx/expectations/dw_public_orders.json"))!.AsObject();
        Assert.Equal("dw_public_orders", (string?)suite["expectation_suite_name"]);
        Assert.All(suite["expectations"]!.AsArray(), expectation => Assert.NotNull(expectation!["expectation_type"]));
        Assert.False(suite.ContainsKey("name"));
    }

    [Fact]
    public void Twice_gives_the_same_bytes()
    {
        using var folder = new EmitFolder().With(TableStage.Orders()).Emit("gx");
        var first = folder.Files();

        Assert.Equal(first, folder.Emit("gx").Files());
    }

    [Fact]
    public void What_people_change_add_or_take_out_stays_and_the_rest_follows_the_code()
    {
        using var folder = new EmitFolder().With(TableStage.Orders()).Emit("gx");
        var suite = JsonNode.Parse(folder.Read(Path))!;
        var expectations = suite["expectations"]!.AsArray();
        expectations[4]!["kwargs"]!["mostly"] = 0.99;
        expectations.RemoveAt(2);
        expectations.Add(JsonNode.Parse("""{"type":"expect_column_mean_to_be_between","kwargs":{"column":"amount","min_value":1}}"""));
        folder.Put(Path, suite.ToJsonString());

        folder.Anew().With(TableStage.Orders(TableStage.Column("region", nullable: false))).Emit("gx");

        var lines = JsonNode.Parse(folder.Read(Path))!["expectations"]!.AsArray().Select(expectation => $"{expectation!["type"]} {expectation["kwargs"]!.ToJsonString()}").ToList();
        Assert.Contains("""expect_column_values_to_be_in_set {"column":"status","value_set":["new","paid"],"mostly":0.99}""", lines);
        Assert.Single(lines, line => line.StartsWith("expect_column_values_to_be_in_set", StringComparison.Ordinal));
        Assert.Contains("""expect_column_mean_to_be_between {"column":"amount","min_value":1}""", lines);
        Assert.DoesNotContain("""expect_column_values_to_be_unique {"column":"id"}""", lines);
        Assert.Contains("""expect_column_values_to_not_be_null {"column":"region"}""", lines);
        Assert.False(folder.Has(Path + ".dataeng.new"));

        var once = folder.Files();
        Assert.Equal(once, folder.Emit("gx").Files());
    }

    [Fact]
    public void A_suite_of_somebody_else_stays()
    {
        using var folder = new EmitFolder().With(TableStage.Orders()).Put(Path, """{"name":"dw_public_orders","expectations":[]}""").Emit("gx");

        Assert.Equal("""{"name":"dw_public_orders","expectations":[]}""", folder.Read(Path));
        Assert.True(folder.Has(Path + ".dataeng.new"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("0.18")]
    public void The_reader_finds_what_was_written(string? version)
    {
        using var folder = new EmitFolder().With(TableStage.Orders()).Emit("gx", gx: version);

        var facts = SuiteReader.Read(Path, folder.Read(Path));

        Assert.Empty(facts.Problems);
        var checks = Assert.Single(facts.Datasets).Checks;
        Assert.DoesNotContain(checks, check => check.Kind == CheckKinds.UnknownType);
        Assert.Contains(checks, check => check.Kind == CheckKinds.Unique && check.Columns.SequenceEqual(["id"]));
        Assert.Contains(checks, check => check.Kind == CheckKinds.Accepted && check.Arguments.SequenceEqual(["new", "paid"]));
    }

    private static string SchemaOf(JsonNode expectation) =>
        $"gx/1.2.0-expectations/{string.Concat(((string)expectation["type"]!).Split('_').Select(word => char.ToUpperInvariant(word[0]) + word[1..]))}.json";
}
