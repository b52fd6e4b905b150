using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using System.IO;
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
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TopicPartition Topic = new("sales", 0);

    private readonly SqliteEngine _sqlite = new();
    private readonly Dictionary<string, IProducer<string, string>> _brokers = [];

    public override string Fresh(DirectoryInfo folder)
    {
        var address = _sqlite.Fresh(folder);
        var settings = new ProducerConfig();
        settings.Set("test.mock.num.brokers", "1");
        var producer = _brokers[address] = new ProducerBuilder<string, string>(settings).SetLogHandler(static (_, _) => { }).Build();

        using var admin = new DependentAdminClientBuilder(producer.Handle).Build();
        var broker = admin.GetMetadata(Patience).Brokers[0];
        File.WriteAllText(Path.Combine(folder.FullName, "broker.txt"), $"{broker.Host}:{broker.Port}");
        return address;
    }

    public override void Feed(string address, ImmutableArray<Sale> sales)
    {
        var producer = _brokers[address];
        foreach (var sale in sales)
            producer.Produce(Topic, new Message<string, string> { Key = sale.Id.ToString(CultureInfo.InvariantCulture), Value = sale.Line });
        producer.Flush(Patience);
    }

    protected override DbConnection Connect(string address) => new SqliteConnection(address);

    public override void Drop(string address)
    {
        _brokers.Remove(address, out var producer);
        producer?.Dispose();
    }
}
