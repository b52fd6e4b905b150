using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Reliability;

public sealed class KeyMadeUpTests() : RuleTests("DEA1026")
{
    private const string Upsert = "INSERT INTO fact_sales (id, amount) VALUES (@Id, @Amount) ON CONFLICT (id) DO UPDATE SET amount = excluded.amount";

    private static string Entities(string make, string entity = "public sealed class Customer { public Guid Id { get; set; } public string Name { get; set; } = \"\"; }", string before = "") => $$"""
        namespace Shop;

        {{entity}}

        public sealed class CrmContext : DbContext
        {
            public DbSet<Customer> Customers => Set<Customer>();
        }

        public sealed class CustomerImporter(CrmContext context)
        {
            public async Task ImportAsync()
            {
                {{before}}
                foreach (var line in File.ReadLines("customers.csv"))
                {
                    {{make}}
                }

                await context.SaveChangesAsync();
            }
        }
        """;

    [Theory]
    [InlineData("Guid.NewGuid()")]
    [InlineData("Guid.NewGuid().ToString(\"N\")")]
    [InlineData("$\"sale-{Guid.NewGuid()}\"")]
    [InlineData("Random.Shared.Next()")]
    [InlineData("DateTime.UtcNow.Ticks")]
    public Task Reports_an_upsert_on_a_key_that_each_run_makes_up(string key) => Reports($$"""
        foreach (var sale in csv.GetRecords<Sale>())
            await db.[|ExecuteAsync|]("{{Upsert}}", new { Id = {{key}}, sale.Amount });
        """);

    [Theory]
    [InlineData("const string sql = \"INSERT INTO fact_sales (id) VALUES (@Id) ON CONFLICT DO NOTHING\";")]
    [InlineData("var sql = @\"INSERT OR IGNORE INTO fact_sales (id) VALUES (@Id)\";")]
    [InlineData("var sql = \"INSERT OR REPLACE INTO \" + \"fact_sales (id) VALUES (@Id)\";")]
    public Task Reports_every_form_of_upsert_on_the_only_key_known(string sql)
    {
        Options.Add("dataeng.key.fact_sales = id");
        return Reports($$"""
            {{sql}}
            foreach (var sale in csv.GetRecords<Sale>())
            {
                var key = Guid.NewGuid();
                sqlite.[|Execute|](sql, new { Id = key });
            }
            """);
    }

    [Fact]
    public Task Reports_a_key_that_the_database_makes_up() => Reports("""
        foreach (var sale in csv.GetRecords<Sale>())
            await db.[|ExecuteAsync|]("INSERT INTO fact_sales (id, amount) VALUES (gen_random_uuid(), @Amount) ON CONFLICT (id) DO NOTHING", sale);
        """);

    [Fact]
    public Task Reports_a_key_bound_to_a_command() => Reports("""
        foreach (var sale in csv.GetRecords<Sale>())
        {
            await using var command = new NpgsqlCommand("INSERT INTO fact_sales (id, amount) VALUES (@id, @amount) ON CONFLICT (id) DO NOTHING", db);
            command.Parameters.AddWithValue("id", Guid.NewGuid());
            command.Parameters.AddWithValue("amount", sale.Amount);
            await command.[|ExecuteNonQueryAsync|](ct);
        }
        """);

    [Fact]
    public Task Reports_rows_projected_into_anonymous_objects() => Reports($$"""
        var rows = csv.GetRecords<Sale>().Select(sale => new { Id = Guid.NewGuid(), sale.Amount }).ToList();
        await db.[|ExecuteAsync|]("{{Upsert}}", rows);
        """);

    [Fact]
    public Task Reports_records_made_by_a_method_of_the_class() => Reports($$"""
        namespace Shop;
        public sealed record SaleRow(Guid Id, decimal Amount);
        public sealed class SalesLoader(NpgsqlConnection db, CsvReader csv)
        {
            public void Load()
            {
                foreach (var row in csv.GetRecords<Sale>().Select(ToRow))
                    db.[|Execute|]("{{Upsert}}", row);
            }

            private static SaleRow ToRow(Sale sale) => new(Guid.NewGuid(), sale.Amount);
        }
        """);

    [Theory]
    [InlineData("context.[|Add|](new Customer { Id = Guid.NewGuid(), Name = line });")]
    [InlineData("var customer = new Customer { Name = line }; customer.Id = Guid.NewGuid(); context.Customers.[|Add|](customer);")]
    public Task Reports_entities_whose_key_the_code_makes_up(string make) => Reports(Entities(make));

    [Fact]
    public Task Reports_keys_that_change_when_a_table_is_loaded_anew() => Reports(Entities(
        "context.[|Add|](new Customer { Id = Guid.NewGuid(), Name = line });",
        before: "await context.Customers.ExecuteDeleteAsync();"));

