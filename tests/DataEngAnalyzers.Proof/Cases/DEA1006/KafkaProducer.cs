using System.Globalization;
using Confluent.Kafka;

public static class Load
{
    public static async Task RunAsync(string database, string folder)
    {
        var config = new ProducerConfig
        {
            BootstrapServers = await File.ReadAllTextAsync(Path.Combine(folder, "broker.txt")),
            EnableIdempotence = true,
            LingerMs = 500,
        };
        using var producer = new ProducerBuilder<string, string>(config).Build();
        foreach (var sale in SalesFile.Read(folder))
        {
            var amount = sale.Amount.ToString(CultureInfo.InvariantCulture);
            producer.Produce("amounts", new Message<string, string> { Key = sale.Product, Value = $"{sale.Id};{amount}" });
        }
    }
}
