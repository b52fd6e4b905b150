using System;
using System.Data.Common;
using System.Globalization;
using System.IO;
using DataEngAnalyzers.Tests.Servers;
using Npgsql;

namespace DataEngAnalyzers.Proof.Engines;

/// <summary>PostgreSQL: a schema.</summary>
internal sealed class PostgresEngine(PostgresServer server) : Engine(EngineKind.PostgreSql)
{
    public override bool IsThere => PostgresServer.IsInstalled;

    public override string Fresh(DirectoryInfo folder)
    {
        var schema = "s" + Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture);
        using var connection = server.Open();
        using var create = connection.CreateCommand();
        create.CommandText = $"CREATE SCHEMA {schema}";
        create.ExecuteNonQuery();
        return $"{server.AddressOf()};Search Path={schema}";
    }

    protected override DbConnection Connect(string address) => new NpgsqlConnection(address);
}
