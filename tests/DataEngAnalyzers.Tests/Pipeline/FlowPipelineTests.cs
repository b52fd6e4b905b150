using System;
using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Pipeline;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Pipeline;

/// <summary>Pipelines over several classes as teams write them, against the edges that a person read from the code before the engine saw it.</summary>
public sealed class FlowPipelineTests
{
    [Fact]
    public void Orders_are_read_by_a_context_mapped_by_a_profile_and_upserted() => EdgesAre("""
        using AutoMapper;
        namespace Orders;

        public sealed class Customer { public int Id { get; set; } public string Name { get; set; } = ""; public string Country { get; set; } = ""; }
        public sealed class Order
        {
            public int Id { get; set; }
            public int CustomerId { get; set; }
            public Customer Customer { get; set; } = null!;
            public DateTime PlacedAt { get; set; }
            public decimal Total { get; set; }
            public decimal Discount { get; set; }
            public string Currency { get; set; } = "";
            public string Notes { get; set; } = "";
        }
        public sealed class OrderContext : DbContext
        {
            public DbSet<Order> Orders => Set<Order>();
            public DbSet<Customer> Customers => Set<Customer>();
            protected override void OnModelCreating(ModelBuilder model)
            {
                model.Entity<Order>().ToTable("orders");
                model.Entity<Order>().Property(order => order.Total).HasColumnName("gross_total");
                model.Entity<Customer>().ToTable("customers");
            }
        }

        public sealed class OrderFact
        {
            public int OrderKey { get; set; }
            public string CustomerName { get; set; } = "";
            public string CustomerCountry { get; set; } = "";
            public decimal Amount { get; set; }
            public string Currency { get; set; } = "";
            public DateTime PlacedAt { get; set; }
            public string Comment { get; set; } = "";
            public DateTime LoadedAt { get; set; }
        }
        public sealed class OrderProfile : Profile
        {
            public OrderProfile()
            {
                CreateMap<Order, OrderFact>()
                    .ForMember(fact => fact.OrderKey, option => option.MapFrom(order => order.Id))
                    .ForMember(fact => fact.Amount, option => option.MapFrom(order => order.Total - order.Discount))
                    .ForMember(fact => fact.LoadedAt, option => option.Ignore());
            }
        }

        public interface IOrderSource { Task<List<Order>> ReadAsync(DateTime since, CancellationToken cancellation); }
        public sealed class OrderSource(OrderContext context) : IOrderSource
        {
            public Task<List<Order>> ReadAsync(DateTime since, CancellationToken cancellation) =>
                context.Orders.AsNoTracking().Include(order => order.Customer).Where(order => order.PlacedAt >= since).OrderBy(order => order.Id).ToListAsync(cancellation);
        }
        public sealed class OrderTransform(IMapper mapper)
        {
            public IReadOnlyList<OrderFact> Apply(IEnumerable<Order> orders)
            {
                var facts = mapper.Map<List<OrderFact>>(orders);
                foreach (var fact in facts)
                {
                    fact.Currency = fact.Currency.ToUpperInvariant();
                    fact.LoadedAt = DateTime.UtcNow;
                }
                return facts;
            }
        }
        public sealed class OrderStore(NpgsqlConnection db)
        {
            private const string Upsert = "INSERT INTO order_fact (order_key, customer_name, customer_country, amount, currency, placed_at, comment, loaded_at) VALUES (@OrderKey, @CustomerName, @CustomerCountry, @Amount, @Currency, @PlacedAt, @Comment, @LoadedAt) ON CONFLICT (order_key) DO UPDATE SET amount = EXCLUDED.amount, loaded_at = EXCLUDED.loaded_at";
            public Task SaveAsync(IEnumerable<OrderFact> facts) => db.ExecuteAsync(Upsert, facts);
        }
        public sealed class OrderJob(IOrderSource source, OrderTransform transform, OrderStore store)
        {
            public async Task RunAsync(DateTime since, CancellationToken cancellation)
            {
                var orders = await source.ReadAsync(since, cancellation);
                await store.SaveAsync(transform.Apply(orders));
            }
        }
        """, """
        order_fact.order_key <- orders.Id
        order_fact.customer_name <- customers.Name
        order_fact.customer_country <- customers.Country
        order_fact.amount <- orders.gross_total [transformation]
        order_fact.amount <- orders.Discount [transformation]
        order_fact.currency <- orders.Currency [transformation]
        order_fact.placed_at <- orders.PlacedAt
        order_fact <- orders.PlacedAt [filter]
        order_fact <- orders.Id [sort]
        """);

