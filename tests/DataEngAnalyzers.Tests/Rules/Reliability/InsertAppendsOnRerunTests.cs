using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Reliability;

public sealed class InsertAppendsOnRerunTests() : RuleTests("DEA1001")
{
    [Fact]
    public Task Reports_a_plain_insert_in_a_loader() => Reports("""
        foreach (var sale in csv.GetRecords<Sale>())
            db.[|Execute|]("INSERT INTO fact_sales (id, amount) VALUES (@Id, @Amount)", sale);
        """);

    [Fact]
    public Task Reports_the_asynchronous_twin() => Reports("""
        foreach (var sale in csv.GetRecords<Sale>())
            await db.[|ExecuteAsync|]("INSERT INTO fact_sales (id, amount) VALUES (@Id, @Amount)", sale);
        """);

    [Fact]
    public Task Reports_many_rows_in_one_call() => Reports("""
        var rows = csv.GetRecords<Sale>().ToList();
        await db.[|ExecuteAsync|]("INSERT INTO fact_sales (id, amount) VALUES (@Id, @Amount)", rows);
        """);

    [Fact]
    public Task Reports_a_copy_inside_the_database() => Reports("""
        await db.[|ExecuteAsync|]("INSERT INTO fact_sales (id, amount) SELECT id, amount FROM orders WHERE sold_at >= @from", new { from = DateTime.Today });
        """);

    [Fact]
    public Task Reports_a_command_filled_in_a_loop() => Reports("""
        foreach (var sale in csv.GetRecords<Sale>())
        {
            using var command = sqlite.CreateCommand();
            command.CommandText = "INSERT INTO [|fact_sales|] (id, amount) VALUES ($id, $amount)";
            command.Parameters.AddWithValue("$id", sale.Id);
            command.ExecuteNonQuery();
        }
        """);

    [Fact]
    public Task Reports_a_command_in_a_private_callee() => Reports("""
        namespace Shop;
        public sealed class SalesLoader(SqliteConnection connection)
        {
            public void Load(IEnumerable<Sale> sales)
            {
                foreach (var sale in sales)
                    Insert(sale);
            }

            private void Insert(Sale sale) =>
                connection.[|Execute|]("INSERT INTO fact_sales (id, amount) VALUES (@Id, @Amount)", sale);
        }
        """);

    [Theory]
    [InlineData("@\"INSERT INTO fact_sales (id, amount) VALUES (@Id, @Amount)\"")]
    [InlineData("\"INSERT INTO fact_sales (id, amount) \" + \"VALUES (@Id, @Amount)\"")]
    [InlineData("\"\"\"INSERT INTO fact_sales (id, amount) VALUES (@Id, @Amount)\"\"\"")]
    [InlineData("$\"INSERT INTO {nameof(Sale)} (id, amount) VALUES (@Id, @Amount)\"")]
    [InlineData("Insert")]
    public Task Reports_every_form_of_literal(string sql) => Reports($$"""
        namespace Shop;
        public sealed class SalesLoader(NpgsqlConnection db, CsvReader csv)
        {
            private const string Insert = "INSERT INTO fact_sales (id, amount) VALUES (@Id, @Amount)";

            public void Load()
            {
                foreach (var sale in csv.GetRecords<Sale>())
                    db.[|Execute|]({{sql}}, sale);
            }
        }
        """);

    [Fact]
    public Task Reports_a_console_program() => Reports("""
        // top-level
        using var db = new NpgsqlConnection("");
        using var csv = new CsvReader(new StreamReader("sales.csv"), CultureInfo.InvariantCulture);
        foreach (var sale in csv.GetRecords<Shop.Sale>())
            db.[|Execute|]("INSERT INTO fact_sales (id, amount) VALUES (@Id, @Amount)", sale);
        """);

    [Fact]
    public Task Reports_without_nullable_context_and_with_an_unknown_connection() => Reports("""
        #nullable disable
        namespace Shop;
        public sealed class SalesLoader
        {
            private readonly IDbConnection _db;
            public SalesLoader(IDbConnection db) { _db = db; }

            public void Load(CsvReader csv)
            {
                foreach (var sale in csv.GetRecords<Sale>())
                    _db.[|Execute|]("INSERT INTO fact_sales (id, amount) VALUES (@Id, @Amount)", sale);
            }
        }
        """);

    [Fact]
    public Task Reports_a_create_table_that_keeps_what_is_there() => Reports("""
        db.Execute("CREATE TABLE IF NOT EXISTS fact_sales (id int, amount numeric)");
        foreach (var sale in csv.GetRecords<Sale>())
            db.[|Execute|]("INSERT INTO fact_sales (id, amount) VALUES (@Id, @Amount)", sale);
        """);

    [Fact]
    public Task Reports_a_stage_that_is_only_marked() => Reports("""
        namespace DataEngAnalyzers { internal sealed class PipelineStageAttribute : Attribute { } }
        namespace Shop
        {
            public sealed class Bookings(NpgsqlConnection db)
            {
                [DataEngAnalyzers.PipelineStage]
                public void Book(Sale sale) => db.[|Execute|]("INSERT INTO fact_sales (id) VALUES (@Id)", sale);
            }
        }
        """);

    [Fact]
    public Task A_name_that_only_holds_the_letters_of_a_log_is_no_log() => Reports("""
        foreach (var sale in csv.GetRecords<Sale>())
            db.[|Execute|]("INSERT INTO product_catalog (id) VALUES (@Id)", sale);
        """);
}
