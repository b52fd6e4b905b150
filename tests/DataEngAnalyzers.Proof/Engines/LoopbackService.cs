using System;
using System.Net;
using System.Net.Sockets;
using System.Threading.Tasks;

namespace DataEngAnalyzers.Proof.Engines;

/// <summary>A service over HTTP that one machine has for itself; it answers one request after the other.</summary>
internal sealed class LoopbackService : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Func<HttpListenerRequest, HttpListenerResponse, Task> _answer;

    public LoopbackService(Func<HttpListenerRequest, HttpListenerResponse, Task> answer)
    {
        _answer = answer;
        Address = $"http://localhost:{FreePort()}/";
        _listener.Prefixes.Add(Address);
        _listener.Start();
        _ = AnswerAsync();
    }

    /// <summary>Where clients reach it.</summary>
    public string Address { get; }

    public void Dispose() => _listener.Close();

    private async Task AnswerAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                var context = await _listener.GetContextAsync();
                await _answer(context.Request, context.Response);
                context.Response.Close();
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
