using System.Linq;
using DataEngAnalyzers.Build.Manifests.Dbt;
using DataEngAnalyzers.Build.Manifests.Facts;
using Xunit;

namespace DataEngAnalyzers.Build.Tests.Manifests;

public sealed class PropertyReaderTests
{
    [Fact]
    public void A_source_is_a_dataset_a_table_named_by_identifier_schema_and_database()
    {
        var facts = Read("""
            version: 2
            sources:
              - name: shop
                database: lake
                schema: raw
                loaded_at_field: _at
                config:
                  freshness: { warn_after: { count: 12, period: hour } }
                tables:
                  - name: orders
                    identifier: orders_v1
                  - name: returns
                    freshness: null
                    loaded_at_field: loaded
            """);

        Assert.Equal(
            [
                "dataset|1|1|11|21|dbt-source|lake|raw|orders_v1|freshness=yes;loaded_at=_at;source=shop;table=orders",
                "dataset|2|1|12|15|dbt-source|lake|raw|returns|freshness=no;loaded_at=loaded;source=shop;table=returns",
            ],
            FactLines.Of(facts, "dataset"));
    }

    [Theory]
    [InlineData("{ name: raw, tables: [ { name: t } ] }", "||raw|t")]
    [InlineData("{ name: raw, schema: \"{{ var('s') }}\", tables: [ { name: t } ] }", "|||t")]
    [InlineData("{ name: raw, database: \"{{ target.database }}\", tables: [ { name: t } ] }", "||raw|t")]
    public void What_Jinja_decides_is_unknown(string source, string name) =>
        Assert.Contains("|dbt-source" + name + "|", Assert.Single(FactLines.Of(Read($"sources:\n  - {source}"), "dataset")), System.StringComparison.Ordinal);

    [Theory]
    [InlineData("sources: [ { name: s, enabled: false, tables: [ { name: t } ] } ]")]
    [InlineData("sources: [ { name: s, tables: [ { name: t, config: { enabled: false } } ] } ]")]
    [InlineData("models: [ { name: m, config: { enabled: false } } ]")]
    [InlineData("exposures: [ { name: e } ]")]
    [InlineData("version: 2")]
    [InlineData("- sources")]
    [InlineData("sources: x")]
    public void What_dbt_leaves_out_says_nothing(string text) => Assert.True(Read(text).IsEmpty);

    [Fact]
    public void Columns_have_types_and_constraints()
    {
        var facts = Read("""
            models:
              - name: orders
                config: { contract: { enforced: true }, unique_key: [id, day] }
                access: private
                constraints: [ { type: primary_key, columns: [id] } ]
                columns:
                  - { name: id, data_type: bigint }
                  - { name: paid_at, data_type: timestamp_tz, constraints: [ { type: not_null } ] }
                  - { name: payload.inner, data_type: string }
            """);

        Assert.Equal(
            [
                "dataset|1|1|2|11|dbt-model|||orders|access=private;enforced=yes;model=orders;unique_key=id,day",
                "column|1|7|17|id|bigint|int|no|",
                "column|1|8|17|paid_at|timestamp_tz|timestamptz|no|",
                "check|1|5|20|unique|id",
            ],
            FactLines.Of(facts, "dataset", "column", "check"));
    }

