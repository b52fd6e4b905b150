using System;
using System.Collections.Generic;
using System.Data.Common;
using System.Globalization;
using System.IO;
using System.Net;
using System.Text.Json;
using System.Threading.Tasks;
using DataEngAnalyzers.Proof.Running;
using Microsoft.Data.Sqlite;

namespace DataEngAnalyzers.Proof.Engines;

/// <summary>
/// An account over loopback that speaks the REST protocol of Azure Cosmos DB as far as items are created and upserted. SQLite keeps them;
/// where the account is stands in a file.
/// </summary>
internal sealed class CosmosEngine() : Engine(EngineKind.Cosmos)
{
    private const string Resource = "1EhOAKo7ZtM=";

    private readonly SqliteEngine _sqlite = new();
    private readonly Dictionary<string, LoopbackService> _accounts = [];

    public override string Fresh(DirectoryInfo folder)
    {
        var address = _sqlite.Fresh(folder);
        var account = _accounts[address] = new LoopbackService((request, response) => AnswerAsync(address, request, response));
        File.WriteAllText(Path.Combine(folder.FullName, "account.txt"), account.Address);
        return address;
    }

    public override void Drop(string address)
    {
        _accounts.Remove(address, out var account);
        account?.Dispose();
    }

    protected override DbConnection Connect(string address) => new SqliteConnection(address);

    private async Task AnswerAsync(string address, HttpListenerRequest request, HttpListenerResponse response)
    {
        object answer;
        switch (request.Url!.AbsolutePath)
        {
            case "/":
                answer = Account(_accounts[address].Address);
                break;
            case "/dbs/shop/colls/fact_sales/docs":
                using (var item = await JsonDocument.ParseAsync(request.InputStream))
                {
                    var isStored = await StoreAsync(address, item.RootElement, isUpsert: request.Headers["x-ms-documentdb-is-upsert"] is not null);
                    response.StatusCode = (int)(isStored ? HttpStatusCode.Created : HttpStatusCode.Conflict);
                    answer = item.RootElement.Clone();
                }

                break;
            case var path when path.EndsWith("/pkranges", StringComparison.Ordinal):
                response.StatusCode = (int)(request.Headers["If-None-Match"] is null ? HttpStatusCode.OK : HttpStatusCode.NotModified);
                response.Headers["etag"] = "\"1\"";
                answer = new { _rid = Resource, PartitionKeyRanges = new[] { new { id = "0", _rid = Resource, minInclusive = "", maxExclusive = "FF", status = "online" } }, _count = 1 };
                break;
            default:
                answer = new { id = "fact_sales", _rid = Resource, partitionKey = new { paths = new[] { "/id" }, kind = "Hash", version = 2 } };
                break;
        }

        response.ContentType = "application/json";
        if (response.StatusCode != (int)HttpStatusCode.NotModified)
            await JsonSerializer.SerializeAsync(response.OutputStream, answer);
    }

    private static object Account(string address)
    {
        var locations = new[] { new { name = "here", databaseAccountEndpoint = address } };
        return new
        {
            id = "shop",
            _rid = "shop",
            writableLocations = locations,
            readableLocations = locations,
            userConsistencyPolicy = new { defaultConsistencyLevel = "Session" },
        };
    }

    // The key of the table tells that an item is there.
    private async Task<bool> StoreAsync(string address, JsonElement item, bool isUpsert)
    {
        var sale = new Sale(int.Parse(item.GetProperty("id").GetString()!, CultureInfo.InvariantCulture), item.GetProperty("product").GetString()!, item.GetProperty("amount").GetDecimal());
        await using var connection = Open(address);
        await using var store = connection.CreateCommand();
        store.CommandText = $"INSERT OR {(isUpsert ? "REPLACE" : "IGNORE")} INTO fact_sales VALUES {sale.Values}";
        return await store.ExecuteNonQueryAsync() > 0;
    }
}
