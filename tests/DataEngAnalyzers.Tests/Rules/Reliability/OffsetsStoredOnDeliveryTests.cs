using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Reliability;

public sealed class OffsetsStoredOnDeliveryTests() : RuleTests("DEA1004")
{
    private static string Consumer(string config, string handling = "", string consumer = "new ConsumerBuilder<string, string>(config).Build()") => $$"""
        using Confluent.Kafka;

        namespace Shop;

        public interface ISettings { void Bind(object target); bool AutoCommit { get; } }

        public sealed class SaleConsumer(NpgsqlConnection db, ISettings settings)
        {
            public async Task RunAsync(CancellationToken ct)
            {
                _ = settings;
                {{config}}
                using var consumer = {{consumer}};
                consumer.Subscribe("sales");
                while (!ct.IsCancellationRequested)
                {
                    var result = consumer.Consume(ct);
                    await db.ExecuteAsync("INSERT INTO fact_sales (body) VALUES (@Value)", result.Message);{{handling}}
                }
            }
        }
        """;

    private static string Assigned(string settings, string partitions) =>
        Consumer($$"""var config = new {{settings}} { GroupId = "sales" };""").Replace("""consumer.Subscribe("sales")""", $"consumer.Assign({partitions})");

    [Theory]
    [InlineData("""var config = new [|ConsumerConfig|] { GroupId = "sales" };""")]
    [InlineData("""var config = new [|ConsumerConfig|] { GroupId = "sales", EnableAutoCommit = true };""")]
    [InlineData("""ConsumerConfig config = [|new|]() { GroupId = "sales", EnableAutoOffsetStore = true };""")]
    [InlineData("""var config = new [|ConsumerConfig|](); config.GroupId = "sales";""")]
    public Task Reports_settings_that_leave_both_on(string config) => Reports(Consumer(config));

    [Fact]
    public Task Reports_settings_made_in_the_builder_and_error_handlers() => Reports(Consumer(
        string.Empty,
        consumer: """new ConsumerBuilder<string, string>(new [|ConsumerConfig|] { GroupId = "sales" }).SetErrorHandler((_, e) => { }).Build()"""));

    [Fact]
    public Task Reports_a_consumer_kept_in_a_field() => Reports("""
        using Confluent.Kafka;

        namespace Shop;

        public sealed class SaleConsumer : Microsoft.Extensions.Hosting.BackgroundService
        {
            private readonly IConsumer<string, string> _consumer;
            private readonly ShopContext _context;

            public SaleConsumer(ShopContext context)
            {
                _context = context;
                var config = new [|ConsumerConfig|] { GroupId = "sales" };
                _consumer = new ConsumerBuilder<string, string>(config).Build();
            }

            protected override async Task ExecuteAsync(CancellationToken stoppingToken)
            {
                while (true)
                    await HandleAsync(_consumer.Consume(stoppingToken));
            }

            private async Task HandleAsync(ConsumeResult<string, string> result)
            {
                _context.Sales.Add(new Sale { Product = result.Message.Value });
                await _context.SaveChangesAsync();
            }
        }
        """);

    [Theory]
    [InlineData("""var config = new ConsumerConfig { GroupId = "sales", EnableAutoCommit = false };""")]
    [InlineData("""var config = new ConsumerConfig { GroupId = "sales", EnableAutoOffsetStore = false };""")]
    [InlineData("""var config = new ConsumerConfig { GroupId = "sales" }; config.EnableAutoCommit = false;""")]
    [InlineData("""var config = new ConsumerConfig { GroupId = "sales", EnableAutoCommit = settings.AutoCommit };""")]
    [InlineData("""var config = new ConsumerConfig { GroupId = "sales" }; settings.Bind(config);""")]
    [InlineData("""var config = new ConsumerConfig { GroupId = "sales" }; config.Set("enable.auto.commit", "false");""")]
    [InlineData("""var config = new ConsumerConfig(new ClientConfig());""")]
    public Task Stays_quiet_when_one_is_off_or_the_code_does_not_tell(string config) => StaysQuiet(Consumer(config));

    [Fact]
    public Task Stays_quiet_when_the_messages_are_only_logged() => StaysQuiet("""
        using Confluent.Kafka;

        namespace Shop;

        public sealed class Tail(Action<string> log)
        {
            public void Run()
            {
                using var consumer = new ConsumerBuilder<string, string>(new ConsumerConfig { GroupId = "tail" }).Build();
                while (true)
                    log(consumer.Consume().Message.Value);
            }
        }
        """);

    [Theory]
    [InlineData("""new TopicPartition("sales", 0)""")]
    [InlineData("""new[] { new TopicPartition("sales", 0), new TopicPartition("sales", 1) }""")]
    public Task Reports_partitions_that_are_assigned_without_an_offset(string partitions) => Reports(Assigned("[|ConsumerConfig|]", partitions));

    [Theory]
    [InlineData("""new TopicPartitionOffset("sales", 0, 17)""")]
    [InlineData("""new[] { new TopicPartitionOffset("sales", 0, 17) }""")]
    public Task Stays_quiet_when_the_offsets_are_chosen(string partitions) => StaysQuiet(Assigned("ConsumerConfig", partitions));

    [Fact]
    public Task Stays_quiet_in_a_test_class() => StaysQuiet(Consumer("""var config = new ConsumerConfig { GroupId = "sales" };""")
        .Replace("public async Task RunAsync", "[Xunit.Fact] public async Task RunAsync"));

    [Fact]
    public Task Fixes_by_storing_the_offset_behind_the_row() => Fixes(
        Consumer("""var config = new [|ConsumerConfig|] { GroupId = "sales" }; // the group"""),
        Consumer("""var config = new ConsumerConfig { GroupId = "sales", EnableAutoOffsetStore = false }; // the group""", "\n            consumer.StoreOffset(result);"));

    [Fact]
    public Task Fixes_by_switching_the_timer_off_where_the_code_commits() => Fixes(
        Consumer("""
        var config = new [|ConsumerConfig|]
                {
                    GroupId = "sales",
                };
        """, " consumer.Commit(result);"),
        Consumer("""
        var config = new ConsumerConfig
                {
                    GroupId = "sales",
                    EnableAutoCommit = false,
                };
        """, " consumer.Commit(result);"));
}
