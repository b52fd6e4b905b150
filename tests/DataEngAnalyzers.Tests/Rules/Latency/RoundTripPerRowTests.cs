using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Latency;

public sealed class RoundTripPerRowTests() : RuleTests("DEA6004")
{
    [Theory]
    [InlineData("SalesInserter", "[|ExecuteNonQuery|]")]
    [InlineData("SalesScreen", "ExecuteNonQuery")]
    public Task Reports_a_procedure_that_a_loader_calls_for_each_row(string type, string call)
    {
        var code = $$"""
            namespace Shop;

            public sealed class {{type}}(SqlConnection db)
            {
                public void Put(List<Sale> sales)
                {
                    using var command = new SqlCommand("EXECUTE dbo.AddSale @id, @amount", db);
                    var id = command.Parameters.Add("@id", SqlDbType.Int);
                    foreach (var sale in sales)
                    {
                        id.Value = sale.Id;
                        command.{{call}}();
                    }
                }
            }
            """;
        return call[0] == '[' ? Reports(code) : StaysQuiet(code);
    }

    [Fact]
    public Task Reports_an_insert_for_each_row_of_a_file() => Reports("""
        foreach (var sale in csv.GetRecords<Sale>())
            db.[|Execute|]("INSERT INTO fact_sales (id) VALUES (@Id) ON CONFLICT DO NOTHING", sale);
        """);

    [Fact]
    public Task Reports_an_awaited_insert_through_a_private_method() => Reports("""
        namespace Shop;
        public sealed class SalesLoader(SqlConnection db)
        {
            public async Task LoadAsync(CsvReader csv)
            {
                await foreach (var sale in csv.GetRecordsAsync<Sale>())
                    await InsertAsync(sale);
            }

            private Task InsertAsync(Sale sale) => db.[|ExecuteAsync|]("INSERT INTO fact_sales (id) VALUES (@Id)", sale);
        }
        """);

    [Fact]
    public Task Reports_a_command_while_a_reader_has_rows() => Reports("""
        using var insert = sqlServer.CreateCommand();
        insert.CommandText = "INSERT INTO fact_sales (id) VALUES (@id)";
        using var reader = db.ExecuteReader("SELECT id FROM sales");
        while (reader.Read())
            insert.[|ExecuteNonQuery|]();
        """);

    [Fact]
    public Task Reports_a_command_until_a_file_ends() => Reports("""
        using var reader = new StreamReader("sales.csv");
        while (!reader.EndOfStream)
        {
            var line = reader.ReadLine();
            db.[|Execute|]("INSERT INTO fact_sales (line) VALUES (@line)", new { line });
        }
        """);

    [Fact]
    public Task Reports_a_save_for_each_entity() => Reports("""
        foreach (var sale in csv.GetRecords<Sale>())
        {
            context.Sales.Add(sale);
            await context.[|SaveChangesAsync|](ct);
        }
        """);

    [Fact]
    public Task Reports_a_lookup_by_key_for_each_source_row() => Reports("""
        foreach (var sale in csv.GetRecords<Sale>())
        {
            var known = await context.Sales.[|FindAsync|](sale.Id);
            if (known is null)
                context.Sales.Add(sale);
        }
        context.SaveChanges();
        """);

    [Fact]
    public Task Reports_one_loop_once() => Reports("""
        foreach (var sale in csv.GetRecords<Sale>())
        {
            var known = db.ExecuteScalar<int>("SELECT COUNT(*) FROM fact_sales WHERE id = @Id", sale);
            if (known == 0)
                db.[|Execute|]("INSERT INTO fact_sales (id) VALUES (@Id)", sale);
        }
        """);

    [Fact]
    public Task Reports_a_loop_that_is_a_call() => Reports("""
        await Parallel.ForEachAsync(csv.GetRecords<Sale>(), ct, async (sale, _) =>
            await db.[|ExecuteAsync|]("INSERT INTO fact_sales (id) VALUES (@Id)", sale));
        csv.GetRecords<Sale>().ToList().ForEach(sale => db.[|Execute|]("INSERT INTO fact_sales (id) VALUES (@Id)", sale));
        """);

    [Fact]
    public Task Reports_a_message_that_is_awaited() => Reports("""
        namespace Shop;
        public sealed class SalesFeed(Confluent.Kafka.IProducer<string, string> producer)
        {
            public async Task PublishAsync(CsvReader csv)
            {
                foreach (var sale in csv.GetRecords<Sale>())
                    await producer.[|ProduceAsync|]("sales", new() { Key = sale.Product, Value = sale.Product });
            }
        }
        """);

    [Fact]
    public Task Reports_a_row_for_each_commit_of_an_embedded_engine() => Reports("""
        foreach (var sale in csv.GetRecords<Sale>())
            sqlite.[|Execute|]("INSERT INTO fact_sales (id) VALUES (@Id)", sale);
        """);

