using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using Npgsql;
using Xunit;

namespace DataEngAnalyzers.Tests.Servers;

/// <summary>A PostgreSQL cluster of its own in a temporary folder, started when first asked for and gone after the test run.</summary>
public sealed class PostgresServer : IDisposable
{
    /// <summary>The collection of the test classes that share the server.</summary>
    public const string Collection = "PostgreSQL";

    private const UnixFileMode OpenToAll = (UnixFileMode)0b111_111_111;

    private readonly Lazy<(string Folder, ServerGuard Guard)> _running = new(Start);

    /// <summary>True where PostgreSQL is installed.</summary>
    public static bool IsInstalled => Binary("postgres") is not null;

    /// <summary>How to reach the cluster; the test is skipped where PostgreSQL is not installed.</summary>
    public string AddressOf(string database = "postgres")
    {
        RequiredTool.SkipWithout(IsInstalled, "PostgreSQL");
        return $"Host={_running.Value.Folder};Username=postgres;Database={database};Include Error Detail=true;Server Compatibility Mode=NoTypeLoading;Pooling=false";
    }

    /// <summary>A connection to the cluster.</summary>
    public NpgsqlConnection Open(string database = "postgres")
    {
        var connection = new NpgsqlConnection(AddressOf(database));
        connection.Open();
        return connection;
    }

    public void Dispose()
    {
        if (_running.IsValueCreated)
            _running.Value.Guard.Dispose();
    }

    private static (string Folder, ServerGuard Guard) Start()
    {
        var folder = Directory.CreateTempSubdirectory("pg").FullName;
        var guard = new ServerGuard(Path.Combine(Data(folder), "postmaster.pid"), "QUIT", folder);
        if (!OperatingSystem.IsWindows() && IsRoot)
            File.SetUnixFileMode(folder, OpenToAll);

        Run("initdb", "-D", Data(folder), "-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C", "--no-sync");
        Run("pg_ctl", "-D", Data(folder), "-s", "-w", "-l", Path.Combine(folder, "log"), "-o", $"-F -c listen_addresses='' -k {folder}", "start");
        return (folder, guard);
    }

    private static string Data(string folder) => Path.Combine(folder, "data");

    private static bool IsRoot => !OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess;

    // The server refuses to run as root.
    private static void Run(string tool, params string[] arguments)
    {
        List<string> command = IsRoot ? ["runuser", "-u", "postgres", "--", Binary(tool)!, .. arguments] : [Binary(tool)!, .. arguments];
        // pg_ctl leaves the server its own output, so a pipe there would not end before the server does.
        var start = new ProcessStartInfo(command[0], command.Skip(1)) { WorkingDirectory = Path.GetTempPath(), RedirectStandardOutput = tool == "initdb" };
        using var process = Process.Start(start)!;
        if (start.RedirectStandardOutput)
            process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{tool} ended with {process.ExitCode}");
    }

    private static string? Binary(string tool)
    {
        var packaged = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").OrderDescending().Select(version => Path.Combine(version, "bin"))
            : [];
        var onPath = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return packaged.Concat(onPath).Select(folder => Path.Combine(folder, tool)).FirstOrDefault(File.Exists);
    }
}

/// <summary>Shares one <see cref="PostgresServer"/> among test classes.</summary>
[CollectionDefinition(PostgresServer.Collection)]
public sealed class PostgresGroup : ICollectionFixture<PostgresServer>;
