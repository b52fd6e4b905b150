using Dapper;
using Microsoft.Data.Sqlite;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace RetailWarehouse.Flawed.Streaming;

/// <summary>Takes the price changes that the shop sends during the day.</summary>
internal sealed class PriceConsumer(IChannel channel, SqliteConnection connection)
{
    public async Task StartAsync()
    {
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += OnPriceAsync;
        await channel.BasicConsumeAsync("prices", autoAck: true, consumer);
    }

    private async Task OnPriceAsync(object sender, BasicDeliverEventArgs delivery) =>
        await connection.ExecuteAsync(
            "UPDATE dim_product SET list_price = @price WHERE product_id = @id",
            new { id = delivery.RoutingKey, price = BitConverter.ToDouble(delivery.Body.Span) });
}
