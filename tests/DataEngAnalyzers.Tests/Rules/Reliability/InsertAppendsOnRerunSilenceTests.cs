using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Reliability;

public sealed class InsertAppendsOnRerunSilenceTests() : RuleTests("DEA1001")
{
    private const string Load = """
        foreach (var sale in csv.GetRecords<Sale>())
            db.Execute("INSERT INTO fact_sales (id, amount) VALUES (@Id, @Amount)", sale);
        """;

    [Theory]
    [InlineData("INSERT INTO fact_sales (id) VALUES (@Id) ON CONFLICT DO NOTHING")]
    [InlineData("INSERT INTO fact_sales (id) VALUES (@Id) ON CONFLICT (id) DO UPDATE SET id = EXCLUDED.id")]
    [InlineData("INSERT INTO fact_sales (id) VALUES (@Id) ON DUPLICATE KEY UPDATE id = VALUES(id)")]
    [InlineData("INSERT IGNORE INTO fact_sales (id) VALUES (@Id)")]
    [InlineData("INSERT OR REPLACE INTO fact_sales (id) VALUES (@Id)")]
    [InlineData("REPLACE INTO fact_sales (id) VALUES (@Id)")]
    [InlineData("MERGE INTO fact_sales t USING (VALUES (@Id)) s (id) ON t.id = s.id WHEN NOT MATCHED THEN INSERT (id) VALUES (s.id);")]
    [InlineData("IF NOT EXISTS (SELECT 1 FROM fact_sales WHERE id = @Id) INSERT INTO fact_sales (id) VALUES (@Id)")]
    [InlineData("INSERT INTO fact_sales (id) SELECT @Id WHERE NOT EXISTS (SELECT 1 FROM fact_sales WHERE id = @Id)")]
    public Task Quiet_when_the_statement_recognises_known_rows(string sql) => StaysQuiet($"""
        foreach (var sale in csv.GetRecords<Sale>())
            db.Execute("{sql}", sale);
        """);

    [Theory]
    [InlineData("""db.Execute("DELETE FROM fact_sales WHERE sold_at = @day", new { day = DateTime.Today });""")]
    [InlineData("""db.Execute("TRUNCATE TABLE public.fact_sales");""")]
    [InlineData("""db.Execute("DROP TABLE IF EXISTS fact_sales; CREATE TABLE fact_sales (id int)");""")]
    [InlineData("""db.Execute("CREATE TABLE fact_sales (id int)");""")]
    public Task Quiet_when_the_same_run_clears_the_target(string before) => StaysQuiet(before + "\n" + Load);

    [Fact]
    public Task Quiet_when_each_row_is_deleted_before_it_is_inserted() => StaysQuiet("""
        foreach (var sale in csv.GetRecords<Sale>())
        {
            db.Execute("DELETE FROM fact_sales WHERE id = @Id", sale);
            db.Execute("INSERT INTO fact_sales (id, amount) VALUES (@Id, @Amount)", sale);
        }
        """);

    [Fact]
    public Task Quiet_when_a_private_callee_clears_the_target() => StaysQuiet("""
        namespace Shop;
        public sealed class SalesLoader(NpgsqlConnection db, CsvReader csv)
        {
            public void Load()
            {
                Clear();
                foreach (var sale in csv.GetRecords<Sale>())
                    db.Execute("INSERT INTO fact_sales (id, amount) VALUES (@Id, @Amount)", sale);
            }

            private void Clear() => db.Execute("DELETE FROM fact_sales");
        }
        """);

    [Fact]
    public Task Quiet_when_the_target_is_looked_at_first() => StaysQuiet("""
        var known = db.Query<int>("SELECT id FROM fact_sales").ToHashSet();
        foreach (var sale in csv.GetRecords<Sale>())
        {
            if (!known.Contains(sale.Id))
                db.Execute("INSERT INTO fact_sales (id, amount) VALUES (@Id, @Amount)", sale);
        }
        """);

    [Theory]
    [InlineData("""if (db.ExecuteScalar<int>("SELECT COUNT(*) FROM load_files WHERE name = @file", new { file = "sales.csv" }) > 0) return;""")]
    [InlineData("""var done = await db.QueryFirstOrDefaultAsync<string>("SELECT name FROM load_files WHERE name = 'sales.csv'"); if (done != null) return;""")]
    [InlineData("""var done = db.Query<string>("SELECT name FROM load_files").ToHashSet(); if (done.Contains("sales.csv")) return;""")]
    public Task Quiet_after_a_check_of_the_files_already_loaded(string check) => StaysQuiet(check + "\n" + Load);

    [Fact]
    public Task Quiet_after_a_check_that_a_ledger_of_another_class_answers() => StaysQuiet("""
        namespace Shop;
        public interface ILedger { Task<bool> IsProcessedAsync(string file); }
        public sealed class SalesLoader(NpgsqlConnection db, ILedger ledger)
        {
            public async Task LoadAsync(string file)
            {
                if (await ledger.IsProcessedAsync(file))
                    return;
                foreach (var line in File.ReadLines(file))
                    await db.ExecuteAsync("INSERT INTO fact_sales (line) VALUES (@line)", new { line });
            }
        }
        """);

