using Xunit;
using static DataEngAnalyzers.Tests.Pipeline.FlowJob;

namespace DataEngAnalyzers.Tests.Pipeline;

/// <summary>The columns that each kind of write to a database, store or topic fills.</summary>
public sealed class FlowWriteTests
{
    [Fact]
    public void A_prepared_command_gets_its_values_in_each_turn() => FlowAssert.Is(Job("""
        using var command = sqlServer.CreateCommand();
        command.CommandText = "INSERT INTO fact (id, net) VALUES (@id, @net)";
        var id = command.Parameters.Add("@id", SqlDbType.Int);
        var net = command.Parameters.Add("@net", SqlDbType.Decimal);
        foreach (var row in rows)
        {
            id.Value = row.Id;
            net.Value = row.Net;
            command.ExecuteNonQuery();
        }
        """), """
        fact.id <- in.csv:Id via Row.Id
        fact.net <- in.csv:Net via Row.Net
        """);

    [Fact]
    public void A_parameter_that_is_set_by_name_is_that_one() => FlowAssert.Is(Job("""
        using var command = sqlServer.CreateCommand();
        command.CommandText = "INSERT INTO fact (id, net) VALUES (@id, @net)";
        command.Parameters.Add("@id", SqlDbType.Int);
        command.Parameters.Add("@net", SqlDbType.Decimal);
        foreach (var row in rows)
        {
            command.Parameters["@id"].Value = row.Id;
            command.Parameters["@net"].Value = row.Tax;
            command.ExecuteNonQuery();
        }
        """), """
        fact.id <- in.csv:Id via Row.Id
        fact.net <- in.csv:Tax via Row.Tax
        """);

    [Fact]
    public void The_parameters_of_another_command_are_not_these() => FlowAssert.IsFor("fact.net", Job("""
        foreach (var row in rows)
        {
            using var log = sqlServer.CreateCommand();
            log.CommandText = "INSERT INTO log (net) VALUES (@net)";
            log.Parameters.AddWithValue("@net", row.Tax);
            using var command = sqlServer.CreateCommand();
            command.CommandText = "INSERT INTO fact (net) VALUES (@net)";
            command.Parameters.AddWithValue("@net", row.Net);
            log.Parameters["@net"].Value = row.Id;
            command.ExecuteNonQuery();
        }
        """), "fact.net <- in.csv:Net via Row.Net");

    [Fact]
    public void Dynamic_parameters_go_by_their_names() => FlowAssert.Is(Job("""
        foreach (var row in rows)
        {
            var parameters = new DynamicParameters();
            parameters.Add("id", row.Id);
            parameters.Add("net", row.Tax);
            db.Execute("UPDATE fact SET net = @net WHERE id = @id", parameters);
        }
        """), """
        fact.net <- in.csv:Tax via Row.Tax
        fact <- in.csv:Id via Row.Id [filter]
        fact <- fact.id [filter]
        """);

    [Fact]
    public void Values_in_the_text_stand_where_the_sql_has_them() => FlowAssert.Is(Job("""
        foreach (var row in rows)
            db.Execute($"INSERT INTO fact (id, state) VALUES ({row.Id}, '{row.State}')");
        """), """
        fact.id <- in.csv:Id via Row.Id [transformation]
        fact.state <- in.csv:State via Row.State [transformation]
        """);

    [Fact]
    public void A_list_of_columns_in_another_order_than_the_values_decides() => FlowAssert.Is(Job("""
        db.Execute("INSERT INTO fact (state, id) VALUES (@Id, @State)", rows);
        """), """
        fact.state <- in.csv:Id via Row.Id
        fact.id <- in.csv:State via Row.State
        """);

    [Fact]
    public void A_binary_import_fills_the_columns_of_its_copy_in_order() => FlowAssert.Is(Job("""
        using var importer = db.BeginBinaryImport("COPY fact (id, net, state) FROM STDIN (FORMAT BINARY)");
        foreach (var row in rows)
        {
            importer.StartRow();
            importer.Write(row.Id);
            if (row.Net == 0) importer.WriteNull(); else importer.Write(row.Net);
            importer.Write(row.State.Trim());
        }
        importer.Complete();
        """), """
        fact.id <- in.csv:Id via Row.Id
        fact.net <- in.csv:Net via Row.Net
        fact.state <- in.csv:State via Row.State [transformation]
        """);

    [Fact]
    public void A_value_that_is_only_sometimes_written_leaves_the_order_open() => FlowAssert.IsFor("fact", Job("""
        using var importer = db.BeginBinaryImport("COPY fact (id, net) FROM STDIN (FORMAT BINARY)");
        foreach (var row in rows)
        {
            importer.StartRow();
            if (row.Id > 0) importer.Write(row.Id);
            importer.Write(row.Net);
        }
        importer.Complete();
        """), "fact ? which value id gets", "fact ? which value net gets");

