using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using DataEngAnalyzers.Tests.Knowledge;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Reliability;

public sealed class AcknowledgedTooEarlyTests : RuleTests
{
    private const string Usings = """
        using Amazon.SQS;
        using Amazon.SQS.Model;
        using Azure.Messaging.ServiceBus;
        using Azure.Storage.Queues;
        using RabbitMQ.Client;
        using RabbitMQ.Client.Events;

        namespace Shop;

        """;

    public AcknowledgedTooEarlyTests()
        : base("DEA1031") => Libraries["Azure.Messaging.ServiceBus"] = MessagingStubs.ServiceBus;

    [Fact]
    public Task Reports_a_consumer_that_acknowledges_on_delivery() => Reports(Usings + """
        public sealed class SaleConsumer(IChannel channel, NpgsqlConnection db)
        {
            public async Task StartAsync()
            {
                var consumer = new AsyncEventingBasicConsumer(channel);
                consumer.ReceivedAsync += async (_, delivery) =>
                    await db.ExecuteAsync("INSERT INTO fact_sales (body) VALUES (@body)", new { body = delivery.Body.ToArray() });
                await channel.[|BasicConsumeAsync|]("sales", autoAck: true, consumer);
            }
        }
        """);

    [Fact]
    public Task Reports_a_handler_method_of_the_same_type() => Reports(Usings + """
        public sealed class SaleConsumer(IChannel channel, ShopContext context)
        {
            private const bool Automatic = true;

            public async Task StartAsync()
            {
                var consumer = new AsyncEventingBasicConsumer(channel);
                consumer.ReceivedAsync += OnSaleAsync;
                await channel.[|BasicConsumeAsync|]("sales", Automatic, consumer);
            }

            private async Task OnSaleAsync(object sender, BasicDeliverEventArgs delivery)
            {
                context.Sales.Add(new Sale { Product = delivery.RoutingKey });
                await context.SaveChangesAsync();
            }
        }
        """);

    [Fact]
    public Task Reports_the_models_of_version_6()
    {
        Libraries["RabbitMQ.Client"] = MessagingStubs.RabbitMq;
        return Reports("""
            using RabbitMQ.Client;
            using RabbitMQ.Client.Events;

            namespace Shop;

            public sealed class SaleConsumer(IModel model, NpgsqlConnection db)
            {
                public void Start()
                {
                    var consumer = new EventingBasicConsumer(model);
                    consumer.Received += (_, delivery) => db.Execute("INSERT INTO fact_sales (body) VALUES (@Body)", delivery);
                    model.[|BasicConsume|]("sales", true, consumer);
                }
            }
            """);
    }

    [Fact]
    public Task Reports_a_message_pulled_with_automatic_acknowledgement() => Reports(Usings + """
        public sealed class SaleConsumer(IChannel channel, NpgsqlConnection db)
        {
            public async Task DrainAsync()
            {
                while (await channel.[|BasicGetAsync|]("sales", autoAck: true) is { } delivery)
                    await db.ExecuteAsync("INSERT INTO fact_sales (body) VALUES (@body)", new { body = delivery.Body.ToArray() });
            }
        }
        """);

    [Fact]
    public Task Reports_a_processor_that_receives_and_deletes() => Reports(Usings + """
        public sealed class SaleConsumer(ServiceBusClient client, NpgsqlConnection db)
        {
            public void Start()
            {
                var processor = client.CreateProcessor("sales", new ServiceBusProcessorOptions { [|ReceiveMode|] = ServiceBusReceiveMode.ReceiveAndDelete });
                processor.ProcessMessageAsync += async args => await db.ExecuteAsync("INSERT INTO fact_sales (body) VALUES (@Body)", args.Message);
            }
        }
        """);

    [Fact]
    public Task Reports_a_receiver_that_receives_and_deletes() => Reports(Usings + """
        public sealed class SaleConsumer(ServiceBusClient client, NpgsqlConnection db)
        {
            public async Task DrainAsync()
            {
                var options = new ServiceBusReceiverOptions();
                options.[|ReceiveMode|] = ServiceBusReceiveMode.ReceiveAndDelete;
                var receiver = client.CreateReceiver("sales", options);
                foreach (var message in await receiver.ReceiveMessagesAsync(100))
                    await db.ExecuteAsync("INSERT INTO fact_sales (body) VALUES (@Body)", message);
            }
        }
        """);

    [Fact]
    public Task Reports_a_message_completed_before_its_row_is_stored() => Reports(Usings + """
        public sealed class SaleConsumer(ServiceBusProcessor processor, NpgsqlConnection db)
        {
            public void Start() => processor.ProcessMessageAsync += async args =>
            {
                await args.[|CompleteMessageAsync|](args.Message);
                await db.ExecuteAsync("INSERT INTO fact_sales (body) VALUES (@Body)", args.Message);
            };
        }
        """);

    [Fact]
    public Task Reports_a_delivery_acknowledged_before_the_context_saves() => Reports(Usings + """
        public sealed class SaleConsumer(IChannel channel, ShopContext context)
        {
            public void Start(AsyncEventingBasicConsumer consumer) => consumer.ReceivedAsync += async (_, delivery) =>
            {
                context.Sales.Add(new Sale { Product = delivery.RoutingKey });
                await channel.[|BasicAckAsync|](delivery.DeliveryTag, multiple: false);
                await context.SaveChangesAsync();
            };
        }
        """);

    [Fact]
    public Task Reports_a_queue_message_deleted_in_a_private_method() => Reports(Usings + """
        public sealed class SaleConsumer(IAmazonSQS queue, NpgsqlConnection db)
        {
            public async Task DrainAsync(string url, CancellationToken ct)
            {
                var response = await queue.ReceiveMessageAsync(url, ct);
                foreach (var message in response.Messages)
                {
                    await ForgetAsync(url, message, ct);
                    await db.ExecuteAsync("INSERT INTO fact_sales (body) VALUES (@Body)", message);
                }
            }

            private Task ForgetAsync(string url, Message message, CancellationToken ct) =>
                queue.[|DeleteMessageAsync|](url, message.ReceiptHandle, ct);
        }
        """);

    [Fact]
    public Task Reports_a_message_deleted_before_its_transaction_commits() => Reports(Usings + """
        public sealed class SaleConsumer(QueueClient queue, NpgsqlConnection db)
        {
            public void Drain()
            {
                foreach (var message in queue.ReceiveMessages(32).Value)
                {
                    using var transaction = db.BeginTransaction();
                    db.Execute("INSERT INTO fact_sales (body) VALUES (@MessageText)", message, transaction);
                    queue.[|DeleteMessage|](message.MessageId, message.PopReceipt);
                    transaction.Commit();
                }
            }
        }
        """);

    [Fact]
    public Task Reports_top_level_statements() => Reports("""
        // top-level
        using RabbitMQ.Client;
        using RabbitMQ.Client.Events;

        var factory = new ConnectionFactory();
        await using var connection = await factory.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        await using var db = new NpgsqlConnection("Host=localhost");
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += async (_, delivery) =>
            await db.ExecuteAsync("INSERT INTO fact_sales (body) VALUES (@body)", new { body = delivery.Body.ToArray() });
        await channel.[|BasicConsumeAsync|]("sales", true, consumer);
        """);
}
