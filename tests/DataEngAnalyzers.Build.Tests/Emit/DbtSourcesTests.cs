using System;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace DataEngAnalyzers.Build.Tests.Emit;

public sealed class DbtSourcesTests
{
    private const string Path = "emit/dbt/models/_dataeng__sources.yml";

    [Fact]
    public void A_source_says_what_the_code_declares()
    {
        using var folder = new EmitFolder().With(TableStage.Orders()).Emit("dbt");

        Assert.Equal(
            """
            version: 2
            sources:
              - name: dw_public
                schema: public
                tables:
                  - name: orders
                    description: Written by Shop.Orders.Load
                    config:
                      loaded_at_field: loaded_at
                      freshness:
                        warn_after:
                          count: 1
                          period: day
                    columns:
                      - name: id
                        data_type: bigint
                        data_tests:
                          - not_null
                          - unique
                      - name: status
                        data_type: "character varying(20)"
                        data_tests:
                          - not_null
                          - accepted_values:
                              arguments:
                                values:
                                  - new
                                  - paid
                      - name: amount
                        data_type: "numeric(18,2)"
                      - name: email
                        data_type: text
                      - name: loaded_at
                        data_type: timestamp with time zone
                        data_tests:
                          - not_null

            """.ReplaceLineEndings("\n"),
            Content(folder.Read(Path)));
    }

    [Theory]
    [InlineData("1.7", "tests:", "accepted_values:\n                  values:", "\n        loaded_at_field: loaded_at")]
    [InlineData("1.9", "data_tests:", "accepted_values:\n                  values:", "\n        loaded_at_field: loaded_at")]
    [InlineData("1.10.5", "data_tests:", "accepted_values:\n                  arguments:", "\n        config:\n          loaded_at_field: loaded_at")]
    public void Older_versions_get_the_spelling_they_know(string version, string tests, string arguments, string loadedAt)
    {
        using var folder = new EmitFolder().With(TableStage.Orders()).Emit("dbt", dbt: version);

        var text = folder.Read(Path);
        Assert.Contains(" " + tests, text, StringComparison.Ordinal);
        Assert.Contains(arguments, text, StringComparison.Ordinal);
        Assert.Contains(loadedAt, text, StringComparison.Ordinal);
    }

    [SkippableTheory]
    [InlineData(null, "latest/dbt_yml_files-latest.json")]
    [InlineData(null, "latest_fusion/dbt_yml_files-latest-fusion.json")]
    [InlineData("1.7", "1.7/dbt_yml_files-1.7.json")]
    public async Task The_published_schemas_take_it(string? version, string schema)
    {
        OfficialSchemas.SkipWithout();
        using var folder = new EmitFolder().With(TableStage.Orders(TableStage.Column("it's \"q\": {x}", "int", false))).Emit("dbt", dbt: version);

        Assert.Empty(await OfficialSchemas.JudgeFile("dbt/yaml/" + schema, YamlJson.Parse(folder.Read(Path))));
    }

    [SkippableFact]
    public async Task The_published_schema_refuses_a_source_without_a_name()
    {
        OfficialSchemas.SkipWithout();
        using var folder = new EmitFolder().With(TableStage.Orders()).Emit("dbt");

        Assert.NotEmpty(await OfficialSchemas.JudgeFile("dbt/yaml/latest/dbt_yml_files-latest.json", YamlJson.Parse(folder.Read(Path).Replace("- name: dw_public", "- schema2: x", StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("1e3")]
    [InlineData("12:30:45")]
    [InlineData("No")]
    [InlineData("a: b # c")]
    [InlineData("- \"x\" 'y'")]
    [InlineData("tab\tand\nline")]
    [InlineData("größe 🛒")]
    public void A_hostile_name_is_read_as_it_is(string name)
    {
        using var folder = new EmitFolder().With(TableStage.Of("public." + name.Replace(".", "", StringComparison.Ordinal), [TableStage.Column(name, "int")])).Emit("dbt");

        var table = YamlJson.Parse(folder.Read(Path))["sources"]![0]!["tables"]![0]!;
        Assert.Equal(name, (string?)(table["identifier"] ?? table["name"]));
        Assert.Equal(name, (string?)table["columns"]![0]!["name"]);
    }

    [Fact]
    public void A_name_that_dbt_takes_for_a_template_is_left_out_and_told()
    {
        using var folder = new EmitFolder().With(TableStage.Of("public.a", [TableStage.Column("{{ x }}", "int"), TableStage.Column("b", "int")])).Emit("dbt");

        Assert.Equal(["b"], YamlJson.Parse(folder.Read(Path))["sources"]![0]!["tables"]![0]!["columns"]!.AsArray().Select(column => (string?)column!["name"]));
    }

    [Fact]
    public void A_table_without_a_schema_is_no_source()
    {
        using var folder = new EmitFolder().With(TableStage.Of("orders", [TableStage.Column("id", "int")], ns: "{database}")).Emit("dbt");

        Assert.False(folder.Has(Path));
        Assert.Contains(folder.Said, said => said.Contains("orders has no schema", StringComparison.Ordinal));
    }

    [Fact]
    public void Local_time_is_no_time_of_loading()
    {
        using var folder = new EmitFolder().With(TableStage.Of("public.orders", [TableStage.Column("at", "datetime")], written: [TableStage.Clock("at", "local")])).Emit("dbt");

        Assert.DoesNotContain("loaded_at_field", folder.Read(Path), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("none", null)]
    [InlineData("6h", "count: 6\n              period: hour")]
    public void How_fresh_a_source_must_be_can_be_set(string freshness, string? expected)
    {
        using var folder = new EmitFolder().With(TableStage.Orders()).Emit("dbt", freshness: freshness);

        Assert.Equal(expected is not null, folder.Read(Path).Contains("freshness", StringComparison.Ordinal));
        Assert.Contains(expected ?? "loaded_at_field", folder.Read(Path), StringComparison.Ordinal);
    }

    [Fact]
    public void It_goes_into_the_project_that_is_there()
    {
        using var folder = new EmitFolder().With(TableStage.Orders()).Put("warehouse/dbt_project.yml", "name: w\n").Emit("dbt");

        Assert.True(folder.Has("warehouse/models/_dataeng__sources.yml"));
        Assert.False(folder.Has(Path));
    }

    [Theory]
    [InlineData("src/dbt", true)]
    [InlineData("samples/dbt", false)]
    public void Without_a_word_only_a_project_below_the_code_is_meant(string project, bool isMeant)
    {
        using var folder = new EmitFolder().With(TableStage.Orders(), file: "src/Etl.cs").Put(project + "/dbt_project.yml", "name: w\n").Emit("dbt", searchesNearCode: true);

        Assert.Equal(isMeant, folder.Has(project + "/models/_dataeng__sources.yml"));
        Assert.Equal(!isMeant, folder.Has(Path));
    }

    [Fact]
    public void Of_two_projects_as_near_none_is_meant()
    {
        using var folder = new EmitFolder().With(TableStage.Orders()).Put("a/dbt_project.yml", "").Put("b/dbt_project.yml", "").Emit("dbt");

        Assert.True(folder.Has(Path));
        Assert.Equal("Several projects of dbt are as near (a, b); DataEngManifestRoot says which is meant", Assert.Single(folder.Warnings));
    }

    private static string Content(string text) => string.Join("\n", text.Split('\n').Where(line => !line.TrimStart().StartsWith('#')));
}
