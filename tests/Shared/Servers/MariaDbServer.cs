using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading;
using MySqlConnector;
using Xunit;

namespace DataEngAnalyzers.Tests.Servers;

/// <summary>A MariaDB server of its own in a temporary folder, started when first asked for and gone after the test run.</summary>
public sealed class MariaDbServer : IDisposable
{
    /// <summary>The collection of the test classes that share the server.</summary>
    public const string Collection = "MariaDB";

    private const UnixFileMode OpenToAll = (UnixFileMode)0b111_111_111;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Lazy<(string Folder, ServerGuard Guard)> _running = new(Start);

    /// <summary>True where MariaDB is installed.</summary>
    public static bool IsInstalled => Binary("mariadbd") is not null;

    /// <summary>How to reach the server; the test is skipped where MariaDB is not installed.</summary>
    public string AddressOf(string database = "mysql", string user = "root")
    {
        RequiredTool.SkipWithout(IsInstalled, "MariaDB");
        return AddressIn(_running.Value.Folder, user, database);
    }

    /// <summary>A connection to the server.</summary>
    public MySqlConnection Open(string user = "root", string database = "mysql") => Connect(AddressOf(database, user));

    public void Dispose()
    {
        if (_running.IsValueCreated)
            _running.Value.Guard.Dispose();
    }

    private static (string Folder, ServerGuard Guard) Start()
    {
        var folder = Directory.CreateTempSubdirectory("maria").FullName;
        var guard = new ServerGuard(PidFile(folder), "KILL", folder);
        if (IsRoot && !OperatingSystem.IsWindows())
            File.SetUnixFileMode(folder, OpenToAll);

        using (var install = Run("mariadb-install-db", "--no-defaults", $"--datadir={Data(folder)}", "--auth-root-authentication-method=normal", "--skip-test-db"))
        {
            install.StandardOutput.ReadToEnd();
            install.WaitForExit();
        }

        using var server = Run(
            "mariadbd", "--no-defaults", $"--datadir={Data(folder)}", $"--socket={Socket(folder)}", $"--pid-file={PidFile(folder)}", "--skip-networking", $"--log-error={Path.Combine(folder, "log")}",
            "--innodb-flush-log-at-trx-commit=0", "--innodb-flush-method=nosync", "--innodb-buffer-pool-size=32M", "--sql-mode=");
        WaitFor(folder);
        return (folder, guard);
    }

    private static void WaitFor(string folder)
    {
        for (var clock = Stopwatch.StartNew(); ; Thread.Sleep(50))
        {
            try
            {
                Connect(AddressIn(folder, "root", "mysql")).Dispose();
                return;
            }
            catch (MySqlException) when (clock.Elapsed < Patience)
            {
                // It is not listening yet.
            }
        }
    }

    private static string AddressIn(string folder, string user, string database) =>
        $"Server={Socket(folder)};Protocol=unix;User ID={user};Database={database};Pooling=false;Allow User Variables=true;SSL Mode=None";

    private static MySqlConnection Connect(string address)
    {
        var connection = new MySqlConnection(address);
        connection.Open();
        return connection;
    }

    private static string Data(string folder) => Path.Combine(folder, "data");

    private static string PidFile(string folder) => Path.Combine(folder, "pid");

    private static string Socket(string folder) => Path.Combine(folder, "socket");

    private static bool IsRoot => !OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess;

    // The server refuses to run as root.
    private static Process Run(string tool, params string[] arguments)
    {
        List<string> command = IsRoot ? ["runuser", "-u", "mysql", "--", Binary(tool)!, .. arguments] : [Binary(tool)!, .. arguments];
        return Process.Start(new ProcessStartInfo(command[0], command.Skip(1)) { WorkingDirectory = Path.GetTempPath(), RedirectStandardOutput = true })!;
    }

    private static string? Binary(string tool)
    {
        var onPath = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return onPath.Append("/usr/sbin").Select(folder => Path.Combine(folder, tool)).FirstOrDefault(File.Exists);
    }
}

/// <summary>Shares one <see cref="MariaDbServer"/> among test classes.</summary>
[CollectionDefinition(MariaDbServer.Collection)]
public sealed class MariaDbGroup : ICollectionFixture<MariaDbServer>;