    [Fact]
    public Task Reports_the_key_of_a_message() => Reports("""
        using Confluent.Kafka;
        namespace Shop;
        public sealed class SalePublisher(IProducer<string, string> producer, CsvReader csv)
        {
            public async Task PublishAsync()
            {
                foreach (var sale in csv.GetRecords<Sale>())
                    await producer.[|ProduceAsync|]("sales", new Message<string, string> { Key = Guid.NewGuid().ToString(), Value = sale.Product });
            }
        }
        """);

    [Fact]
    public Task Reports_the_id_of_a_document() => Reports("""
        using Microsoft.Azure.Cosmos;
        namespace Shop;
        public sealed class SaleLoader(Container container, CsvReader csv)
        {
            public async Task LoadAsync()
            {
                foreach (var sale in csv.GetRecords<Sale>())
                    await container.[|UpsertItemAsync|](new { id = Guid.NewGuid().ToString(), sale.Product });
            }
        }
        """);

    [Fact]
    public Task Reports_in_top_level_statements() => Reports($$"""
        // top-level
        using var db = new NpgsqlConnection("Host=db");
        foreach (var line in File.ReadLines("sales.csv"))
            db.[|Execute|]("{{Upsert}}", new { Id = Guid.NewGuid(), Amount = line });
        """);

    [Theory]
    [InlineData("new { Id = sale.Id, sale.Amount }")]
    [InlineData("new { Id = ids.TryGetValue(sale.Product, out var known) ? known : Guid.NewGuid(), sale.Amount }")]
    [InlineData("sale")]
    public Task Quiet_when_the_key_may_come_from_the_source(string row) => StaysQuiet($$"""
        var ids = new Dictionary<string, Guid>();
        foreach (var sale in csv.GetRecords<Sale>())
            await db.ExecuteAsync("{{Upsert}}", {{row}});
        """);

    [Theory]
    [InlineData("INSERT INTO fact_sales (id, product) VALUES (@Id, @Product) ON CONFLICT (product) DO NOTHING")]
    [InlineData("INSERT INTO fact_sales (id, product) VALUES (@Id, @Product) ON CONFLICT DO NOTHING")]
    [InlineData("INSERT INTO fact_sales (run_id, product) VALUES (@Id, @Product) ON CONFLICT (run_id, product) DO NOTHING")]
    [InlineData("INSERT INTO load_log (id, product) VALUES (@Id, @Product) ON CONFLICT (id) DO NOTHING")]
    [InlineData("INSERT INTO staging_sales (id, product) VALUES (@Id, @Product) ON CONFLICT (id) DO NOTHING")]
    public Task Quiet_when_rows_are_recognised_by_something_else(string sql) => StaysQuiet($$"""
        foreach (var sale in csv.GetRecords<Sale>())
            await db.ExecuteAsync("{{sql}}", new { Id = Guid.NewGuid(), sale.Product });
        """);

    [Theory]
    [InlineData("if (context.Customers.Any(customer => customer.Name == line)) continue; context.Add(new Customer { Id = Guid.NewGuid(), Name = line });")]
    [InlineData("context.Add(new Customer { Id = Guid.Parse(line), Name = line });")]
    [InlineData("var customer = new Customer { Name = line }; if (line.Length == 0) customer.Id = Guid.NewGuid(); else customer.Id = Guid.Parse(line); context.Add(customer);")]
    public Task Quiet_when_entities_are_looked_up_or_bring_their_key(string make) => StaysQuiet(Entities(make));

    [Fact]
    public Task Quiet_when_a_unique_index_stops_a_duplicate() => StaysQuiet(Entities(
        "context.Add(new Customer { Id = Guid.NewGuid(), Name = line });",
        "[Index(nameof(Name), IsUnique = true)] public sealed class Customer { public Guid Id { get; set; } public string Name { get; set; } = \"\"; }"));

    [Fact]
    public Task Quiet_for_one_row_on_behalf_of_a_request() => StaysQuiet("""
        namespace Shop;
        public sealed class SalesController(NpgsqlConnection db) : Microsoft.AspNetCore.Mvc.ControllerBase
        {
            public void Post(Sale sale) =>
                db.Execute("INSERT INTO sales (id, amount) VALUES (@Id, @Amount) ON CONFLICT (id) DO NOTHING", new { Id = Guid.NewGuid(), sale.Amount });
        }
        """);

    [Fact]
    public Task Quiet_in_tests() => StaysQuiet($$"""
        namespace Shop;
        public sealed class LoaderTests(NpgsqlConnection db, CsvReader csv)
        {
            [Xunit.Fact]
            public void Loads()
            {
                foreach (var sale in csv.GetRecords<Sale>())
                    db.Execute("{{Upsert}}", new { Id = Guid.NewGuid(), sale.Amount });
            }
        }
        """);
}
