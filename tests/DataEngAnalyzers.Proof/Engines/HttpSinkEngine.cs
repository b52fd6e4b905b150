using System;
using System.Collections.Generic;
using System.Data.Common;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Threading.Tasks;
using DataEngAnalyzers.Proof.Running;
using Microsoft.Data.Sqlite;

namespace DataEngAnalyzers.Proof.Engines;

/// <summary>A service, over loopback, that adds each batch of sales it is sent to a table of SQLite. Where it is stands in a file.</summary>
internal sealed class HttpSinkEngine() : Engine(EngineKind.HttpSink)
{
    private readonly SqliteEngine _sqlite = new();
    private readonly Dictionary<string, Sink> _sinks = [];

    public override string Fresh(DirectoryInfo folder)
    {
        var address = _sqlite.Fresh(folder);
        var sink = _sinks[address] = new Sink(sales => Store(address, sales));
        File.WriteAllText(Path.Combine(folder.FullName, "sink.txt"), sink.Address);
        return address;
    }

    /// <summary>The next batch is stored, and a gateway gives up before it hears of that.</summary>
    public override void Disturb(string address) => _sinks[address].IsSlow = true;

    public override void Drop(string address)
    {
        _sinks.Remove(address, out var sink);
        sink?.Dispose();
    }

    protected override DbConnection Connect(string address) => new SqliteConnection(address);

    private void Store(string address, IReadOnlyList<Sale> sales)
    {
        using var connection = Open(address);
        using var insert = connection.CreateCommand();
        foreach (var sale in sales)
        {
            insert.CommandText = $"INSERT INTO fact_sales VALUES {sale.Values}";
            insert.ExecuteNonQuery();
        }
    }

    private sealed class Sink : IDisposable
    {
        private readonly HttpListener _listener = new();
        private readonly Action<IReadOnlyList<Sale>> _store;

        public Sink(Action<IReadOnlyList<Sale>> store)
        {
            _store = store;
            Address = $"http://localhost:{FreePort()}/";
            _listener.Prefixes.Add(Address);
            _listener.Start();
            _ = AnswerAsync();
        }

        public string Address { get; }

        public bool IsSlow { get; set; }

        public void Dispose() => _listener.Close();

        private async Task AnswerAsync()
        {
            while (_listener.IsListening)
            {
                try
                {
                    var request = await _listener.GetContextAsync();
                    _store(await JsonSerializer.DeserializeAsync<List<Sale>>(request.Request.InputStream, JsonSerializerOptions.Web) ?? []);
                    if (IsSlow)
                        request.Response.StatusCode = (int)HttpStatusCode.GatewayTimeout;
                    IsSlow = false;
                    request.Response.Close();
                }
                catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
                {
                    return;
                }
            }
        }

        private static int FreePort()
        {
            using var probe = new TcpListener(IPAddress.Loopback, 0);
            probe.Start();
            return ((IPEndPoint)probe.LocalEndpoint).Port;
        }
    }
}
