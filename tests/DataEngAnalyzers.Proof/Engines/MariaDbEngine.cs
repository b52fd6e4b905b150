using System;
using System.Data.Common;
using System.Globalization;
using System.IO;
using DataEngAnalyzers.Tests.Servers;
using MySqlConnector;

namespace DataEngAnalyzers.Proof.Engines;

/// <summary>MariaDB: a database of one server.</summary>
internal sealed class MariaDbEngine(MariaDbServer server) : Engine(EngineKind.MariaDb)
{
    public override bool IsThere => MariaDbServer.IsInstalled;

    public override string Fresh(DirectoryInfo folder)
    {
        var database = "d" + Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture);
        using var connection = server.Open();
        using var create = connection.CreateCommand();
        create.CommandText = $"CREATE DATABASE {database}";
        create.ExecuteNonQuery();
        return server.AddressOf(database);
    }

    protected override DbConnection Connect(string address) => new MySqlConnection(address);
}
