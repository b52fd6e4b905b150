using System.Globalization;
using Confluent.Kafka;
using Dapper;
using Microsoft.Data.Sqlite;

public static class Load
{
    public static async Task RunAsync(string database, string folder)
    {
        await using var db = new SqliteConnection(database);
        await db.OpenAsync();
        var config = new ConsumerConfig
        {
            BootstrapServers = await File.ReadAllTextAsync(Path.Combine(folder, "broker.txt")),
            GroupId = "warehouse",
            AutoOffsetReset = AutoOffsetReset.Earliest,
            EnablePartitionEof = true,
        };
        using var consumer = new ConsumerBuilder<string, string>(config).Build();
        consumer.Assign(new TopicPartition("sales", 0));
        try
        {
            while (true)
            {
                var result = consumer.Consume();
                if (result.IsPartitionEOF)
                    break;

                var fields = result.Message.Value.Split(',');
                await db.ExecuteAsync(
                    "INSERT INTO fact_sales (id, product, amount) VALUES (@id, @product, @amount) ON CONFLICT (id) DO NOTHING",
                    new { id = int.Parse(fields[0], CultureInfo.InvariantCulture), product = fields[1], amount = decimal.Parse(fields[2], CultureInfo.InvariantCulture) });
            }
        }
        finally
        {
            consumer.Close();
        }
    }
}