    [Fact]
    public void A_bulk_copy_goes_by_its_mappings() => FlowAssert.Is(Job("""
        var table = new DataTable();
        table.Columns.Add("Key", typeof(int));
        table.Columns.Add("Amount", typeof(decimal));
        foreach (var row in rows)
            table.Rows.Add(row.Id, row.Net);
        using var copy = new SqlBulkCopy(sqlServer) { DestinationTableName = "dbo.fact" };
        copy.ColumnMappings.Add("Key", "fact_key");
        copy.ColumnMappings.Add("Amount", "net_amount");
        copy.WriteToServer(table);
        """), """
        dbo.fact.fact_key <- in.csv:Id via Row.Id
        dbo.fact.net_amount <- in.csv:Net via Row.Net
        """);

    [Fact]
    public void A_bulk_copy_of_data_rows_that_are_filled_by_name_without_mappings_goes_by_position() => FlowAssert.Is(Job("""
        var table = new DataTable();
        table.Columns.Add("Id", typeof(int));
        table.Columns.Add("Net", typeof(decimal));
        foreach (var row in rows)
        {
            var line = table.NewRow();
            line["Net"] = row.Net;
            line["Id"] = row.Id;
            table.Rows.Add(line);
        }
        using var copy = new SqlBulkCopy(sqlServer) { DestinationTableName = "dbo.fact" };
        copy.WriteToServer(table);
        """), """
        dbo.fact.[0] <- in.csv:Id via Row.Id
        dbo.fact.[1] <- in.csv:Net via Row.Net
        """);

    [Fact]
    public void A_bulk_copy_of_a_reader_takes_the_columns_of_the_query() => FlowAssert.Is("""
        public sealed class Job(SqlConnection source, SqlConnection target)
        {
            public void Run()
            {
                using var command = new SqlCommand("SELECT id, net + tax AS gross FROM orders", source);
                using var reader = command.ExecuteReader();
                using var copy = new SqlBulkCopy(target) { DestinationTableName = "fact" };
                copy.ColumnMappings.Add("id", "order_id");
                copy.ColumnMappings.Add("gross", "amount");
                copy.WriteToServer(reader);
            }
        }
        """, """
        fact.order_id <- orders.id
        fact.amount <- orders.net [transformation]
        fact.amount <- orders.tax [transformation]
        """);

    [Fact]
    public void Tracked_entities_are_changed_in_the_columns_that_are_set() => FlowAssert.Is(Job("""
        foreach (var row in rows)
        {
            var sale = await context.Sales.FirstAsync(sale => sale.Id == row.Id);
            sale.Amount = row.Net;
        }
        await context.SaveChangesAsync();
        """), """
        Sales.Amount <- in.csv:Net via Row.Net, Sale.Amount
        """);

    [Fact]
    public void A_query_sets_columns_in_place() => FlowAssert.Is("""
        using Shop;
        public sealed class Job(ShopContext context)
        {
            public Task Run(decimal rate) => context.Sales.Where(sale => sale.Id > 5).ExecuteUpdateAsync(set => set.SetProperty(sale => sale.Amount, sale => sale.Amount * 2).SetProperty(sale => sale.Product, "x"));
        }
        """, """
        Sales.Amount <- Sales.Amount via Sale.Amount [transformation]
        Sales.Product <- (constant)
        Sales <- Sales.Id via Sale.Id [filter]
        """);

    [Fact]
    public void Documents_have_the_members_of_their_type() => FlowAssert.Is(Job("""
        var orders = new MongoDB.Driver.MongoClient("x").GetDatabase("shop").GetCollection<Doc>("orders");
        await orders.InsertManyAsync(rows.Select(row => new Doc { Id = row.Id, Net = row.Net }));
        """, usings: "using MongoDB.Bson.Serialization.Attributes; public sealed class Doc { public int Id { get; set; } [BsonElement(\"net_amount\")] public decimal Net { get; set; } }\n"), """
        orders:Id <- in.csv:Id via Row.Id, Doc.Id
        orders:net_amount <- in.csv:Net via Row.Net, Doc.Net
        """);

    [Fact]
    public void Messages_have_a_key_and_a_value() => FlowAssert.Is(Job("""
        using var producer = new Confluent.Kafka.ProducerBuilder<string, string>(new Confluent.Kafka.ProducerConfig()).Build();
        foreach (var row in rows)
            await producer.ProduceAsync("orders", new Confluent.Kafka.Message<string, string> { Key = row.State, Value = System.Text.Json.JsonSerializer.Serialize(new { row.Id, row.Net }) });
        """), """
        orders:key <- in.csv:State via Row.State, Message.Key
        orders:Id <- in.csv:Id via Row.Id
        orders:Net <- in.csv:Net via Row.Net
        """);

