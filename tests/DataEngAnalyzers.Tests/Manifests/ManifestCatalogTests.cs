using System.Linq;
using DataEngAnalyzers.Manifests;
using DataEngAnalyzers.Pipeline;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Manifests;

/// <summary>Which dataset of a file a table of the code is.</summary>
public sealed class ManifestCatalogTests
{
    [Theory]
    [InlineData("raw.orders", "| raw | orders", true)]
    [InlineData("RAW.Orders", "| raw | orders", true)]
    [InlineData("dwh.raw.orders", "dwh | raw | orders", true)]
    [InlineData("dwh.raw.orders", "| raw | orders", true)]
    [InlineData("dwh.raw.orders", "lake | raw | orders", false)]
    [InlineData("raw.orders", "| mart | orders", false)]
    [InlineData("orders", "| raw | orders", false)]
    [InlineData("orders", "| public | orders", true)]
    [InlineData("public.orders", "| | orders", false)]
    [InlineData("raw.order", "| raw | orders", false)]
    public void A_table_is_found_when_nothing_is_left_open(string table, string declared, bool isFound) =>
        Assert.Equal(isFound, Of($"dataset | 1 | 1 | 1 | 1 | dbt-source | {declared} |").Find(new Dataset(DatasetKind.Table, table), DatasetRole.DbtSource) is not null);

    [Theory]
    [InlineData("dbo.orders", true)]
    [InlineData("orders", true)]
    [InlineData("raw.orders", false)]
    public void A_table_of_revisions_without_a_schema_lies_in_the_default_one(string table, bool isFound) =>
        Assert.Equal(isFound, Of("dataset | 1 | 1 | 1 | 1 | alembic-table | | | orders | known=yes").Find(new Dataset(DatasetKind.Table, table), DatasetRole.AlembicTable) is not null);

    [Theory]
    [InlineData("orders", true)]
    [InlineData("raw.orders", true)]
    [InlineData("raw_orders", true)]
    [InlineData("orders.warning", true)]
    [InlineData("raw_orders_suite", true)]
    [InlineData("mart_orders", false)]
    [InlineData("nightly", false)]
    public void A_suite_is_about_the_table_of_its_name(string suite, bool isFound) =>
        Assert.Equal(isFound, Of($"dataset | 1 | 1 | 1 | 1 | gx-suite | | | {suite} |").Find(new Dataset(DatasetKind.Table, "raw.orders"), DatasetRole.GxSuite) is not null);

    [Fact]
    public void Several_suites_may_be_about_one_table() => Assert.Equal(
        ["orders.warning", "raw.orders"],
        Of("dataset | 1 | 1 | 1 | 1 | gx-suite | | | orders.warning |\ndataset | 2 | 1 | 1 | 1 | gx-suite | | | raw.orders |\ndataset | 3 | 1 | 1 | 1 | gx-suite | | | raw.returns |")
            .SuitesOf(new Dataset(DatasetKind.Table, "raw.orders")).Select(suite => suite.Name));

    [Theory]
    [InlineData("raw", "orders", true)]
    [InlineData("mart", "orders", false)]
    [InlineData("raw", "nightly", false)]
    [InlineData("", "raw.orders", true)]
    [InlineData("", "dwh.raw.orders", true)]
    [InlineData("", "mart.orders", false)]
    public void A_suite_that_is_tied_to_a_table_is_about_that_one(string schema, string name, bool isFound) =>
        Assert.Equal(isFound, Of($"dataset | 1 | 1 | 1 | 1 | gx-suite | | {schema} | {name} | linked=yes;suite=nightly").Find(new Dataset(DatasetKind.Table, "raw.orders"), DatasetRole.GxSuite) is not null);

    [Fact]
    public void A_suite_that_is_tied_to_the_default_schema_is_about_the_table_without_one() =>
        Assert.NotNull(Of("dataset | 1 | 1 | 1 | 1 | gx-suite | | | public.orders | linked=yes;suite=nightly").Find(new Dataset(DatasetKind.Table, "orders"), DatasetRole.GxSuite));

    [Fact]
    public void A_suite_called_as_several_tables_are_is_about_none()
    {
        const string Suite = "dataset | 1 | 1 | 1 | 1 | gx-suite | | | orders |\ndataset | 2 | 1 | 1 | 1 | dbt-source | | raw | orders |";
        Assert.NotNull(Of(Suite).Find(new Dataset(DatasetKind.Table, "raw.orders"), DatasetRole.GxSuite));
        Assert.Null(Of(Suite).Find(new Dataset(DatasetKind.Table, "mart.orders"), DatasetRole.GxSuite));
    }

    [Theory]
    [InlineData("mart.orders", "", true)]
    [InlineData("orders", "", false)]
    [InlineData("public.orders", "", false)]
    [InlineData("mart.orders", "mart", true)]
    [InlineData("raw.orders", "mart", false)]
    public void A_model_is_found_by_its_name_in_a_schema_that_somebody_chose(string table, string schema, bool isFound) =>
        Assert.Equal(isFound, Of($"dataset | 1 | 1 | 1 | 1 | dbt-model | | {schema} | orders |").Find(new Dataset(DatasetKind.Table, table), DatasetRole.DbtModel) is not null);

    [Fact]
    public void A_suite_is_about_the_table_that_the_user_names()
    {
        var manifests = Of("dataset | 1 | 1 | 1 | 1 | gx-suite | | | Nightly |", ("dataeng.suite.nightly", "raw.orders"));
        Assert.NotNull(manifests.Find(new Dataset(DatasetKind.Table, "raw.orders"), DatasetRole.GxSuite));
    }

    [Fact]
    public void Two_datasets_of_one_name_are_none() =>
        Assert.Null(Of("dataset | 1 | 1 | 1 | 1 | dbt-source | | raw | orders |\ndataset | 2 | 1 | 5 | 1 | dbt-source | | raw | orders |").Find(new Dataset(DatasetKind.Table, "raw.orders"), DatasetRole.DbtSource));

    [Fact]
    public void Files_and_tables_with_holes_are_not_looked_up()
    {
        var manifests = Of("dataset | 1 | 1 | 1 | 1 | alembic-table | | | orders |");
        Assert.Null(manifests.Find(new Dataset(DatasetKind.File, "orders"), DatasetRole.AlembicTable));
        Assert.Null(manifests.Find(new Dataset(DatasetKind.Table, "orders", HasHole: true), DatasetRole.AlembicTable));
    }

    private static ManifestCatalog Of(string facts, params (string Key, string Value)[] options) =>
        Code.OfFiles("class C { }", options, (FactsFile.Path, FactsFile.Of("file | 1 | models/sources.yml | dbt", facts))).Context.Manifests;
}
