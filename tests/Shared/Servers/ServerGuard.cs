using System;
using System.Diagnostics;

namespace DataEngAnalyzers.Tests.Servers;

/// <summary>
/// Ends a server and removes its folder when the test run is over, however it ends: a shell waits for the end of a pipe that only the test
/// run holds open, and the system closes that of a killed process, too.
/// </summary>
internal sealed class ServerGuard : IDisposable
{
    // The server may be gone already, or not have come up; what sets it up may still be writing.
    private const string Script = """
        trap '' INT TERM HUP
        cat
        server=$(head -n 1 "$1" 2>/dev/null)
        [ -n "$server" ] && kill -"$2" "$server" && for _ in $(seq 200); do kill -0 "$server" || break; sleep 0.05; done
        rm -rf "$3" || { sleep 5; rm -rf "$3"; }
        """;

    private readonly Process _shell;

    /// <param name="pidFile">The file into which the server writes its process id.</param>
    /// <param name="signal">What ends it at once.</param>
    /// <param name="folder">What is removed behind it.</param>
    public ServerGuard(string pidFile, string signal, string folder)
    {
        _shell = Process.Start(new ProcessStartInfo("sh", ["-c", Script, "sh", pidFile, signal, folder])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
    }

    public void Dispose()
    {
        _shell.StandardInput.Close();
        _shell.WaitForExit();
        _shell.Dispose();
    }
}
