using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Lineage;

public sealed class NoDbtSourceTests() : RuleTests("DEA4003")
{
    private const string Path = "models/sources.yml";
    private const string Write = """db.[|Execute|]("INSERT INTO raw.sales (id, amount) VALUES (@Id, @Amount) ON CONFLICT DO NOTHING", sales);""";

    private void DeclareSource(string place, string schema, string table, params string[] further) =>
        Declare([$"file | 1 | {Path} | dbt", $"dataset | 1 | 1 | {place} | dbt-source | | {schema} | {table} | source=raw", .. further]);

    [Theory]
    [InlineData("raw", "orders")]
    [InlineData("RAW", "sale")]
    public Task A_table_of_a_schema_that_dbt_reads_is_reported(string schema, string table)
    {
        DeclareSource("4 | 15", schema, table);
        return Reports(Write);
    }

    [Theory]
    [InlineData("public")]
    [InlineData("dbo")]
    public Task A_table_of_the_default_schema_is_reported(string schema)
    {
        DeclareSource("4 | 15", schema, "orders");
        return Reports("""await db.[|ExecuteAsync|]("INSERT INTO sales (id) VALUES (@Id)", sales);""");
    }

    [Fact]
    public Task A_bulk_load_is_reported()
    {
        DeclareSource("4 | 15", "raw", "orders");
        return Reports("""
            using var bulk = new SqlBulkCopy(sqlServer) { DestinationTableName = "raw.sales" };
            bulk.[|WriteToServer|](new DataTable());
            """);
    }

    [Theory]
    [InlineData("raw", "sales")]
    [InlineData("raw", "SALES")]
    [InlineData("mart", "orders")]
    [InlineData("", "sales")]
    [InlineData("", "orders")]
    public Task A_table_that_dbt_declares_or_has_no_business_with_is_not(string schema, string table)
    {
        DeclareSource("4 | 15", schema, table);
        return StaysQuiet(Write.Replace("[|", "").Replace("|]", ""));
    }

    [Fact]
    public Task A_model_is_known_to_dbt_as_well()
    {
        DeclareSource("4 | 15", "raw", "orders", "dataset | 2 | 1 | 9 | 9 | dbt-model | | | sales |");
        return StaysQuiet(Write.Replace("[|", "").Replace("|]", ""));
    }

    [Theory]
    [InlineData("raw.sales_staging")]
    [InlineData("raw.load_log")]
    [InlineData("raw.watermark")]
    [InlineData("raw.tmp_sales")]
    public Task Tables_on_the_way_and_books_of_the_load_are_not(string table)
    {
        DeclareSource("4 | 15", "raw", "orders");
        return StaysQuiet($$"""db.Execute("INSERT INTO {{table}} (id) VALUES (@Id)", sales);""");
    }

    [Fact]
    public Task Without_a_source_of_dbt_nothing_is_reported()
    {
        Declare("file | 1 | models/marts.yml | dbt", "dataset | 1 | 1 | 9 | 9 | dbt-model | | raw | orders |");
        return StaysQuiet(Write.Replace("[|", "").Replace("|]", ""));
    }

    [Fact]
    public Task The_fix_adds_the_table_behind_the_others_and_keeps_comments_and_style()
    {
        Files["schema.sql"] = "CREATE TABLE raw.sales (id int, amount numeric(12,2));";
        DeclareSource("7 | 17", "raw", "orders");
        return FixesFile(
            Write,
            Path,
            """
            version: 2
            sources:
                # what the loaders bring
                - name: raw
                  schema: raw   # not the name
                  tables:
                      - name: orders
                        columns: [{name: id}]

                      # the last one
                      - name: "returns"
                        description: >
                            two
                            lines

                - name: other
                  tables:
                      - name: x
            """,
            """
            version: 2
            sources:
                # what the loaders bring
                - name: raw
                  schema: raw   # not the name
                  tables:
                      - name: orders
                        columns: [{name: id}]

                      # the last one
                      - name: "returns"
                        description: >
                            two
                            lines
                      - name: sales
                        columns:
                          - name: id
                            data_type: int
                          - name: amount
                            data_type: numeric(12,2)

                - name: other
                  tables:
                      - name: x
            """);
    }

    [Fact]
    public Task The_fix_works_at_the_end_of_the_file_and_with_an_identifier_of_its_own()
    {
        DeclareSource("6 | 19", "raw", "tbl_orders");
        return FixesFile(
            Write,
            Path,
            "sources:\n- name: raw\n  tables:\n  - name: orders\n    # renamed\n    identifier:   tbl_orders",
            "sources:\n- name: raw\n  tables:\n  - name: orders\n    # renamed\n    identifier:   tbl_orders\n  - name: sales\n    columns:\n      - name: id\n      - name: amount");
    }

    [Fact]
    public Task A_list_in_one_line_is_left_alone()
    {
        DeclareSource("1 | 45", "raw", "orders");
        const string Text = "sources: [{name: raw, tables: [{name:       orders}]}]\n";
        return FixesFile(Write, Path, Text, Text);
    }

    [Fact]
    public Task The_fix_finds_the_list_where_the_build_has_read_it()
    {
        const string Before = """
            sources:
              - name: raw
                tables:
                  - description: what was ordered
                    name: orders
                  - name: returns
                    columns:
                      - name: id
            models:
              - name: stg_orders
            """;
        DeclareFile(Path, Before);
        return FixesFile(Write, Path, Before, Before.Replace("models:", "      - name: sales\n        columns:\n          - name: id\n          - name: amount\nmodels:", System.StringComparison.Ordinal));
    }
}
