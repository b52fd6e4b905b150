using System.Collections.Generic;
using System.Data.Common;
using System.IO;
using System.Net;
using System.Text.Json;
using System.Threading.Tasks;
using DataEngAnalyzers.Proof.Running;
using Microsoft.Data.Sqlite;

namespace DataEngAnalyzers.Proof.Engines;

/// <summary>A service, over loopback, that adds each batch of sales it is sent to a table of SQLite. Where it is stands in a file.</summary>
internal sealed class HttpSinkEngine() : Engine(EngineKind.HttpSink)
{
    private readonly SqliteEngine _sqlite = new();
    private readonly Dictionary<string, LoopbackService> _sinks = [];
    private readonly HashSet<string> _slow = [];

    public override string Fresh(DirectoryInfo folder)
    {
        var address = _sqlite.Fresh(folder);
        var sink = _sinks[address] = new LoopbackService((request, response) => TakeAsync(address, request, response));
        File.WriteAllText(Path.Combine(folder.FullName, "sink.txt"), sink.Address);
        return address;
    }

    /// <summary>The next batch is stored, and a gateway gives up before it hears of that.</summary>
    public override void Disturb(string address) => _slow.Add(address);

    public override void Drop(string address)
    {
        _sinks.Remove(address, out var sink);
        sink?.Dispose();
    }

    protected override DbConnection Connect(string address) => new SqliteConnection(address);

    private async Task TakeAsync(string address, HttpListenerRequest request, HttpListenerResponse response)
    {
        await using var connection = Open(address);
        await using var insert = connection.CreateCommand();
        foreach (var sale in await JsonSerializer.DeserializeAsync<List<Sale>>(request.InputStream, JsonSerializerOptions.Web) ?? [])
        {
            insert.CommandText = $"INSERT INTO fact_sales VALUES {sale.Values}";
            await insert.ExecuteNonQueryAsync();
        }

        if (_slow.Remove(address))
            response.StatusCode = (int)HttpStatusCode.GatewayTimeout;
    }
}
