using Confluent.Kafka;
using Dapper;
using Microsoft.Data.Sqlite;

namespace RetailWarehouse.Flawed.Streaming;

/// <summary>Takes order events from the shop's topic and tells the mart about each of them.</summary>
internal sealed class OrderEvents(SqliteConnection connection)
{
    public void Run(CancellationToken cancellation)
    {
        var settings = new ConsumerConfig { BootstrapServers = "kafka", GroupId = "warehouse" };
        using var consumer = new ConsumerBuilder<string, string>(settings).Build();
        consumer.Subscribe("order-events");
        while (!cancellation.IsCancellationRequested)
        {
            var result = consumer.Consume(cancellation);
            connection.Execute(
                "INSERT INTO order_states (order_id, state) VALUES (@Key, @Value) ON CONFLICT (order_id) DO UPDATE SET state = excluded.state",
                result.Message);
        }
    }

    public void Announce(IEnumerable<string> orders)
    {
        using var producer = new ProducerBuilder<Null, string>(new ProducerConfig { BootstrapServers = "kafka", Acks = Acks.Leader }).Build();
        foreach (var order in orders)
            producer.Produce("loaded-orders", new Message<Null, string> { Value = order });
    }

    public void Cancel() =>
        connection.Query<string>("SELECT order_id FROM cancelled_orders").ToList().ForEach(async order => await connection.ExecuteAsync("UPDATE order_states SET state = 'cancelled' WHERE order_id = @order", new { order }));
}