    [Fact]
    public Task An_empty_source_is_no_check() => Reports("""
        var rows = db.Query<Sale>("SELECT * FROM orders").ToList();
        if (rows.Count == 0)
            return;
        await db.[|ExecuteAsync|]("INSERT INTO fact_sales (id, amount) VALUES (@Id, @Amount)", rows);
        """);

    [Fact]
    public Task Quiet_when_the_file_is_moved_away_after_the_load() => StaysQuiet("""
        foreach (var line in File.ReadLines("in/sales.txt"))
            db.Execute("INSERT INTO fact_sales (line) VALUES (@line)", new { line });
        File.Move("in/sales.txt", "done/sales.txt");
        """);

    [Theory]
    [InlineData("stg_sales")]
    [InlineData("staging.sales")]
    [InlineData("#sales")]
    [InlineData("SalesStagingEu")]
    [InlineData("import_log")]
    [InlineData("SalesAudit")]
    [InlineData("order_events")]
    [InlineData("price_history")]
    [InlineData("rejected_rows")]
    [InlineData("outbox")]
    public Task Quiet_for_staging_temporary_and_history_tables(string table) => StaysQuiet($"""
        foreach (var sale in csv.GetRecords<Sale>())
            db.Execute("INSERT INTO {table} (id, amount) VALUES (@Id, @Amount)", sale);
        """);

    [Fact]
    public Task Quiet_when_the_rows_are_merged_on_afterwards() => StaysQuiet("""
        foreach (var sale in csv.GetRecords<Sale>())
            db.Execute("INSERT INTO sales_in (id, amount) VALUES (@Id, @Amount)", sale);
        db.Execute("INSERT INTO fact_sales (id, amount) SELECT id, amount FROM sales_in ON CONFLICT (id) DO UPDATE SET amount = EXCLUDED.amount");
        """);

    [Fact]
    public Task Quiet_for_the_one_row_that_records_the_run() => StaysQuiet("""
        db.Execute("INSERT INTO uploads (created_at) VALUES (now())");
        foreach (var sale in csv.GetRecords<Sale>())
            db.Execute("INSERT INTO fact_sales (id) VALUES (@Id) ON CONFLICT (id) DO NOTHING", sale);
        """);

    [Fact]
    public Task Quiet_in_the_transaction_of_a_caller() => StaysQuiet("""
        namespace Shop;
        public sealed class SalesLoader(NpgsqlConnection db)
        {
            public void Load(IEnumerable<Sale> sales, NpgsqlTransaction transaction) =>
                db.Execute("INSERT INTO fact_sales (id, amount) VALUES (@Id, @Amount)", sales, transaction);
        }
        """);

    [Fact]
    public Task Quiet_where_appending_is_declared() => StaysQuiet("""
        namespace DataEngAnalyzers { internal sealed class AppendOnlyAttribute(string reason) : Attribute { public string Reason => reason; } }
        namespace Shop
        {
            public sealed class ReadingLoader(NpgsqlConnection db, CsvReader csv)
            {
                [DataEngAnalyzers.AppendOnly("a reading is never corrected")]
                public void Load() => db.Execute("INSERT INTO reading (id) VALUES (@Id)", csv.GetRecords<Sale>());
            }
        }
        """);

    [Fact]
    public Task Quiet_in_a_web_controller() => StaysQuiet("""
        namespace Shop;
        public sealed class SalesController(NpgsqlConnection db) : Microsoft.AspNetCore.Mvc.ControllerBase
        {
            public void Import(List<Sale> sales) => db.Execute("INSERT INTO fact_sales (id) VALUES (@Id)", sales);
        }
        """);

    [Fact]
    public Task Quiet_for_a_service_that_saves_one_row() => StaysQuiet("""
        namespace Shop;
        public sealed class SalesService(NpgsqlConnection db)
        {
            public Task AddAsync(Sale sale) => db.ExecuteAsync("INSERT INTO fact_sales (id) VALUES (@Id)", sale);
        }
        """);

    [Fact]
    public Task Quiet_in_a_test_class() => StaysQuiet("""
        namespace Shop;
        public sealed class SalesLoaderTests(NpgsqlConnection db, CsvReader csv)
        {
            [Xunit.Fact]
            public void Loads() => db.Execute("INSERT INTO fact_sales (id) VALUES (@Id)", csv.GetRecords<Sale>());
        }
        """);

    [Fact]
    public Task Quiet_in_seed_data() => StaysQuiet("""
        namespace Shop;
        public sealed class SalesSeeder(NpgsqlConnection db, CsvReader csv)
        {
            public void Seed() => db.Execute("INSERT INTO fact_sales (id) VALUES (@Id)", csv.GetRecords<Sale>());
        }
        """);

    [Fact]
    public Task Quiet_in_generated_code() => StaysQuiet("""
        // <auto-generated/>
        namespace Shop;
        public sealed class SalesLoader(NpgsqlConnection db, CsvReader csv)
        {
            public void Load() => db.Execute("INSERT INTO fact_sales (id) VALUES (@Id)", csv.GetRecords<Sale>());
        }
        """);

    [Fact]
    public Task Quiet_when_a_hole_hides_the_table_or_what_follows() => StaysQuiet("""
        foreach (var sale in csv.GetRecords<Sale>())
        {
            db.Execute($"INSERT INTO {sale.Product} (id) VALUES (@Id)", sale);
            db.Execute($"INSERT INTO fact_sales (id) VALUES (@Id) {sale.Product}", sale);
        }
        """);
}
