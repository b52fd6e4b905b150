using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;
using DataEngAnalyzers.Proof.Running;
using Microsoft.Data.Sqlite;

namespace DataEngAnalyzers.Proof.Engines;

/// <summary>
/// A queue over loopback that speaks the JSON protocol of Amazon SQS: it hands out the oldest message until that is deleted. SQLite
/// stands behind it; the sales are its messages, and where it is stands in a file.
/// </summary>
internal sealed class SqsEngine() : Engine(EngineKind.Sqs)
{
    private const string Target = "X-Amz-Target";

    private readonly SqliteEngine _sqlite = new();
    private readonly Dictionary<string, (LoopbackService Service, ConcurrentDictionary<int, string> Messages)> _queues = [];

    public override string Fresh(DirectoryInfo folder)
    {
        var address = _sqlite.Fresh(folder);
        var messages = new ConcurrentDictionary<int, string>();
        var service = new LoopbackService((request, response) => AnswerAsync(messages, request, response));
        _queues[address] = (service, messages);
        File.WriteAllText(Path.Combine(folder.FullName, "queue.txt"), service.Address);
        return address;
    }

    public override void Feed(string address, ImmutableArray<Sale> sales)
    {
        foreach (var sale in sales)
            _queues[address].Messages[sale.Id] = sale.Line;
    }

    public override void Drop(string address)
    {
        _queues.Remove(address, out var queue);
        queue.Service.Dispose();
    }

    protected override DbConnection Connect(string address) => new SqliteConnection(address);

    private static async Task AnswerAsync(ConcurrentDictionary<int, string> messages, HttpListenerRequest request, HttpListenerResponse response)
    {
        response.ContentType = "application/x-amz-json-1.0";
        switch (request.Headers[Target])
        {
            case "AmazonSQS.ReceiveMessage":
                var oldest = messages.OrderBy(message => message.Key).Take(1).Select(message => new
                {
                    MessageId = message.Key.ToString(CultureInfo.InvariantCulture),
                    ReceiptHandle = message.Key.ToString(CultureInfo.InvariantCulture),
                    Body = message.Value,
                    MD5OfBody = Convert.ToHexStringLower(Digest(message.Value)),
                });
                await JsonSerializer.SerializeAsync(response.OutputStream, new { Messages = oldest });
                break;
            case "AmazonSQS.DeleteMessage":
                using (var body = await JsonDocument.ParseAsync(request.InputStream))
                    messages.TryRemove(int.Parse(body.RootElement.GetProperty("ReceiptHandle").GetString()!, CultureInfo.InvariantCulture), out _);
                await JsonSerializer.SerializeAsync(response.OutputStream, new { });
                break;
            case var other:
                throw new NotSupportedException(other);
        }
    }

#pragma warning disable CA5351 // The protocol asks for it.
    private static byte[] Digest(string body) => MD5.HashData(Encoding.UTF8.GetBytes(body));
#pragma warning restore CA5351
}
