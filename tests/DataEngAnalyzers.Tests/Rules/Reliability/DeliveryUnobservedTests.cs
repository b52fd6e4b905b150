using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Reliability;

public sealed class DeliveryUnobservedTests() : RuleTests("DEA1006")
{
    private const string Head = """
        using Confluent.Kafka;

        namespace Shop;

        """;

    [Fact]
    public Task Reports_messages_that_are_still_buffered_at_the_end() => Reports(Head + """
        public sealed class SalePublisher(NpgsqlConnection db)
        {
            public void Publish()
            {
                using var producer = new ProducerBuilder<Null, string>(new ProducerConfig()).Build();
                foreach (var product in db.Query<string>("SELECT product FROM sales"))
                    producer.[|Produce|]("sales", new Message<Null, string> { Value = product });
            }
        }
        """);

    [Fact]
    public Task Reports_a_producer_in_a_field_and_a_handler_that_is_null() => Reports(Head + """
        public sealed class SalePublisher
        {
            private readonly IProducer<Null, string> _producer = new ProducerBuilder<Null, string>(new ProducerConfig()).Build();

            public void Publish(Sale sale) =>
                _producer.[|Produce|]("sales", new Message<Null, string> { Value = sale.Product }, deliveryHandler: null);
        }
        """);

    [Fact]
    public Task Reports_top_level_statements() => Reports("""
        // top-level
        using Confluent.Kafka;

        using var producer = new ProducerBuilder<Null, string>(new ProducerConfig()).Build();
        foreach (var line in File.ReadLines("sales.csv"))
            producer.[|Produce|]("sales", new Message<Null, string> { Value = line });
        """);

    [Theory]
    [InlineData("producer.Produce(\"sales\", message); producer.Flush(TimeSpan.FromSeconds(10));")]
    [InlineData("producer.Produce(\"sales\", message, report => failed += report.Error.IsError ? 1 : 0);")]
    [InlineData("await producer.ProduceAsync(\"sales\", message);")]
    public Task Stays_quiet_when_somebody_hears_of_the_outcome(string send) => StaysQuiet(Head + $$"""
        public sealed class SalePublisher
        {
            public async Task<int> PublishAsync(Message<Null, string> message)
            {
                var failed = 0;
                using var producer = new ProducerBuilder<Null, string>(new ProducerConfig()).Build();
                {{send}}
                await Task.CompletedTask;
                return failed;
            }
        }
        """);

    [Fact]
    public Task Stays_quiet_when_the_producer_was_handed_in() => StaysQuiet(Head + """
        public sealed class SalePublisher(IProducer<Null, string> producer)
        {
            public void Publish(Sale sale) => producer.Produce("sales", new Message<Null, string> { Value = sale.Product });
        }
        """);

    [Fact]
    public Task Stays_quiet_when_another_method_of_the_type_flushes() => StaysQuiet(Head + """
        public sealed class SalePublisher : IDisposable
        {
            private readonly IProducer<Null, string> _producer = new ProducerBuilder<Null, string>(new ProducerConfig()).Build();

            public void Publish(Sale sale) => _producer.Produce("sales", new Message<Null, string> { Value = sale.Product });

            public void Dispose() => _producer.Flush();
        }
        """);

    [Fact]
    public Task Stays_quiet_in_a_web_controller() => StaysQuiet(Head + """
        public sealed class SalesController : Microsoft.AspNetCore.Mvc.ControllerBase
        {
            private static readonly IProducer<Null, string> Producer = new ProducerBuilder<Null, string>(new ProducerConfig()).Build();

            public void Publish(Sale sale) => Producer.Produce("sales", new Message<Null, string> { Value = sale.Product });
        }
        """);

    [Fact]
    public Task Fixes_by_flushing_behind_the_last_message() => Fixes(
        Head + """
        public sealed class SalePublisher(NpgsqlConnection db)
        {
            public void Publish()
            {
                using var producer = new ProducerBuilder<Null, string>(new ProducerConfig()).Build();
                foreach (var product in db.Query<string>("SELECT product FROM sales"))
                    producer.[|Produce|]("sales", new Message<Null, string> { Value = product }); // one a row
            }
        }

        public sealed class ReturnPublisher
        {
            public void Publish(CancellationToken ct)
            {
                using (var producer = new ProducerBuilder<Null, string>(new ProducerConfig()).Build())
                {
                    producer.[|Produce|]("returns", new Message<Null, string> { Value = "all" });
                }
            }
        }
        """,
        Head + """
        public sealed class SalePublisher(NpgsqlConnection db)
        {
            public void Publish()
            {
                using var producer = new ProducerBuilder<Null, string>(new ProducerConfig()).Build();
                foreach (var product in db.Query<string>("SELECT product FROM sales"))
                    producer.Produce("sales", new Message<Null, string> { Value = product }); // one a row
                producer.Flush(TimeSpan.FromSeconds(30));
            }
        }

        public sealed class ReturnPublisher
        {
            public void Publish(CancellationToken ct)
            {
                using (var producer = new ProducerBuilder<Null, string>(new ProducerConfig()).Build())
                {
                    producer.Produce("returns", new Message<Null, string> { Value = "all" });
                    producer.Flush(ct);
                }
            }
        }
        """);
}
