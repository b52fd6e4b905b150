namespace DataEngAnalyzers.Tests.Knowledge;

/// <summary>Stubs of messaging libraries, or of former versions, that the tests do not reference; each is one assembly of its real name.</summary>
internal static class MessagingStubs
{
    public const string ServiceBus = """
        using System;
        using System.Collections.Generic;
        using System.Threading;
        using System.Threading.Tasks;

        namespace Azure.Messaging.ServiceBus
        {
            public enum ServiceBusReceiveMode { PeekLock, ReceiveAndDelete }
            public class ServiceBusMessage;
            public class ServiceBusMessageBatch;
            public class ServiceBusReceivedMessage { public string Body => null; }

            public class ServiceBusReceiverOptions { public ServiceBusReceiveMode ReceiveMode { get; set; } }
            public class ServiceBusProcessorOptions { public ServiceBusReceiveMode ReceiveMode { get; set; } }
            public class ServiceBusSessionReceiverOptions { public ServiceBusReceiveMode ReceiveMode { get; set; } }
            public class ServiceBusSessionProcessorOptions { public ServiceBusReceiveMode ReceiveMode { get; set; } }

            public class ServiceBusClient : System.IAsyncDisposable
            {
                public ServiceBusClient() { }
                public ServiceBusClient(string connectionString) { }
                public ServiceBusClient(string fullyQualifiedNamespace, object credential) { }
                public System.Threading.Tasks.ValueTask DisposeAsync() => throw null;
                public ServiceBusProcessor CreateProcessor(string queueName, ServiceBusProcessorOptions options = null) => throw null;
                public ServiceBusProcessor CreateProcessor(string topicName, string subscriptionName, ServiceBusProcessorOptions options = null) => throw null;
                public ServiceBusReceiver CreateReceiver(string queueName, ServiceBusReceiverOptions options = null) => throw null;
                public ServiceBusReceiver CreateReceiver(string topicName, string subscriptionName, ServiceBusReceiverOptions options = null) => throw null;
                public ServiceBusSender CreateSender(string queueOrTopicName) => throw null;
            }

            public class ServiceBusProcessor
            {
                public event Func<ProcessMessageEventArgs, Task> ProcessMessageAsync { add { } remove { } }
            }

            public class ServiceBusReceiver
            {
                public Task<ServiceBusReceivedMessage> ReceiveMessageAsync(CancellationToken cancellationToken = default) => throw null;
                public Task<IReadOnlyList<ServiceBusReceivedMessage>> ReceiveMessagesAsync(int maxMessages, CancellationToken cancellationToken = default) => throw null;
                public Task CompleteMessageAsync(ServiceBusReceivedMessage message, CancellationToken cancellationToken = default) => throw null;
            }

            public class ServiceBusSender
            {
                public Task SendMessageAsync(ServiceBusMessage message, CancellationToken cancellationToken = default) => throw null;
                public Task SendMessagesAsync(IEnumerable<ServiceBusMessage> messages, CancellationToken cancellationToken = default) => throw null;
                public Task SendMessagesAsync(ServiceBusMessageBatch messageBatch, CancellationToken cancellationToken = default) => throw null;
            }

            public class ProcessMessageEventArgs
            {
                public ServiceBusReceivedMessage Message => null;
                public Task CompleteMessageAsync(ServiceBusReceivedMessage message, CancellationToken cancellationToken = default) => throw null;
            }

            public class ProcessSessionMessageEventArgs
            {
                public Task CompleteMessageAsync(ServiceBusReceivedMessage message, CancellationToken cancellationToken = default) => throw null;
            }
        }
        """;

    public const string EventHubs = """
        using System;
        using System.Collections.Generic;
        using System.Threading;
        using System.Threading.Tasks;

        namespace Azure.Messaging.EventHubs
        {
            public class EventData { public string EventBody => null; }
        }

        namespace Azure.Messaging.EventHubs.Processor
        {
            public struct ProcessEventArgs
            {
                public EventData Data => null;
                public Task UpdateCheckpointAsync(CancellationToken cancellationToken = default) => throw null;
            }
        }

        namespace Azure.Messaging.EventHubs.Producer
        {
            public class EventDataBatch;

            public class EventHubProducerClient
            {
                public Task SendAsync(IEnumerable<EventData> eventSet, CancellationToken cancellationToken = default) => throw null;
                public Task SendAsync(EventDataBatch eventBatch, CancellationToken cancellationToken = default) => throw null;
            }
        }
        """;

    /// <summary>Version 6.</summary>
    public const string RabbitMq = """
        using System;
        using System.Collections.Generic;
        using System.Threading;
        using System.Threading.Tasks;

        namespace RabbitMQ.Client
        {
            public interface IBasicConsumer;
            public class BasicGetResult { public ulong DeliveryTag => 0; public byte[] Body => null; }

            public interface IModel
            {
                string BasicConsume(string queue, bool autoAck, string consumerTag, bool noLocal, bool exclusive, IDictionary<string, object> arguments, IBasicConsumer consumer);
                BasicGetResult BasicGet(string queue, bool autoAck);
                void BasicAck(ulong deliveryTag, bool multiple);
                void BasicPublish(string exchange, string routingKey, bool mandatory, object basicProperties, byte[] body);
            }

            public static class IModelExensions
            {
                public static string BasicConsume(this IModel model, string queue, bool autoAck, IBasicConsumer consumer) => null;
                public static void BasicPublish(this IModel model, string exchange, string routingKey, object basicProperties, byte[] body) { }
            }
        }

        namespace RabbitMQ.Client.Events
        {
            public class BasicDeliverEventArgs : EventArgs
            {
                public ulong DeliveryTag => 0;
                public byte[] Body => null;
            }

            public class EventingBasicConsumer(IModel model) : IBasicConsumer
            {
                public event EventHandler<BasicDeliverEventArgs> Received { add { } remove { } }
            }
        }
        """;
}