    [Theory]
    [InlineData("data_tests: [not_null, unique]", "not_null|c", "unique|c")]
    [InlineData("tests: [ { accepted_values: { values: [a, b] } } ]", "accepted|c|a|b")]
    [InlineData("data_tests: [ { accepted_values: { arguments: { values: [1, 2] } } } ]", "accepted|c|1|2")]
    [InlineData("data_tests: [ { name: n, test_name: accepted_values, arguments: { values: [x] } } ]", "accepted|c|x")]
    [InlineData("data_tests: [ { relationships: { to: ref('customers'), field: id } } ]", "relationship|c|ref('customers')|id")]
    [InlineData("data_tests: [ { dbt_utils.accepted_range: { min_value: 0, inclusive: false } } ]", "range|c|0||yes|yes")]
    [InlineData("data_tests: [ { dbt_expectations.expect_column_value_lengths_to_equal: { value: 2 } } ]", "length|c|2|2")]
    [InlineData("data_tests: [ { not_null: { where: \"id > 1\" } } ]")]
    [InlineData("data_tests: [ { not_null: { config: { where: \"id > 1\" } } } ]")]
    [InlineData("data_tests: [ { not_null: { config: { enabled: false } } } ]")]
    [InlineData("data_tests: [ { not_null: { config: { severity: warn } } } ]", "not_null|c")]
    [InlineData("data_tests: [ { my_own: { x: 1 } } ]")]
    public void Tests_of_a_column_are_read_in_all_their_forms(string tests, params string[] checks) =>
        Assert.Equal(checks, FactLines.Checks(Read($$"""
            models:
              - name: m
                columns: [ { name: c, {{tests}} } ]
            """)));

    [Theory]
    [InlineData("{ unique: { column_name: id } }", "unique|id")]
    [InlineData("{ dbt_utils.unique_combination_of_columns: { combination_of_columns: [a, b] } }", "unique|a,b")]
    [InlineData("{ dbt_expectations.expect_table_columns_to_match_set: { column_set: [a] } }", "columns-set|a|exact")]
    public void Tests_of_a_model_are_read_too(string test, string check) =>
        Assert.Equal([check], FactLines.Checks(Read($"models:\n  - name: m\n    data_tests: [ {test} ]")));

    [Fact]
    public void A_version_of_a_model_is_a_relation_of_its_own_with_the_columns_it_keeps()
    {
        var facts = Read("""
            models:
              - name: dim
                columns: [ { name: a }, { name: b } ]
                versions:
                  - v: 1
                    deprecation_date: 2024-01-01
                  - v: 2
                    columns: [ { include: all, exclude: [b] }, { name: c, data_type: date } ]
            """);

        Assert.Equal(["dim_v1", "dim_v2"], facts.Datasets.Select(dataset => dataset.Name));
        Assert.Equal("2024-01-01", facts.Datasets[0].Details["deprecation"]);
        Assert.Equal(["a", "b"], facts.Datasets[0].Columns.Select(column => column.Name));
        Assert.Equal(["a", "c"], facts.Datasets[1].Columns.Select(column => column.Name));
    }

    [Theory]
    [InlineData("varchar(20)", "", "String")]
    [InlineData("NUMBER(38, 0)", "", "Decimal")]
    [InlineData("double precision", "", "Float")]
    [InlineData("timestamp", "", "Timestamp")]
    [InlineData("timestamp", "bigquery", "TimestampTz")]
    [InlineData("datetime", "bigquery", "Timestamp")]
    [InlineData("timestamp with time zone", "", "TimestampTz")]
    [InlineData("text[]", "", "Array")]
    [InlineData("array<string>", "", "Array")]
    [InlineData("struct<a int>", "", "Unknown")]
    public void A_type_has_a_family(string type, string adapter, string family) =>
        Assert.Equal(family, SqlTypes.FamilyOf(type, adapter).ToString());

    [Fact]
    public void Only_files_below_a_dbt_project_are_dbts()
    {
        const string sources = "sources: [ { name: s, tables: [ { name: t } ] } ]";

        var files = DbtProject.Read(
        [
            FactLines.Input("models/api.yml", Tools.Dbt, "a: [b\nc: d"),
            FactLines.Input("warehouse/dbt_project.yml", Tools.Dbt, "name: warehouse"),
            FactLines.Input("warehouse/models/sources.yml", Tools.Dbt, sources),
        ]);

        Assert.Equal(["warehouse/models/sources.yml"], files.Select(file => file.Path));
    }

    private static FileFacts Read(string text) => PropertyReader.Read("models/m.yml", text);
}