    [Fact]
    public void Prices_are_read_by_a_class_map_changed_as_records_and_copied_in_bulk() => EdgesAre("""
        namespace Prices;

        public sealed record PriceRow
        {
            public string Sku { get; init; } = "";
            public decimal Net { get; init; }
            public decimal Vat { get; init; }
            public string Currency { get; init; } = "";
            public DateTime ValidFrom { get; init; }
            public decimal Gross => Net * (1 + Vat);
        }
        public sealed class PriceMap : ClassMap<PriceRow>
        {
            public PriceMap()
            {
                Map(row => row.Sku).Name("article_no");
                Map(row => row.Net).Name("price_net");
                Map(row => row.Vat).Name("vat_rate");
                Map(row => row.Currency).Name("currency");
                Map(row => row.ValidFrom).Name("valid_from");
            }
        }

        public sealed class PriceFile
        {
            public IEnumerable<PriceRow> Read()
            {
                using var csv = new CsvReader(new StreamReader("prices.csv"), CultureInfo.InvariantCulture);
                csv.Context.RegisterClassMap<PriceMap>();
                foreach (var row in csv.GetRecords<PriceRow>())
                    yield return row;
            }
        }
        public static class PriceRules
        {
            public static IEnumerable<PriceRow> InEuro(this IEnumerable<PriceRow> rows, decimal rate) =>
                from row in rows
                where row.Net > 0
                select row.Currency == "EUR" ? row : row with { Net = decimal.Round(row.Net / rate, 2), Currency = "EUR" };
        }
        public sealed class PriceTable
        {
            private readonly DataTable _table = new("price");
            public PriceTable()
            {
                _table.Columns.Add("Sku", typeof(string));
                _table.Columns.Add("Net", typeof(decimal));
                _table.Columns.Add("Gross", typeof(decimal));
                _table.Columns.Add("From", typeof(DateTime));
            }
            public void Add(PriceRow row) => _table.Rows.Add(row.Sku, row.Net, row.Gross, row.ValidFrom);
            public DataTable Rows => _table;
        }
        public sealed class PriceJob(SqlConnection connection, PriceFile file)
        {
            public async Task RunAsync(decimal rate, CancellationToken cancellation)
            {
                var table = new PriceTable();
                foreach (var row in file.Read().InEuro(rate))
                    table.Add(row);

                using var copy = new SqlBulkCopy(connection) { DestinationTableName = "dbo.Price", BatchSize = 5000 };
                copy.ColumnMappings.Add("Sku", "Sku");
                copy.ColumnMappings.Add("Net", "NetPrice");
                copy.ColumnMappings.Add("Gross", "GrossPrice");
                copy.ColumnMappings.Add("From", "ValidFrom");
                await copy.WriteToServerAsync(table.Rows, cancellation);
            }
        }
        """, """
        dbo.Price.Sku <- prices.csv:article_no
        dbo.Price.NetPrice <- prices.csv:price_net
        dbo.Price.NetPrice <- prices.csv:price_net [transformation]
        dbo.Price.GrossPrice <- prices.csv:price_net [transformation]
        dbo.Price.GrossPrice <- prices.csv:vat_rate [transformation]
        dbo.Price.ValidFrom <- prices.csv:valid_from
        dbo.Price.Sku <- prices.csv:currency [conditional]
        dbo.Price.NetPrice <- prices.csv:currency [conditional]
        dbo.Price.GrossPrice <- prices.csv:currency [conditional]
        dbo.Price.ValidFrom <- prices.csv:currency [conditional]
        dbo.Price <- prices.csv:price_net [filter]
        """);

    [Fact]
    public void Sales_are_read_by_a_reader_adapted_to_events_and_produced() => EdgesAre("""
        using Confluent.Kafka;
        using Mapster;
        using System.Text.Json;
        namespace Sales;

        public sealed class SaleRow { public long Id { get; set; } public string Store { get; set; } = ""; public decimal Amount { get; set; } public DateTime SoldAt { get; set; } public string? Cashier { get; set; } }
        public sealed class SaleEvent
        {
            public long EventId { get; set; }
            public string Store { get; set; } = "";
            public long Cents { get; set; }
            public DateTime SoldAt { get; set; }
            public string? Cashier { get; set; }
            public string TraceId { get; set; } = "";
        }

        public sealed class SaleReader(NpgsqlConnection db)
        {
            private const string Sql = "SELECT s.id, s.store_no, s.amount, s.sold_at, s.cashier FROM pos.sale s WHERE s.exported = false";
            public async IAsyncEnumerable<SaleRow> ReadAsync()
            {
                await using var command = new NpgsqlCommand(Sql, db);
                await using var reader = await command.ExecuteReaderAsync();
                var amount = reader.GetOrdinal("amount");
                while (await reader.ReadAsync())
                {
                    yield return new SaleRow
                    {
                        Id = reader.GetInt64(0),
                        Store = reader.GetString(1),
                        Amount = reader.GetDecimal(amount),
                        SoldAt = reader.GetDateTime(3),
                        Cashier = reader.IsDBNull(4) ? null : reader.GetString(4),
                    };
                }
            }
        }
        public static class SaleMapping
        {
            public static void Register() => TypeAdapterConfig<SaleRow, SaleEvent>.NewConfig()
                .Map(sale => sale.EventId, row => row.Id)
                .Map(sale => sale.Cents, row => (long)(row.Amount * 100))
                .Ignore(sale => sale.Cashier!);
        }
        public sealed class SalePublisher(IProducer<string, string> producer)
        {
            public Task PublishAsync(SaleEvent sale)
            {
                sale.TraceId = Guid.NewGuid().ToString("N");
                return producer.ProduceAsync("sales", new Message<string, string> { Key = sale.Store, Value = JsonSerializer.Serialize(sale) });
            }
        }
        public sealed class SaleJob(SaleReader reader, SalePublisher publisher)
        {
            public async Task RunAsync()
            {
                SaleMapping.Register();
                await foreach (var row in reader.ReadAsync())
                    await publisher.PublishAsync(row.Adapt<SaleEvent>());
            }
        }
        """, """
        sales:key <- pos.sale.store_no
        sales:EventId <- pos.sale.id
        sales:Store <- pos.sale.store_no
        sales:Cents <- pos.sale.amount [transformation]
        sales:SoldAt <- pos.sale.sold_at
        sales <- pos.sale.exported [filter]
        """);

    private static void EdgesAre(string code, string expected)
    {
        var found = from stage in Code.Of(code).Stages
                    from write in stage.Operations
                    where write.Action is DataAction.Write or DataAction.Update or DataAction.Save
                    from line in FlowText.EdgesOf(stage.FlowInto(write))
                    select line;
        Assert.Equal(Sorted(expected.ReplaceLineEndings("\n").Split('\n')), Sorted(found));
    }

    private static string Sorted(IEnumerable<string> lines) => string.Join('\n', lines.Distinct().Order(StringComparer.Ordinal));
}
