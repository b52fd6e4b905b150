using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using DataEngAnalyzers.Tests.Knowledge;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Reliability;

public sealed class AcknowledgedTooEarlySilenceTests : RuleTests
{
    private const string Usings = """
        using Azure.Messaging.ServiceBus;
        using RabbitMQ.Client;
        using RabbitMQ.Client.Events;

        namespace Shop;

        """;

    public AcknowledgedTooEarlySilenceTests()
        : base("DEA1031") => Libraries["Azure.Messaging.ServiceBus"] = MessagingStubs.ServiceBus;

    [Theory]
    [InlineData("autoAck: false")]
    [InlineData("autoAck: settings.AutoAck")]
    public Task Stays_quiet_when_the_broker_waits_or_the_code_does_not_tell(string argument) => StaysQuiet(Usings + $$"""
        public sealed class Settings { public bool AutoAck { get; set; } }

        public sealed class SaleConsumer(IChannel channel, NpgsqlConnection db, Settings settings)
        {
            public async Task StartAsync()
            {
                var consumer = new AsyncEventingBasicConsumer(channel);
                consumer.ReceivedAsync += async (_, delivery) =>
                {
                    await db.ExecuteAsync("INSERT INTO fact_sales (body) VALUES (@body)", new { body = delivery.Body.ToArray(), settings });
                    await channel.BasicAckAsync(delivery.DeliveryTag, multiple: false);
                };
                await channel.BasicConsumeAsync("sales", {{argument}}, consumer);
            }
        }
        """);

    [Fact]
    public Task Stays_quiet_when_nothing_is_stored() => StaysQuiet(Usings + """
        public sealed class Notifier(IChannel channel, Action<string> log)
        {
            public async Task StartAsync()
            {
                var consumer = new AsyncEventingBasicConsumer(channel);
                consumer.ReceivedAsync += (_, delivery) => { log(delivery.RoutingKey); return Task.CompletedTask; };
                await channel.BasicConsumeAsync("sales", autoAck: true, consumer);
            }
        }
        """);

    [Fact]
    public Task Stays_quiet_when_the_code_behind_a_consumer_sends_what_the_consumer_gets_the_answer_to() => StaysQuiet(Usings + """
        public sealed class Client(IChannel channel)
        {
            public async Task<string> AskAsync(string body)
            {
                var answer = new TaskCompletionSource<string>();
                var consumer = new AsyncEventingBasicConsumer(channel);
                consumer.ReceivedAsync += (_, delivery) => { answer.SetResult(delivery.RoutingKey); return Task.CompletedTask; };
                await channel.BasicConsumeAsync("answers", autoAck: true, consumer);
                await channel.BasicPublishAsync("questions", "sales", System.Text.Encoding.UTF8.GetBytes(body));
                return await answer.Task;
            }
        }
        """);

    [Fact]
    public Task Stays_quiet_when_the_rows_belong_to_another_consumer() => StaysQuiet(Usings + """
        public sealed class Consumers(IChannel channel, NpgsqlConnection db, Action<string> log)
        {
            public async Task StartAsync()
            {
                var news = new AsyncEventingBasicConsumer(channel);
                news.ReceivedAsync += (_, delivery) => { log(delivery.RoutingKey); return Task.CompletedTask; };
                await channel.BasicConsumeAsync("news", autoAck: true, news);

                var sales = new AsyncEventingBasicConsumer(channel);
                sales.ReceivedAsync += async (_, delivery) =>
                {
                    await db.ExecuteAsync("INSERT INTO fact_sales (body) VALUES (@body)", new { body = delivery.Body.ToArray() });
                    await channel.BasicAckAsync(delivery.DeliveryTag, multiple: false);
                };
                await channel.BasicConsumeAsync("sales", autoAck: false, sales);
            }
        }
        """);

    [Theory]
    [InlineData("if (delivery.Body.IsEmpty) { await channel.BasicAckAsync(delivery.DeliveryTag, false); return; }")]
    [InlineData("if (!await IsValidAsync(delivery)) return;")]
    [InlineData("await inbox.StoreAsync(delivery.Body.ToArray()); await channel.BasicAckAsync(delivery.DeliveryTag, false);")]
    [InlineData("await db.ExecuteAsync(\"INSERT INTO inbox (id) VALUES (@DeliveryTag)\", delivery); await channel.BasicAckAsync(delivery.DeliveryTag, false);")]
    public Task Stays_quiet_when_the_acknowledged_message_is_skipped_or_stored_before(string first) => StaysQuiet(Usings + $$"""
        public interface IInbox { Task StoreAsync(byte[] body); }

        public sealed class SaleConsumer(IChannel channel, NpgsqlConnection db, IInbox inbox)
        {
            public void Start(AsyncEventingBasicConsumer consumer) => consumer.ReceivedAsync += async (_, delivery) =>
            {
                {{first}}
                await db.ExecuteAsync("INSERT INTO fact_sales (body) VALUES (@body)", new { body = delivery.Body.ToArray() });
            };

            private async Task<bool> IsValidAsync(BasicDeliverEventArgs delivery)
            {
                if (!delivery.Body.IsEmpty && inbox is not null)
                    return true;
                await channel.BasicAckAsync(delivery.DeliveryTag, false);
                return false;
            }
        }
        """);

    [Fact]
    public Task Stays_quiet_when_the_other_branch_stores_or_a_handler_acknowledges() => StaysQuiet(Usings + """
        public sealed class SaleConsumer(ServiceBusProcessor processor, NpgsqlConnection db)
        {
            public void Start() => processor.ProcessMessageAsync += async args =>
            {
                try
                {
                    if (args.Message.Body is null)
                        await args.CompleteMessageAsync(args.Message);
                    else
                        await db.ExecuteAsync("INSERT INTO fact_sales (body) VALUES (@Body)", args.Message);
                }
                catch (FormatException)
                {
                    await args.CompleteMessageAsync(args.Message);
                    await db.ExecuteAsync("INSERT INTO rejected (body) VALUES (@Body)", args.Message);
                }
            };
        }
        """);

    [Fact]
    public Task Stays_quiet_when_only_a_log_follows() => StaysQuiet(Usings + """
        public sealed class SaleConsumer(ServiceBusProcessor processor, NpgsqlConnection db)
        {
            public void Start() => processor.ProcessMessageAsync += async args =>
            {
                await args.CompleteMessageAsync(args.Message);
                await db.ExecuteAsync("INSERT INTO message_log (body) VALUES (@Body)", args.Message);
            };
        }
        """);

    [Fact]
    public Task Stays_quiet_in_a_test_class() => StaysQuiet(Usings + """
        public sealed class ConsumerTests
        {
            [Xunit.Fact]
            public async Task Reads(IChannel channel, NpgsqlConnection db)
            {
                var delivery = await channel.BasicGetAsync("sales", autoAck: true);
                await db.ExecuteAsync("INSERT INTO fact_sales (body) VALUES (@body)", new { body = delivery!.Body.ToArray() });
            }
        }
        """);

    [Fact]
    public Task Stays_quiet_in_a_web_controller() => StaysQuiet(Usings + """
        public sealed class SalesController(IChannel channel, NpgsqlConnection db) : Microsoft.AspNetCore.Mvc.ControllerBase
        {
            public async Task Take()
            {
                var delivery = await channel.BasicGetAsync("sales", autoAck: true);
                await db.ExecuteAsync("INSERT INTO fact_sales (body) VALUES (@body)", new { body = delivery!.Body.ToArray() });
            }
        }
        """);
}