    [Fact]
    public Task Stays_quiet_on_an_embedded_engine_inside_one_transaction() => StaysQuiet("""
        using var transaction = sqlite.BeginTransaction();
        foreach (var sale in csv.GetRecords<Sale>())
            sqlite.Execute("INSERT INTO fact_sales (id) VALUES (@Id)", sale, transaction);
        transaction.Commit();
        """);

    [Fact]
    public Task Stays_quiet_when_the_transaction_of_an_embedded_engine_is_the_callers() => StaysQuiet("""
        namespace Shop;
        public sealed class SalesLoader(SqliteConnection db)
        {
            public void Load(CsvReader csv, SqliteTransaction transaction)
            {
                foreach (var sale in csv.GetRecords<Sale>())
                    db.Execute("INSERT INTO fact_sales (id) VALUES (@Id)", sale, transaction);
            }
        }
        """);

    [Fact]
    public Task Stays_quiet_on_batches() => StaysQuiet("""
        foreach (var batch in csv.GetRecords<Sale>().Chunk(1000))
            db.Execute("INSERT INTO fact_sales (id) SELECT * FROM unnest(@ids)", new { ids = batch.Select(sale => sale.Id).ToArray() });
        """);

    [Fact]
    public Task Stays_quiet_on_a_handful_of_constants() => StaysQuiet("""
        foreach (var table in new[] { "fact_sales", "fact_returns" })
            db.Execute("INSERT INTO loads (name) SELECT name FROM names WHERE name = @table", new { table });
        """);

    [Fact]
    public Task Stays_quiet_on_a_few_values_written_out() => StaysQuiet("""
        foreach (var sale in new[] { sales[0], sales[1] })
            db.Execute("INSERT INTO fact_sales (id) VALUES (@Id)", sale);
        db.Execute("INSERT INTO fact_sales (id) SELECT id FROM sales");
        """);

    [Fact]
    public Task Stays_quiet_when_each_turn_loads_in_bulk() => StaysQuiet("""
        foreach (var page in sales)
        {
            using var bulk = new SqlBulkCopy(sqlServer) { DestinationTableName = "fact_sales" };
            bulk.WriteToServer(new DataTable());
            sqlServer.Execute("UPDATE pages SET done = 1 WHERE id = @Id", page);
        }
        """);

    [Fact]
    public Task Stays_quiet_on_a_stream_of_copied_rows() => StaysQuiet("""
        using var writer = db.BeginBinaryImport("COPY fact_sales (id) FROM STDIN (FORMAT BINARY)");
        foreach (var sale in csv.GetRecords<Sale>())
            writer.WriteRow(sale.Id);
        writer.Complete();
        """);

    [Fact]
    public Task Stays_quiet_when_entities_are_saved_together() => StaysQuiet("""
        foreach (var sale in csv.GetRecords<Sale>())
            context.Sales.Add(sale);
        context.SaveChanges();
        """);

    [Fact]
    public Task Stays_quiet_on_messages_that_the_client_batches() => StaysQuiet("""
        namespace Shop;
        public sealed class SalesFeed(Confluent.Kafka.IProducer<string, string> producer)
        {
            public void Publish(CsvReader csv)
            {
                foreach (var sale in csv.GetRecords<Sale>())
                    producer.Produce("sales", new() { Key = sale.Product, Value = sale.Product });
                producer.Flush();
            }
        }
        """);

    [Fact]
    public Task Stays_quiet_on_the_few_rows_that_are_rejected() => StaysQuiet("""
        using var bulk = new SqlBulkCopy(sqlServer) { DestinationTableName = "fact_sales" };
        foreach (var sale in csv.GetRecords<Sale>())
        {
            if (sale.Amount < 0)
                db.Execute("INSERT INTO rejected_sales (id) VALUES (@Id)", sale);
        }
        bulk.WriteToServer(new DataTable());
        """);

    [Fact]
    public Task Stays_quiet_in_a_polling_loop() => StaysQuiet("""
        while (!ct.IsCancellationRequested)
            db.Execute("INSERT INTO fact_sales (id) SELECT id FROM sales ON CONFLICT DO NOTHING");
        """);

    [Fact]
    public Task Stays_quiet_in_a_controller() => StaysQuiet("""
        namespace Shop;
        public sealed class CartController(NpgsqlConnection db) : Microsoft.AspNetCore.Mvc.ControllerBase
        {
            public void Post(List<Sale> lines)
            {
                foreach (var line in lines)
                    db.Execute("INSERT INTO lines (id) VALUES (@Id)", line);
            }
        }
        """);

    [Fact]
    public Task Stays_quiet_where_the_service_takes_one_message_at_a_time() => StaysQuiet("""
        namespace Shop;

        public sealed class Feed(Azure.Storage.Queues.QueueClient queue)
        {
            public async Task SendAsync(CsvReader csv)
            {
                foreach (var sale in csv.GetRecords<Sale>())
                    await queue.SendMessageAsync(sale.Product);
            }
        }
        """);
}
