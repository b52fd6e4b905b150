using System.Linq;
using DataEngAnalyzers.Build.Manifests.Facts;
using DataEngAnalyzers.Build.Manifests.Gx;
using Xunit;

namespace DataEngAnalyzers.Build.Tests.Manifests;

public sealed class GxProjectTests
{
    private const string Project = """
        fluent_datasources:
          warehouse:
            type: postgres
            assets:
              orders_asset: { type: table, table_name: orders, schema_name: raw }
              returns_asset: { type: table, table_name: returns }
              query_asset: { type: query, query: select 1 }
          old:
            assets:
              - { name: listed, type: table, table_name: customers }
        """;

    [Theory]
    [InlineData("orders_asset", "raw.orders")]
    [InlineData("returns_asset", "returns")]
    [InlineData("query_asset", "checks")]
    [InlineData("nobodys", "checks")]
    public void A_validation_definition_ties_a_suite_to_its_table(string asset, string table)
    {
        var suite = Read(("gx/validation_definitions/v.json", Definition(asset)));

        Assert.Equal(table, suite.Name);
        Assert.Equal(table != "checks", suite.Details.ContainsKey("linked"));
        Assert.Equal("checks", suite.Details["suite"]);
    }

    [Fact]
    public void A_checkpoint_of_the_older_version_does_so_too() =>
        Assert.Equal("customers", Read(("gx/checkpoints/c.yml", """
            validations:
              - batch_request: { datasource_name: old, data_asset_name: listed }
                expectation_suite_name: checks
            """)).Name);

    [Fact]
    public void A_suite_of_several_tables_is_tied_to_none() =>
        Assert.Equal("checks", Read(("gx/validation_definitions/a.json", Definition("orders_asset")), ("gx/validation_definitions/b.json", Definition("returns_asset"))).Name);

    [Fact]
    public void A_broken_definition_ties_nothing() =>
        Assert.Equal("checks", Read(("gx/validation_definitions/a.json", "{")).Name);

    private static string Definition(string asset) =>
        $$"""{ "name": "v", "data": { "datasource": { "name": "warehouse" }, "asset": { "name": "{{asset}}" } }, "suite": { "name": "checks" } }""";

    private static DatasetFact Read(params (string Path, string Text)[] runs) => GxProject.Read(
    [
        FactLines.Input("gx/great_expectations.yml", Tools.GreatExpectations, Project),
        FactLines.Input("gx/expectations/checks.json", Tools.GreatExpectations, """{ "name": "checks", "expectations": [] }"""),
        .. runs.Select(run => FactLines.Input(run.Path, Tools.GreatExpectations, run.Text)),
    ]).Single().Datasets.Single();
}
