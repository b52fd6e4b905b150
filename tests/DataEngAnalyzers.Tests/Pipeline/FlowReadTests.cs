using Xunit;

namespace DataEngAnalyzers.Tests.Pipeline;

/// <summary>Columns from where they are read to where they land.</summary>
public sealed class FlowReadTests
{
    [Fact]
    public void A_csv_row_reaches_the_columns_by_the_names_of_its_attributes() => FlowAssert.Is("""
        using CsvHelper.Configuration.Attributes;
        public sealed class OrderRow { [Name("order_id")] public string Id { get; set; } = ""; [Name("amt")] public decimal Amount { get; set; } }
        public sealed class Job(NpgsqlConnection db)
        {
            public void Run()
            {
                using var reader = new StreamReader("orders.csv");
                using var csv = new CsvReader(reader, CultureInfo.InvariantCulture);
                var rows = csv.GetRecords<OrderRow>().ToList();
                db.Execute("INSERT INTO dw.fact_orders (order_id, amount) VALUES (@Id, @Amount)", rows);
            }
        }
        """, """
        dw.fact_orders.order_id <- orders.csv:order_id via OrderRow.Id
        dw.fact_orders.amount <- orders.csv:amt via OrderRow.Amount
        """);

    [Fact]
    public void A_query_fills_members_by_its_aliases() => FlowAssert.Is("""
        public sealed class Row { public int Id { get; set; } public decimal Total { get; set; } }
        public sealed class Job(SqliteConnection source, NpgsqlConnection db)
        {
            public async Task Run()
            {
                var rows = await source.QueryAsync<Row>("SELECT o.id, o.net + o.tax AS total FROM orders o WHERE o.state = 'open'");
                foreach (var row in rows)
                    await db.ExecuteAsync("INSERT INTO fact (id, total) VALUES (@Id, @Total)", new { row.Id, Total = row.Total * 2 });
            }
        }
        """, """
        fact.id <- orders.id via Row.Id
        fact.total <- orders.net via Row.Total [transformation]
        fact.total <- orders.tax via Row.Total [transformation]
        fact <- orders.state [filter]
        """);

    [Fact]
    public void A_data_reader_is_read_by_name_by_ordinal_and_by_looked_up_ordinal() => FlowAssert.Is("""
        public sealed class Job(SqliteConnection source, SqliteConnection target)
        {
            public void Run()
            {
                using var select = source.CreateCommand();
                select.CommandText = "SELECT id, name, price FROM products";
                using var reader = select.ExecuteReader();
                var price = reader.GetOrdinal("price");
                while (reader.Read())
                {
                    using var insert = target.CreateCommand();
                    insert.CommandText = "INSERT INTO dim_product (id, name, price) VALUES ($id, $name, $price)";
                    insert.Parameters.AddWithValue("$id", reader.GetInt32(0));
                    insert.Parameters.AddWithValue("$name", (string)reader["name"]);
                    insert.Parameters.AddWithValue("$price", reader.GetDecimal(price));
                    insert.ExecuteNonQuery();
                }
            }
        }
        """, """
        dim_product.id <- products.id
        dim_product.name <- products.name
        dim_product.price <- products.price
        """);

    [Fact]
    public void Entities_are_read_and_written_through_the_columns_of_the_model() => FlowAssert.Is("""
        using System.ComponentModel.DataAnnotations.Schema;
        [Table("stg_order")] public sealed class Staged { public int Id { get; set; } [Column("amt")] public decimal Amount { get; set; } }
        [Table("fact_order")] public sealed class Fact { public int Id { get; set; } public int OrderId { get; set; } public decimal Net { get; set; } public DateTime LoadedAt { get; set; } }
        public sealed class Db : DbContext { public DbSet<Staged> Staged => Set<Staged>(); public DbSet<Fact> Facts => Set<Fact>(); }
        public sealed class Job(Db db)
        {
            public async Task Run()
            {
                var rows = await db.Staged.Where(row => row.Amount > 0).ToListAsync();
                db.Facts.AddRange(rows.Select(row => new Fact { OrderId = row.Id, Net = row.Amount / 1.19m, LoadedAt = DateTime.UtcNow }));
                await db.SaveChangesAsync();
            }
        }
        """, """
        fact_order.OrderId <- stg_order.Id via Staged.Id, Fact.OrderId
        fact_order.Net <- stg_order.amt via Staged.Amount, Fact.Net [transformation]
        fact_order.LoadedAt <- (clock) via Fact.LoadedAt
        fact_order <- stg_order.amt via Staged.Amount [filter]
        """);

    [Fact]
    public void Fields_of_split_lines_are_columns_by_position() => FlowAssert.Is("""
        public sealed class Job(NpgsqlConnection db)
        {
            public void Run()
            {
                foreach (var line in File.ReadLines("prices.txt").Skip(1))
                {
                    var parts = line.Split(';');
                    db.Execute("INSERT INTO prices (sku, price) VALUES (@sku, @price)", new { sku = parts[0].Trim(), price = decimal.Parse(parts[3]) });
                }
            }
        }
        """, """
        prices.sku <- prices.txt:[0] [transformation]
        prices.price <- prices.txt:[3] [transformation]
        """);

