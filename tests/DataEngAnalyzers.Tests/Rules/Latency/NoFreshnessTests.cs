using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Latency;

public sealed class NoFreshnessTests() : RuleTests("DEA6007")
{
    private const string Path = "models/sources.yml";

    private void DeclareSource(string values) => Declare($"file | 1 | {Path} | dbt", $"dataset | 1 | 1 | 4 | 13 | dbt-source | | raw | sales | {values}");

    [Fact]
    public Task A_source_that_is_filled_and_has_no_freshness_is_reported()
    {
        DeclareSource("freshness=no");
        return Reports("""await db.[|ExecuteAsync|]("INSERT INTO raw.sales (id) VALUES (@Id)", sales);""");
    }

    [Theory]
    [InlineData("freshness=yes", "raw.sales")]
    [InlineData("", "raw.sales")]
    [InlineData("freshness=no", "mart.sales")]
    [InlineData("freshness=no", "sales")]
    public Task Others_are_not(string values, string table)
    {
        DeclareSource(values);
        return StaysQuiet($$"""db.Execute("INSERT INTO {{table}} (id) VALUES (@Id)", sales);""");
    }

    [Fact]
    public Task The_fix_declares_a_day_for_the_column_of_the_load()
    {
        DeclareSource("freshness=no");
        return FixesFile(
            """foreach (var sale in sales) db.[|Execute|]("INSERT INTO raw.sales (id, sold_at, loaded_at) VALUES (@Id, @SoldAt, @now)", new { sale.Id, sale.SoldAt, now = DateTime.UtcNow });""",
            Path,
            "sources:\r\n- name: raw\r\n  tables:\r\n  - name:   sales # by the loader\r\n    columns:\r\n      - name: id\r\n  # next\r\n  - name: other\r\n",
            "sources:\r\n- name: raw\r\n  tables:\r\n  - name:   sales # by the loader\r\n    columns:\r\n      - name: id\r\n    config:\r\n      loaded_at_field: loaded_at\r\n      freshness:\r\n        warn_after: {count: 24, period: hour}\r\n  # next\r\n  - name: other\r\n");
    }

    [Fact]
    public Task The_fix_takes_the_column_that_dbt_knows()
    {
        DeclareSource("freshness=no;loaded_at=sold_at");
        return FixesFile(
            """db.[|Execute|]("INSERT INTO raw.sales (id, sold_at) VALUES (@Id, @SoldAt)", sales);""",
            Path,
            "sources:\n- name: raw\n  tables:\n  - name:   sales\n    loaded_at_field: sold_at",
            "sources:\n- name: raw\n  tables:\n  - name:   sales\n    loaded_at_field: sold_at\n    config:\n      freshness:\n        warn_after: {count: 24, period: hour}");
    }

    [Theory]
    [InlineData("INSERT INTO raw.sales (id) VALUES (@Id)", "sources:\n- name: raw\n  tables:\n  - name:   sales\n")]
    [InlineData("INSERT INTO raw.sales (id, loaded_at) VALUES (@Id, @SoldAt)", "sources:\n- name: raw\n  tables:\n  - name:   sales\n    config: {tags: [a]}\n")]
    public Task Without_a_column_or_beside_another_config_no_fix_is_offered(string sql, string file)
    {
        DeclareSource("freshness=no");
        return FixesFile($$"""db.[|Execute|]("{{sql}}", sales);""", Path, file, file);
    }

    [Fact]
    public Task The_fix_finds_the_table_where_the_build_has_read_it()
    {
        const string Before = """
            sources:
              - name: raw
                tables:
                  - name: orders
                  - name: sold
                    identifier: "sales"
                    loaded_at_field: sold_at
                  - name: returns
            """;
        DeclareFile(Path, Before);
        return FixesFile(
            """db.[|Execute|]("INSERT INTO raw.sales (id, sold_at) VALUES (@Id, @SoldAt)", sales);""",
            Path,
            Before,
            Before.Replace("sold_at\n", "sold_at\n        config:\n          freshness:\n            warn_after: {count: 24, period: hour}\n", System.StringComparison.Ordinal));
    }
}
