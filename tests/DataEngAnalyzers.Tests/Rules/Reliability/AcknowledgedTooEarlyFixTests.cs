using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using DataEngAnalyzers.Tests.Knowledge;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Reliability;

public sealed class AcknowledgedTooEarlyFixTests : RuleTests
{
    private const string Usings = """
        using Azure.Messaging.ServiceBus;
        using RabbitMQ.Client;
        using RabbitMQ.Client.Events;

        namespace Shop;

        """;

    public AcknowledgedTooEarlyFixTests()
        : base("DEA1031") => Libraries["Azure.Messaging.ServiceBus"] = MessagingStubs.ServiceBus;

    [Fact]
    public Task Moves_each_acknowledgement_behind_the_last_write_with_its_comments() => Fixes(
        Usings + """
        public sealed class SaleConsumer(ServiceBusProcessor sales, ServiceBusProcessor returns, NpgsqlConnection db)
        {
            public void Start()
            {
                sales.ProcessMessageAsync += async args =>
                {
                    // done
                    await args.[|CompleteMessageAsync|](args.Message); // one message
                    await db.ExecuteAsync("INSERT INTO fact_sales (body) VALUES (@Body)", args.Message);
                    await db.ExecuteAsync("INSERT INTO fact_lines (body) VALUES (@Body)", args.Message); // lines
                };
                returns.ProcessMessageAsync += async args =>
                {
                    await args.[|CompleteMessageAsync|](args.Message);
                    await db.ExecuteAsync("INSERT INTO fact_returns (body) VALUES (@Body)", args.Message);
                };
            }
        }
        """,
        Usings + """
        public sealed class SaleConsumer(ServiceBusProcessor sales, ServiceBusProcessor returns, NpgsqlConnection db)
        {
            public void Start()
            {
                sales.ProcessMessageAsync += async args =>
                {
                    await db.ExecuteAsync("INSERT INTO fact_sales (body) VALUES (@Body)", args.Message);
                    await db.ExecuteAsync("INSERT INTO fact_lines (body) VALUES (@Body)", args.Message); // lines
                    // done
                    await args.CompleteMessageAsync(args.Message); // one message
                };
                returns.ProcessMessageAsync += async args =>
                {
                    await db.ExecuteAsync("INSERT INTO fact_returns (body) VALUES (@Body)", args.Message);
                    await args.CompleteMessageAsync(args.Message);
                };
            }
        }
        """);

    [Theory]
    [InlineData("if (args.Message.Body is null) return;\n            await db.ExecuteAsync(\"INSERT INTO fact_sales (body) VALUES (@Body)\", args.Message);")]
    [InlineData("try { await db.ExecuteAsync(\"INSERT INTO fact_sales (body) VALUES (@Body)\", args.Message); } catch (NpgsqlException) { }")]
    public Task Offers_nothing_where_the_write_may_not_be_reached_or_fail_in_silence(string rest) => OffersNoFix(Usings + $$"""
        public sealed class SaleConsumer(ServiceBusProcessor processor, NpgsqlConnection db)
        {
            public void Start() => processor.ProcessMessageAsync += async args =>
            {
                await args.[|CompleteMessageAsync|](args.Message);
                {{rest}}
            };
        }
        """);

    [Fact]
    public Task Acknowledges_at_the_end_of_the_lambda() => Fixes(
        Usings + """
        public sealed class SaleConsumer(IChannel channel, NpgsqlConnection db)
        {
            public async Task StartAsync()
            {
                var consumer = new AsyncEventingBasicConsumer(channel);
                consumer.ReceivedAsync += async (_, delivery) =>
                {
                    await db.ExecuteAsync("INSERT INTO fact_sales (body) VALUES (@body)", new { body = delivery.Body.ToArray() }); // stored
                };
                await channel.[|BasicConsumeAsync|]("sales", autoAck: true, consumer);
            }
        }
        """,
        Usings + """
        public sealed class SaleConsumer(IChannel channel, NpgsqlConnection db)
        {
            public async Task StartAsync()
            {
                var consumer = new AsyncEventingBasicConsumer(channel);
                consumer.ReceivedAsync += async (_, delivery) =>
                {
                    await db.ExecuteAsync("INSERT INTO fact_sales (body) VALUES (@body)", new { body = delivery.Body.ToArray() }); // stored
                    await channel.BasicAckAsync(delivery.DeliveryTag, multiple: false);
                };
                await channel.BasicConsumeAsync("sales", autoAck: false, consumer);
            }
        }
        """);

    [Fact]
    public Task Acknowledges_at_the_end_of_the_handler_method_of_version_6()
    {
        Libraries["RabbitMQ.Client"] = MessagingStubs.RabbitMq;
        return Fixes(
            """
            using RabbitMQ.Client;
            using RabbitMQ.Client.Events;

            namespace Shop;

            public sealed class SaleConsumer(IModel model, NpgsqlConnection db)
            {
                public void Start()
                {
                    var consumer = new EventingBasicConsumer(model);
                    consumer.Received += OnSale;
                    model.[|BasicConsume|]("sales", true, consumer);
                }

                private void OnSale(object? sender, BasicDeliverEventArgs delivery)
                {
                    db.Execute("INSERT INTO fact_sales (body) VALUES (@Body)", delivery);
                }
            }
            """,
            """
            using RabbitMQ.Client;
            using RabbitMQ.Client.Events;

            namespace Shop;

            public sealed class SaleConsumer(IModel model, NpgsqlConnection db)
            {
                public void Start()
                {
                    var consumer = new EventingBasicConsumer(model);
                    consumer.Received += OnSale;
                    model.BasicConsume("sales", false, consumer);
                }

                private void OnSale(object? sender, BasicDeliverEventArgs delivery)
                {
                    db.Execute("INSERT INTO fact_sales (body) VALUES (@Body)", delivery);
                    model.BasicAck(delivery.DeliveryTag, multiple: false);
                }
            }
            """);
    }

    [Fact]
    public Task Locks_what_a_processor_receives() => Fixes(
        Usings + """
        public sealed class SaleConsumer(ServiceBusClient client, NpgsqlConnection db)
        {
            public void Start()
            {
                var processor = client.CreateProcessor("sales", new ServiceBusProcessorOptions { [|ReceiveMode|] = ServiceBusReceiveMode.ReceiveAndDelete });
                processor.ProcessMessageAsync += async args => await db.ExecuteAsync("INSERT INTO fact_sales (body) VALUES (@Body)", args.Message);
            }
        }
        """,
        Usings + """
        public sealed class SaleConsumer(ServiceBusClient client, NpgsqlConnection db)
        {
            public void Start()
            {
                var processor = client.CreateProcessor("sales", new ServiceBusProcessorOptions { ReceiveMode = ServiceBusReceiveMode.PeekLock });
                processor.ProcessMessageAsync += async args => await db.ExecuteAsync("INSERT INTO fact_sales (body) VALUES (@Body)", args.Message);
            }
        }
        """);
}
