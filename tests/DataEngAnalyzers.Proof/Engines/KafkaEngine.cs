using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using System.IO;
using System.Linq;
using Confluent.Kafka;
using DataEngAnalyzers.Proof.Running;
using Microsoft.Data.Sqlite;

namespace DataEngAnalyzers.Proof.Engines;

/// <summary>
/// The broker that the Kafka client brings for tests, over loopback, and SQLite behind it. The sales are messages of a topic; where the
/// broker is stands in a file.
/// </summary>
internal sealed class KafkaEngine() : Engine(EngineKind.Kafka)
{
    private const string Source = "sales";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly SqliteEngine _sqlite = new();
    private readonly Dictionary<string, (TestBroker Broker, IProducer<string, string> Shop)> _running = [];

    public override string Fresh(DirectoryInfo folder)
    {
        var address = _sqlite.Fresh(folder);
        var broker = new TestBroker();
        _running[address] = (broker, new ProducerBuilder<string, string>(new ProducerConfig { BootstrapServers = broker.Servers }).Build());
        File.WriteAllText(Path.Combine(folder.FullName, "broker.txt"), broker.Servers);
        return address;
    }

    public override void Feed(string address, ImmutableArray<Sale> sales)
    {
        var shop = _running[address].Shop;
        foreach (var sale in sales)
            shop.Produce(new TopicPartition(Source, 0), new Message<string, string> { Key = sale.Id.ToString(CultureInfo.InvariantCulture), Value = sale.Line });
        shop.Flush(Patience);
    }

    /// <summary>Too few replicas are in sync for the next batch.</summary>
    public override void Disturb(string address) => _running[address].Broker.RefuseNext();

    /// <summary>The messages of the topics that programs wrote to.</summary>
    public override IEnumerable<(string Name, IEnumerable<string> Rows)> Messages(string address)
    {
        var (broker, shop) = _running[address];
        using var admin = new DependentAdminClientBuilder(shop.Handle).Build();
        return admin.GetMetadata(Patience).Topics.Where(topic => topic.Topic != Source).Select(topic => (topic.Topic, ValuesIn(topic, broker)));
    }

    protected override DbConnection Connect(string address) => new SqliteConnection(address);

    public override void Drop(string address)
    {
        _running.Remove(address, out var running);
        running.Shop.Dispose();
        running.Broker.Dispose();
    }

    private static IEnumerable<string> ValuesIn(TopicMetadata topic, TestBroker broker)
    {
        var settings = new ConsumerConfig { BootstrapServers = broker.Servers, GroupId = "reader", EnablePartitionEof = true };
        using var consumer = new ConsumerBuilder<string, string>(settings).Build();
        var open = topic.Partitions.Count;
        consumer.Assign(topic.Partitions.Select(partition => new TopicPartitionOffset(topic.Topic, partition.PartitionId, Offset.Beginning)));
        while (open > 0)
        {
            var result = consumer.Consume(Patience);
            if (result.IsPartitionEOF)
                open--;
            else
                yield return result.Message.Value;
        }
    }
}
