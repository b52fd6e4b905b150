namespace DataEngAnalyzers.Tests.Harness;

/// <summary>Stubs of hosts that no feed of ours has: the names and signatures the model rows use, nothing else.</summary>
internal static class HostStubs
{
    public const string Source = """
        using System;
        using System.Collections.Generic;
        using System.Threading.Tasks;

        namespace Microsoft.Azure.Functions.Worker
        {
            public class FunctionAttribute(string name) : Attribute;
            public class TimerTriggerAttribute(string schedule) : Attribute;
            public class QueueTriggerAttribute(string queueName) : Attribute;
            public class BlobTriggerAttribute(string blobPath) : Attribute;
            public class ServiceBusTriggerAttribute(string queueName) : Attribute;
            public class EventHubTriggerAttribute(string eventHubName) : Attribute;
            public class CosmosDBTriggerAttribute(string databaseName, string containerName) : Attribute;
            public class KafkaTriggerAttribute(string brokerList, string topic) : Attribute;
            public class RabbitMQTriggerAttribute(string queueName) : Attribute;
            public class SqlTriggerAttribute(string tableName, string connectionStringSetting) : Attribute;
            public class HttpTriggerAttribute(params string[] methods) : Attribute;
            public class FixedDelayRetryAttribute(int maxRetryCount, string delayInterval) : Attribute;
            public class ExponentialBackoffRetryAttribute(int maxRetryCount, string minimumInterval, string maximumInterval) : Attribute;
        }

        namespace Microsoft.Azure.WebJobs
        {
            public class TimerTriggerAttribute(string schedule) : Attribute;
            public class QueueTriggerAttribute(string queueName) : Attribute;
            public class BlobTriggerAttribute(string blobPath) : Attribute;
            public class ServiceBusTriggerAttribute(string queueName) : Attribute;
            public class EventHubTriggerAttribute(string eventHubName) : Attribute;
            public class CosmosDBTriggerAttribute(string databaseName, string containerName) : Attribute;
            public class RabbitMQTriggerAttribute(string queueName) : Attribute;
            public class SqlTriggerAttribute(string tableName, string connectionStringSetting) : Attribute;
            public class HttpTriggerAttribute(params string[] methods) : Attribute;
        }

        namespace Microsoft.Azure.WebJobs.Extensions.Kafka
        {
            public class KafkaTriggerAttribute(string brokerList, string topic) : Attribute;
        }

        namespace Amazon.Lambda.Core
        {
            public interface ILambdaContext;
        }

        namespace Amazon.Lambda.SQSEvents
        {
            public class SQSEvent
            {
                public List<SQSMessage> Records { get; set; }
                public class SQSMessage { public string Body { get; set; } }
            }
        }

        namespace Amazon.Lambda.SNSEvents { public class SNSEvent; }

        namespace Amazon.Lambda.S3Events { public class S3Event; }

        namespace Amazon.Lambda.KinesisEvents { public class KinesisEvent; }

        namespace Amazon.Lambda.DynamoDBEvents { public class DynamoDBEvent; }

        namespace Amazon.Lambda.CloudWatchEvents { public class CloudWatchEvent<T>; }

        namespace Amazon.Lambda.CloudWatchEvents.ScheduledEvents
        {
            public class Detail;
            public class ScheduledEvent : CloudWatchEvent<Detail>;
        }

        namespace Amazon.Lambda.APIGatewayEvents
        {
            public class APIGatewayProxyRequest { public string Body { get; set; } }
            public class APIGatewayHttpApiV2ProxyRequest;
        }

        namespace MassTransit
        {
            public interface IRetryConfigurator;
            public static class MessageRetryConfigurationExtensions
            {
                public static void UseMessageRetry(this object configurator, Action<IRetryConfigurator> configure) { }
            }
        }

        namespace Rebus.Handlers
        {
            public interface IHandleMessages<in TMessage> { Task Handle(TMessage message); }
        }

        namespace NServiceBus
        {
            public interface IMessageHandlerContext;
            public interface IHandleMessages<T> { Task Handle(T message, IMessageHandlerContext context); }
        }

        namespace HotChocolate
        {
            public class ServiceAttribute : Attribute;
        }

        namespace HotChocolate.Types
        {
            public class QueryTypeAttribute : Attribute;
            public class MutationTypeAttribute : Attribute;
            public class ExtendObjectTypeAttribute(Type type) : Attribute;
        }

        namespace System.Windows { public class Window; }
        namespace System.Windows.Controls { public class UserControl; public class Page; }
        namespace System.Windows.Forms { public class Form; public class UserControl; }
        namespace Microsoft.UI.Xaml { public class Window; }
        namespace Microsoft.UI.Xaml.Controls { public class Page; public class UserControl; }
        namespace Microsoft.Maui.Controls { public class Page; public class ContentPage : Page; public class ContentView; }
        namespace Avalonia.Controls { public class Window; public class UserControl; }
        namespace System.Web { public interface IHttpHandler; }
        namespace System.Web.UI { public class Page; }
        namespace System.Web.Mvc { public class Controller; }
        namespace System.Web.Http { public class ApiController; }
        """;
}
