using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Reliability;

public sealed class WeakDeliveryTests() : RuleTests("DEA1005")
{
    private static string Publisher(string config, string topic = "sales", string type = "public sealed class SalePublisher") => $$"""
        using Confluent.Kafka;

        namespace Shop;

        {{type}}
        {
            public async Task PublishAsync(IReadOnlyList<Sale> sales, Acks chosen)
            {
                {{config}}
                using var producer = new ProducerBuilder<Null, string>(config).Build();
                foreach (var sale in sales)
                    await producer.ProduceAsync("{{topic}}", new Message<Null, string> { Value = sale.Product });
                _ = chosen;
            }
        }
        """;

    [Theory]
    [InlineData("var config = new ProducerConfig { [|Acks|] = Acks.None };")]
    [InlineData("var config = new ProducerConfig { [|Acks|] = Acks.Leader, LingerMs = 5 };")]
    [InlineData("const Acks level = Acks.Leader; var config = new ProducerConfig(); config.[|Acks|] = Confluent.Kafka.Acks.None; _ = level;")]
    public Task Reports_a_producer_that_does_not_wait_for_replicas(string config) => Reports(Publisher(config));

    [Fact]
    public Task Reports_settings_of_a_producer_that_another_method_uses() => Reports("""
        using Confluent.Kafka;

        namespace Shop;

        public static class Producers
        {
            public static IProducer<Null, string> Create() =>
                new ProducerBuilder<Null, string>(new ProducerConfig { [|Acks|] = Acks.Leader }).Build();
        }
        """);

    [Theory]
    [InlineData("var config = new ProducerConfig { Acks = Acks.All };")]
    [InlineData("var config = new ProducerConfig();")]
    [InlineData("var config = new ProducerConfig { Acks = chosen };")]
    public Task Stays_quiet_when_it_waits_or_the_code_does_not_tell(string config) => StaysQuiet(Publisher(config));

    [Fact]
    public Task Stays_quiet_for_a_topic_of_metrics() => StaysQuiet(Publisher("var config = new ProducerConfig { Acks = Acks.Leader };", topic: "shop-metrics"));

    [Fact]
    public Task Stays_quiet_in_a_web_controller() => StaysQuiet(Publisher(
        "var config = new ProducerConfig { Acks = Acks.Leader };",
        type: "public sealed class SalesController : Microsoft.AspNetCore.Mvc.ControllerBase"));

    [Fact]
    public Task Fixes_by_waiting_for_all_replicas() => Fixes(
        Publisher("var config = new ProducerConfig { /* fast */ [|Acks|] = Acks.Leader, LingerMs = 5 };"),
        Publisher("var config = new ProducerConfig { /* fast */ Acks = Acks.All, LingerMs = 5 };"));

    private static string Export(string config) => $$"""
        using Confluent.Kafka;

        namespace Shop;

        public sealed class SaleExport(CsvReader csv)
        {
            public async Task RunAsync()
            {
                {{config}}
                using var producer = new ProducerBuilder<int, string>(config).Build();
                foreach (var sale in csv.GetRecords<Sale>())
                    await producer.ProduceAsync("sales", new Message<int, string> { Key = sale.Id, Value = sale.Product });
            }

            private static void Fill(ProducerConfig config) => config.EnableIdempotence = true;
        }
        """;

    [Theory]
    [InlineData("var config = new [|ProducerConfig|] { BootstrapServers = \"kafka\" };")]
    [InlineData("var config = new [|ProducerConfig|] { Acks = Acks.All, MessageSendMaxRetries = 3 };")]
    [InlineData("var config = new [|ProducerConfig|] { EnableIdempotence = false };")]
    [InlineData("ProducerConfig config = [|new|]() { MaxInFlight = 10 };")]
    public Task Reports_a_load_through_a_producer_that_repeats_messages(string config) => Reports(Export(config));

    [Theory]
    [InlineData("var config = new ProducerConfig { EnableIdempotence = true };")]
    [InlineData("var config = new ProducerConfig(); config.EnableIdempotence = true;")]
    [InlineData("var config = new ProducerConfig { TransactionalId = \"sales\" };")]
    [InlineData("var config = new ProducerConfig { MessageSendMaxRetries = 0 };")]
    [InlineData("var config = new ProducerConfig(); Fill(config);")]
    [InlineData("var config = new ProducerConfig(new Dictionary<string, string>());")]
    public Task Stays_quiet_when_the_broker_recognises_messages_or_the_code_does_not_tell(string config) => StaysQuiet(Export(config));

    [Theory]
    [InlineData("var config = new [|ProducerConfig|] { /* all */ BootstrapServers = \"kafka\" };", "var config = new ProducerConfig { /* all */ BootstrapServers = \"kafka\", EnableIdempotence = true };")]
    [InlineData("var config = new [|ProducerConfig|]();", "var config = new ProducerConfig() { EnableIdempotence = true };")]
    [InlineData("var config = new [|ProducerConfig|] { EnableIdempotence = false };", "var config = new ProducerConfig { EnableIdempotence = true };")]
    public Task Fixes_by_letting_the_broker_recognise_messages(string before, string after) => Fixes(Export(before), Export(after));

    [Fact]
    public Task Offers_no_fix_where_too_many_requests_are_under_way() => OffersNoFix(Export("var config = new [|ProducerConfig|] { MaxInFlight = 10 };"));
}
