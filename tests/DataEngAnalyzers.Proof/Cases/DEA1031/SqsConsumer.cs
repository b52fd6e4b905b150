using System.Globalization;
using Amazon.Runtime;
using Amazon.SQS;
using Dapper;
using Microsoft.Data.Sqlite;

public static class Load
{
    public static async Task RunAsync(string database, string folder)
    {
        await using var db = new SqliteConnection(database);
        await db.OpenAsync();
        var queue = await File.ReadAllTextAsync(Path.Combine(folder, "queue.txt"));
        using var sqs = new AmazonSQSClient(new AnonymousAWSCredentials(), new AmazonSQSConfig { ServiceURL = queue });
        while (true)
        {
            var received = await sqs.ReceiveMessageAsync(queue);
            if (received.Messages is not { Count: > 0 } messages)
                break;

            foreach (var message in messages)
            {
                await sqs.DeleteMessageAsync(queue, message.ReceiptHandle);
                var fields = message.Body.Split(',');
                await db.ExecuteAsync(
                    "INSERT INTO fact_sales (id, product, amount) VALUES (@id, @product, @amount) ON CONFLICT (id) DO NOTHING",
                    new { id = int.Parse(fields[0], CultureInfo.InvariantCulture), product = fields[1], amount = decimal.Parse(fields[2], CultureInfo.InvariantCulture) });
            }
        }
    }
}
