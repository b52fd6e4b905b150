using System.IO;
using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Lineage;

public sealed class MovementNotRecordedTests() : RuleTests("DEA4016"), IAsyncLifetime
{
    public async Task InitializeAsync() =>
        Sources["DataEngAttributes.cs"] = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "build", "attributes", "DataEngAttributes.cs"));

    public Task DisposeAsync() => Task.CompletedTask;

    private static string Loader(string body, string attribute = "", string name = "[|Load|]") => $$"""
        namespace Shop;
        public sealed class Loader(NpgsqlConnection db, ShopContext context)
        {
            {{attribute}}
            public void {{name}}(CsvReader csv)
            {
                {{body}}
            }
        }
        """;

    [Theory]
    [InlineData("""foreach (var sale in csv.GetRecords<Sale>()) db.Execute("INSERT INTO fact_sales (id) VALUES (@Id)", sale);""")]
    [InlineData("""db.Execute("INSERT INTO fact_sales (id) SELECT id FROM sales");""")]
    [InlineData("""context.Sales.AddRange(csv.GetRecords<Sale>()); context.SaveChanges();""")]
    [InlineData("""File.WriteAllLines("sales.csv", db.Query<string>("SELECT product FROM sales"));""")]
    public Task Reports_a_stage_that_moves_rows(string body) => Reports(Loader(body));

    [Fact]
    public Task Reports_rows_that_go_to_a_table_of_the_same_name_in_another_database() => Reports("""
        namespace Shop;
        public sealed class SalesExport(SqliteConnection source, NpgsqlConnection target)
        {
            public void [|Export|]()
            {
                var sales = source.Query<Sale>("SELECT id, amount FROM fact_sales");
                target.Execute("INSERT INTO fact_sales (id, amount) VALUES (@Id, @Amount)", sales);
            }
        }
        """);

    [Fact]
    public Task Stays_quiet_when_the_target_is_only_asked_what_it_has() => StaysQuiet("""
        namespace Shop;
        public sealed class SalesLoader(NpgsqlConnection target)
        {
            public void Load(List<Sale> sales)
            {
                var known = target.Query<int>("SELECT id FROM fact_sales").ToHashSet();
                target.Execute("INSERT INTO fact_sales (id, amount) VALUES (@Id, @Amount)", sales.Where(sale => !known.Contains(sale.Id)));
            }
        }
        """);

    [Fact]
    public Task Reports_a_stage_once() => Reports(Loader("""
        foreach (var sale in csv.GetRecords<Sale>())
        {
            db.Execute("INSERT INTO fact_sales (id) VALUES (@Id)", sale);
            db.Execute("INSERT INTO fact_returns (id) VALUES (@Id)", sale);
        }
        """));

    [Fact]
    public Task Reports_an_activity_that_names_no_dataset() => Reports(Loader("""
        System.Diagnostics.Activity.Current?.SetTag("rows", 3);
        foreach (var sale in csv.GetRecords<Sale>())
            db.Execute("INSERT INTO fact_sales (id) VALUES (@Id)", sale);
        """));

    [Theory]
    [InlineData("[DataEngAnalyzers.DataLineage]")]
    [InlineData("[DataEngAnalyzers.PipelineStage]")]
    public Task Stays_quiet_when_the_stage_declares_it(string attribute) =>
        StaysQuiet(Loader("""foreach (var sale in csv.GetRecords<Sale>()) db.Execute("INSERT INTO fact_sales (id) VALUES (@Id)", sale);""", attribute, "Load"));

    [Theory]
    [InlineData("source_file")]
    [InlineData("batch_id")]
    [InlineData("\\\"RunId\\\"")]
    [InlineData("loaded_at")]
    [InlineData("etl_job")]
    public Task Stays_quiet_when_the_row_carries_it(string column) => StaysQuiet(Loader(
        $$"""foreach (var sale in csv.GetRecords<Sale>()) db.Execute("INSERT INTO fact_sales (id, {{column}}) VALUES (@Id, @c)", new { sale.Id, c = 1 });""",
        name: "Load"));

    [Theory]
    [InlineData("""db.Execute("INSERT INTO import_runs (file, loaded) VALUES (@file, 1)", new { file = "sales.csv" });""")]
    [InlineData("""System.Diagnostics.Activity.Current?.SetTag("output.dataset", "fact_sales");""")]
    public Task Stays_quiet_when_the_run_is_recorded(string record) => StaysQuiet(Loader(
        $$"""foreach (var sale in csv.GetRecords<Sale>()) db.Execute("INSERT INTO fact_sales (id) VALUES (@Id)", sale); {{record}}""",
        name: "Load"));

    private static string Nightly(string marker, string noting) => $$"""
        namespace Shop;

        public sealed class Runs(NpgsqlConnection db)
        {
            public void Note()
            {
                {{noting}}
            }
        }

        public sealed class Sales(NpgsqlConnection db, Runs runs)
        {
            public void {{marker}}(CsvReader csv)
            {
                foreach (var sale in csv.GetRecords<Sale>())
                    db.Execute("INSERT INTO fact_sales (id) VALUES (@Id)", sale);
                runs.Note();
            }
        }
        """;

    [Fact]
    public Task Stays_quiet_when_another_class_records_it() =>
        StaysQuiet(Nightly("Load", "db.Execute(\"INSERT INTO import_audit (file, loaded) VALUES (@file, 1)\", new { file = \"sales.csv\" });"));

    [Fact]
    public Task Reports_where_another_class_of_the_run_only_keeps_a_watermark() =>
        Reports(Nightly("[|Load|]", "db.Execute(\"INSERT INTO load_watermark (source, loaded_until) VALUES ('sales', @day) ON CONFLICT (source) DO UPDATE SET loaded_until = excluded.loaded_until\", new { day = \"2026-01-01\" });"));

    [Fact]
    public Task Reports_where_another_class_only_fills_a_table_named_so() =>
        Reports(Nightly("[|Load|]", "foreach (var sale in db.Query<Sale>(\"SELECT id FROM orders\")) db.Execute(\"INSERT INTO sales_import (id) VALUES (@Id)\", sale);"));

    [Theory]
    [InlineData("""foreach (var sale in csv.GetRecords<Sale>()) db.Execute("INSERT INTO stg_sales (id) VALUES (@Id)", sale);""")]
    [InlineData("""db.Execute("UPDATE fact_sales SET amount = 0 WHERE id = 1");""")]
    [InlineData("""db.Execute("INSERT INTO fact_sales (id) VALUES (1)");""")]
    public Task Stays_quiet_when_nothing_reaches_a_target(string body) => StaysQuiet(Loader(body, name: "Load"));

    [Fact]
    public Task Stays_quiet_in_a_controller() => StaysQuiet("""
        namespace Shop;
        public sealed class SalesController(NpgsqlConnection db) : Microsoft.AspNetCore.Mvc.ControllerBase
        {
            public void Post(Sale sale)
            {
                if (db.ExecuteScalar<int>("SELECT COUNT(*) FROM products") > 0)
                    db.Execute("INSERT INTO sales (id) VALUES (@Id)", sale);
            }
        }
        """);

    [Fact]
    public Task Fixes_with_an_attribute_that_names_inputs_and_outputs() => Fixes(
        """
        namespace Shop;
        public sealed class Loader(NpgsqlConnection db)
        {
            /// <summary>Every night.</summary>
            public int [|Load|]() => db.Execute("INSERT INTO dw.fact_sales (id) SELECT id FROM sales");

            // By hand.
            public int [|Repair|]()
            {
                return db.Execute("INSERT INTO dw.fact_sales (id) SELECT r.id FROM repaired r JOIN keys k ON k.id = r.id");
            }
        }
        """,
        """
        using DataEngAnalyzers;
        namespace Shop;
        public sealed class Loader(NpgsqlConnection db)
        {
            /// <summary>Every night.</summary>
            [DataLineage(Inputs = new[] { "sales" }, Outputs = new[] { "dw.fact_sales" })]
            public int Load() => db.Execute("INSERT INTO dw.fact_sales (id) SELECT id FROM sales");

            // By hand.
            [DataLineage(Inputs = new[] { "repaired", "keys" }, Outputs = new[] { "dw.fact_sales" })]
            public int Repair()
            {
                return db.Execute("INSERT INTO dw.fact_sales (id) SELECT r.id FROM repaired r JOIN keys k ON k.id = r.id");
            }
        }
        """);

    [Fact]
    public Task Offers_no_fix_for_top_level_statements() => OffersNoFix("""
        // top-level
        [|using|] var db = new NpgsqlConnection("");
        db.Execute("INSERT INTO fact_sales (id) SELECT id FROM sales");
        """);

    [Fact]
    public Task Offers_no_fix_without_the_attributes()
    {
        Sources.Clear();
        return OffersNoFix(Loader("""db.Execute("INSERT INTO fact_sales (id) SELECT id FROM sales");"""));
    }
}
