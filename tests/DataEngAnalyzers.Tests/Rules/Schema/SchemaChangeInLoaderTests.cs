using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Schema;

public sealed class SchemaChangeInLoaderTests() : RuleTests("DEA3021")
{
    private const string Load = """
        foreach (var sale in csv.GetRecords<Sale>())
            db.Execute("INSERT INTO fact_sales (id) VALUES (@Id)", sale);
        """;

    [Theory]
    [InlineData("db.[|Execute|](\"ALTER TABLE fact_sales ADD region text\");")]
    [InlineData("await db.[|ExecuteAsync|](@\"CREATE TABLE IF NOT EXISTS fact_sales (id int)\");")]
    [InlineData("db.[|Execute|](\"\"\"DROP TABLE fact_returns\"\"\");")]
    [InlineData("context.Database.[|EnsureCreated|]();")]
    [InlineData("await context.Database.[|MigrateAsync|](ct);")]
    [InlineData("context.Database.[|ExecuteSqlRaw|](\"ALTER TABLE fact_sales ADD region text\");")]
    public Task Reports_a_schema_change_in_a_loader(string change) => Reports(change + "\n" + Load);

    [Fact]
    public Task Reports_a_context_whose_constructor_creates_the_database() => Reports("""
        namespace Shop;

        public sealed class ReportContext : DbContext
        {
            public ReportContext() => Database.[|EnsureCreated|]();
        }
        """);

    [Theory]
    [InlineData("db.Execute(\"CREATE TEMP TABLE arrivals (id int)\");")]
    [InlineData("db.Execute(\"CREATE TABLE stg_sales (id int)\");")]
    [InlineData("sqlServer.Execute(\"CREATE TABLE #arrivals (id int)\");")]
    [InlineData("db.Execute(\"CREATE INDEX ix ON fact_sales (id)\");")]
    [InlineData("db.Execute(\"CREATE TABLE fact_sales_new (id int)\"); db.Execute(\"ALTER TABLE fact_sales_new RENAME TO fact_sales\");")]
    public Task Stays_quiet_for_tables_of_the_load_itself(string change) => StaysQuiet(change + "\n" + Load);

    [Fact]
    public Task Stays_quiet_where_no_rows_move() => StaysQuiet("""
        context.Database.EnsureCreated();
        """);

    [Fact]
    public Task Stays_quiet_in_a_method_that_owns_the_schema() => StaysQuiet("""
        namespace Shop;

        public sealed class SalesLoader(NpgsqlConnection db, CsvReader csv)
        {
            public void Run()
            {
                EnsureTables();
                foreach (var sale in csv.GetRecords<Sale>())
                    db.Execute("INSERT INTO fact_sales (id) VALUES (@Id)", sale);
            }

            private void EnsureTables() => db.Execute("CREATE TABLE IF NOT EXISTS fact_sales (id int)");
        }
        """);

    [Fact]
    public Task Stays_quiet_in_a_migration() => StaysQuiet(DestructiveMigrationTests.Migration("migrationBuilder.Sql(\"ALTER TABLE sales ADD region text\");"));

    [Fact]
    public Task Offers_no_fix() => OffersNoFix("context.Database.[|EnsureCreated|]();\n" + Load);
}