    private static string ByPosition(string members) => $$"""
        using Shop;
        public sealed class Job(NpgsqlConnection source, NpgsqlConnection db)
        {
            {{members}}
            public void Run()
            {
                using var reader = source.ExecuteReader("SELECT * FROM orders_raw");
                while (reader.Read())
                    db.Execute("INSERT INTO fact (net) VALUES (@net)", new { net = reader.GetDecimal(1) });
            }
        }
        """;

    [Fact]
    public void A_position_in_a_star_counts_the_columns_that_the_database_fills() => FlowAssert.IsFor(
        "fact.net",
        ByPosition("""public void Create() => source.Execute("CREATE TABLE orders_raw (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, net numeric, tax numeric)");"""),
        "fact.net <- orders_raw.net");

    [Fact]
    public void A_position_in_a_star_over_an_unknown_table_is_a_gap() => FlowAssert.IsFor("fact.net", ByPosition(""), "fact.net ? which column of the query fills row.1");

    [Fact]
    public void The_order_of_an_entitys_properties_is_not_that_of_its_table() => FlowAssert.IsFor(
        "fact.net",
        ByPosition("") + """
        [System.ComponentModel.DataAnnotations.Schema.Table("orders_raw")] public sealed class Raw { public int Id { get; set; } public decimal Tax { get; set; } public decimal Net { get; set; } }
        public sealed class RawContext : DbContext { public DbSet<Raw> Raws => Set<Raw>(); }
        """,
        "fact.net ? which column of the query fills row.1");

    [Fact]
    public void A_column_of_another_name_does_not_fill_a_member() => FlowAssert.IsFor("fact.price", """
        public sealed class Row { public decimal UnitPrice { get; set; } }
        public sealed class Job(NpgsqlConnection db)
        {
            public void Run() => db.Execute("INSERT INTO fact (price) VALUES (@UnitPrice)", db.Query<Row>("SELECT unit_price FROM orders"));
        }
        """, "fact.price ? which column of the query fills Row.UnitPrice");

    [Fact]
    public void Underscores_do_not_count_where_the_code_says_so() => FlowAssert.IsFor("fact.price", """
        public sealed class Row { public decimal UnitPrice { get; set; } }
        public sealed class Job(NpgsqlConnection db)
        {
            public void Run()
            {
                DefaultTypeMap.MatchNamesWithUnderscores = true;
                db.Execute("INSERT INTO fact (price) VALUES (@UnitPrice)", db.Query<Row>("SELECT unit_price FROM orders"));
            }
        }
        """, "fact.price <- orders.unit_price via Row.UnitPrice");

    [Fact]
    public void A_class_of_maps_names_the_columns() => FlowAssert.Is("""
        public sealed class Row { public string Name { get; set; } = ""; public decimal Amount { get; set; } }
        public sealed class RowMap : ClassMap<Row> { public RowMap() { Map(row => row.Name).Name("customer"); Map(row => row.Amount).Index(4); } }
        public sealed class Job(NpgsqlConnection db)
        {
            public void Run()
            {
                using var csv = new CsvReader(new StreamReader("in.csv"), CultureInfo.InvariantCulture);
                csv.Context.RegisterClassMap<RowMap>();
                db.Execute("INSERT INTO fact (name, amount) VALUES (@Name, @Amount)", csv.GetRecords<Row>());
            }
        }
        """, """
        fact.name <- in.csv:customer via Row.Name
        fact.amount <- in.csv:[4] via Row.Amount
        """);

    [Fact]
    public void Fields_are_read_by_name_and_by_position() => FlowAssert.Is("""
        public sealed class Job(NpgsqlConnection db)
        {
            public void Run()
            {
                using var csv = new CsvReader(new StreamReader("in.csv"), CultureInfo.InvariantCulture);
                while (csv.Read())
                    db.Execute("INSERT INTO fact (name, amount, day) VALUES (@name, @amount, @day)", new { name = csv["customer"], amount = csv.GetField<decimal>("amount"), day = csv.GetField(2) });
            }
        }
        """, """
        fact.name <- in.csv:customer
        fact.amount <- in.csv:amount
        fact.day <- in.csv:[2]
        """);

    [Fact]
    public void Dynamic_rows_have_the_columns_of_the_query() => FlowAssert.Is("""
        public sealed class Job(NpgsqlConnection db)
        {
            public void Run()
            {
                foreach (var row in db.Query("SELECT id, net AS amount FROM orders"))
                    db.Execute("INSERT INTO fact (id, amount) VALUES (@id, @amount)", new { id = (int)row.id, amount = (decimal)row.amount });
            }
        }
        """, """
        fact.id <- orders.id
        fact.amount <- orders.net
        """);

    [Fact]
    public void A_member_of_the_same_name_in_another_type_is_another_member() => FlowAssert.IsFor("fact.net", """
        public sealed class Left { public int Id { get; set; } public decimal Net { get; set; } }
        public sealed class Right { public int Id { get; set; } public decimal Net { get; set; } }
        public sealed class Job(NpgsqlConnection db)
        {
            public void Run()
            {
                var rights = db.Query<Right>("SELECT id, net FROM right_rows").ToDictionary(right => right.Id);
                foreach (var left in db.Query<Left>("SELECT id, net FROM left_rows"))
                    db.Execute("INSERT INTO fact (id, net) VALUES (@Id, @Net)", new { rights[left.Id].Id, left.Net });
            }
        }
        """, "fact.net <- left_rows.net via Left.Net");
}