    [Fact]
    public void A_message_is_read_from_the_topic_that_was_subscribed() => FlowAssert.Is("""
        using Confluent.Kafka;
        public sealed record Price(string Sku, decimal Amount);
        public sealed class Job(NpgsqlConnection db)
        {
            public void Run(CancellationToken stop)
            {
                using var consumer = new ConsumerBuilder<string, string>(new ConsumerConfig { GroupId = "x" }).Build();
                consumer.Subscribe("prices");
                while (!stop.IsCancellationRequested)
                {
                    var result = consumer.Consume(stop);
                    var price = System.Text.Json.JsonSerializer.Deserialize<Price>(result.Message.Value)!;
                    db.Execute("INSERT INTO prices (sku, amount, tag) VALUES (@Sku, @Amount, @Key)", new { price.Sku, price.Amount, result.Message.Key });
                }
            }
        }
        """, """
        prices.sku <- prices:Sku via Price.Sku
        prices.amount <- prices:Amount via Price.Amount
        prices.tag <- prices:key
        """);

    [Fact]
    public void Fields_carry_rows_between_the_steps_of_a_job() => FlowAssert.Is("""
        public sealed class Row { public int Id { get; set; } public decimal Net { get; set; } }
        public sealed class Job(SqliteConnection source, NpgsqlConnection db)
        {
            private List<Row> _rows = new();
            private List<Row> _clean = new();
            public void Run() { Extract(); Transform(); Load(); }
            private void Extract() => _rows = source.Query<Row>("SELECT id, net FROM orders").ToList();
            private void Transform() => _clean = _rows.Select(row => new Row { Id = row.Id, Net = row.Net * 2 }).ToList();
            private void Load() => db.Execute("INSERT INTO fact (id, net) VALUES (@Id, @Net)", _clean);
        }
        """, """
        fact.id <- orders.id via Row.Id
        fact.net <- orders.net via Row.Net [transformation]
        """);

    [Fact]
    public void An_object_that_collects_rows_holds_what_it_was_given() => FlowAssert.IsFor("rejects.reason", Job("""
        var rejects = new Rejects("in.csv");
        foreach (var row in rows) rejects.Add(row.Id, row.State);
        rejects.Save(db);
        """, usings: """
        public sealed record Reject(string Source, int Id, string Reason);
        public sealed class Rejects(string source)
        {
            private readonly List<Reject> _rows = [];
            public void Add(int id, string reason) => _rows.Add(new Reject(source, id, reason));
            public void Save(NpgsqlConnection db) => db.Execute("INSERT INTO rejects (source, id, reason) VALUES (@Source, @Id, @Reason)", _rows);
        }

        """.Insert(0, "")), "rejects.reason <- in.csv:State via Row.State, Reject.Reason");

    [Fact]
    public void An_object_that_changes_itself_holds_what_it_made() => FlowAssert.IsFor("fact.net", Job("""
        foreach (var row in rows) { var fact = new Fact { Id = row.Id, Net = row.Net }; fact.Round(); db.Execute("INSERT INTO fact (id, net) VALUES (@Id, @Net)", fact); }
        """, usings: "public sealed class Fact { public int Id { get; set; } public decimal Net { get; set; } public void Round() { Net = Math.Round(Net, 2); } }\n"), "fact.net <- in.csv:Net via Row.Net, Fact.Net [transformation]");

    [Fact]
    public void Rows_of_the_database_go_from_table_to_table() => FlowAssert.Is("""
        public sealed class Job(NpgsqlConnection db)
        {
            public void Run(DateTime day) => db.Execute("INSERT INTO mart (day, revenue, loaded_at) SELECT s.day, SUM(s.amount), now() FROM receipts s WHERE s.day >= @day GROUP BY s.day", new { day });
        }
        """, """
        mart.day <- receipts.day
        mart.revenue <- receipts.amount [aggregation]
        mart.loaded_at <- (clock)
        mart <- receipts.day [filter]
        mart <- receipts.day [groupby]
        """);

    [Fact]
    public void Whole_rows_of_an_unknown_shape_come_from_their_table() => FlowAssert.IsFor("mart", """
        public sealed class Job(NpgsqlConnection db)
        {
            public void Run(DateTime day) => db.Execute("INSERT INTO mart SELECT v.* FROM v_sales v WHERE v.day >= @day", new { day });
        }
        """, "mart <- v_sales", "mart <- v_sales.day [filter]", "mart ? what the SQL hides (targetcolumns)", "mart ? which columns the SQL writes");

    [Fact]
    public void A_setting_is_no_constant() => FlowAssert.Is(Job("""
        foreach (var row in rows)
            db.Execute("INSERT INTO fact (id, host) VALUES (@Id, @host)", new { row.Id, host = Environment.MachineName });
        """), """
        fact.id <- in.csv:Id via Row.Id
        fact.host <- (Environment.MachineName)
        """);

    [Fact]
    public void A_task_hands_on_what_it_runs() => FlowAssert.IsFor("fact.id", Job("""
        var later = await Task.Run(() => rows.Select(row => row.Tax).ToList());
        foreach (var tax in later) db.Execute("INSERT INTO fact (id) VALUES (@tax)", new { tax });
        """), "fact.id <- in.csv:Tax via Row.Tax");
}
