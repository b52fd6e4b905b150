using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Latency;

public sealed class FreshnessMisledTests() : RuleTests("DEA6008")
{
    private const string Path = "models/sources.yml";

    private void DeclareSource(string loadedAt) => Declare($"file | 1 | {Path} | dbt", $"dataset | 1 | 1 | 4 | 13 | dbt-source | | raw | sales | freshness=yes;loaded_at={loadedAt}");

    [Theory]
    [InlineData("_loaded_at")]
    [InlineData("LoadedAt")]
    [InlineData("_loaded_at::timestamp")]
    public Task A_column_that_is_filled_under_another_name_is_reported(string loadedAt)
    {
        DeclareSource(loadedAt);
        return Reports("""foreach (var sale in sales) db.Execute("INSERT INTO raw.sales (id, [|loaded_at|]) VALUES (@Id, now())", sale);""");
    }

    [Theory]
    [InlineData("CREATE TABLE raw.sales (id int, amount numeric);")]
    [InlineData("CREATE TABLE raw.sales (id int, amount numeric, synced timestamptz);")]
    public Task A_column_that_the_table_lacks_or_nothing_fills_is_reported(string ddl)
    {
        Files["schema.sql"] = ddl;
        DeclareSource("synced");
        return Reports("""await db.[|ExecuteAsync|]("INSERT INTO raw.sales (id, amount) VALUES (@Id, @Amount)", sales);""");
    }

    [Theory]
    [InlineData("CREATE TABLE raw.sales (id int, synced timestamptz DEFAULT now());", "synced")]
    [InlineData("CREATE TABLE raw.orders (id int);", "synced")]
    [InlineData("CREATE TABLE raw.sales (id int, synced timestamptz);", "coalesce(synced, created)")]
    [InlineData("CREATE TABLE raw.sales (id int, synced timestamptz);", "id")]
    public Task What_the_database_may_fill_is_not(string ddl, string loadedAt)
    {
        Files["schema.sql"] = ddl;
        DeclareSource(loadedAt);
        return StaysQuiet("""db.Execute("INSERT INTO raw.sales (id) VALUES (@Id)", sales);""");
    }

    [Fact]
    public Task A_column_that_another_statement_of_the_run_fills_is_not()
    {
        Files["schema.sql"] = "CREATE TABLE raw.sales (id int, synced timestamptz);";
        DeclareSource("synced");
        return StaysQuiet("""
            db.Execute("INSERT INTO raw.sales (id) VALUES (@Id)", sales);
            db.Execute("UPDATE raw.sales SET synced = now() WHERE synced IS NULL");
            """);
    }

    [Fact]
    public Task An_entity_without_the_column_is_reported()
    {
        DeclareSource("loaded");
        return Reports("""
            [System.ComponentModel.DataAnnotations.Schema.Table("sales", Schema = "raw")]
            public class Sold
            {
                public int Id { get; set; }
                public decimal Amount { get; set; }
            }

            public class SoldContext : DbContext
            {
                public DbSet<Sold> Sold => Set<Sold>();
            }

            public class SoldLoader(SoldContext context, CsvReader csv)
            {
                public void Load()
                {
                    context.Sold.[|AddRange|](csv.GetRecords<Sold>().ToList());
                    context.SaveChanges();
                }
            }
            """);
    }

    [Fact]
    public Task Local_time_is_reported_and_the_fix_stores_utc()
    {
        DeclareSource("loaded_at");
        return Fixes(
            """foreach (var sale in sales) sqlServer.Execute("INSERT INTO raw.sales (id, loaded_at) VALUES (@Id, @now)", new { sale.Id, now = DateTime.[|Now|] });""",
            """foreach (var sale in sales) sqlServer.Execute("INSERT INTO raw.sales (id, loaded_at) VALUES (@Id, @now)", new { sale.Id, now = DateTime.UtcNow });""");
    }

    [Fact]
    public Task Local_time_in_another_column_is_not()
    {
        DeclareSource("loaded_at");
        return StaysQuiet("""foreach (var sale in sales) sqlServer.Execute("INSERT INTO raw.sales (id, loaded_at, sold) VALUES (@Id, @utc, @now)", new { sale.Id, utc = DateTime.UtcNow, now = DateTime.Now });""");
    }

    [Fact]
    public Task The_fix_names_the_column_that_is_filled()
    {
        DeclareSource("_loaded_at");
        return FixesFile(
            """foreach (var sale in sales) db.Execute("INSERT INTO raw.sales (id, [|loaded_at|]) VALUES (@Id, now())", sale);""",
            Path,
            "sources:\n- name: raw\n  tables:\n  - name:   sales # by the loader\n    config:\n      loaded_at_field: '_loaded_at'  # UTC\n  - name: other\n    loaded_at_field: _loaded_at\n",
            "sources:\n- name: raw\n  tables:\n  - name:   sales # by the loader\n    config:\n      loaded_at_field: 'loaded_at'  # UTC\n  - name: other\n    loaded_at_field: _loaded_at\n");
    }

    [Fact]
    public Task A_column_that_the_whole_source_shares_is_left_to_its_author()
    {
        DeclareSource("_loaded_at");
        const string Text = "sources:\n- name: raw\n  loaded_at_field: _loaded_at\n  tables: [{name: sales}]\n";
        return FixesFile("""foreach (var sale in sales) db.Execute("INSERT INTO raw.sales (id, [|loaded_at|]) VALUES (@Id, now())", sale);""", Path, Text, Text);
    }

    [Fact]
    public Task The_fix_finds_the_table_where_the_build_has_read_it()
    {
        const string Before = """
            sources:
              - name: raw
                tables:
                  - name: orders
                    loaded_at_field: _loaded_at
                  - name: sales
                    config:
                      freshness: {warn_after: {count: 1, period: day}}
                      loaded_at_field: "_loaded_at::timestamp"
            """;
        DeclareFile(Path, Before);
        return FixesFile("""foreach (var sale in sales) db.Execute("INSERT INTO raw.sales (id, [|loaded_at|]) VALUES (@Id, now())", sale);""", Path, Before, Before.Replace("_loaded_at::", "loaded_at::", System.StringComparison.Ordinal));
    }
}
