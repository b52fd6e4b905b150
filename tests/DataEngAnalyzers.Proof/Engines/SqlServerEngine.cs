using System;
using System.Data.Common;
using System.Globalization;
using System.IO;
using Microsoft.Data.SqlClient;

namespace DataEngAnalyzers.Proof.Engines;

/// <summary>SQL Server, where an environment variable tells how to reach one: a database of its own.</summary>
internal sealed class SqlServerEngine() : Engine(EngineKind.SqlServer)
{
    /// <summary>The environment variable that holds a connection string of a user who may create databases.</summary>
    public const string Variable = "DATAENG_SQLSERVER";

    private static string? Server => Environment.GetEnvironmentVariable(Variable);

    public override bool IsThere => Server is { Length: > 0 };

    public override string Fresh(DirectoryInfo folder)
    {
        var database = "proof_" + Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture);
        using var connection = Open(Server!);
        using var create = connection.CreateCommand();
        create.CommandText = $"CREATE DATABASE {database}";
        create.ExecuteNonQuery();
        return new SqlConnectionStringBuilder(Server) { InitialCatalog = database, Pooling = false }.ConnectionString;
    }

    protected override DbConnection Connect(string address) => new SqlConnection(address);

    public override void Drop(string address)
    {
        using var connection = Open(Server!);
        using var drop = connection.CreateCommand();
        drop.CommandText = $"DROP DATABASE {new SqlConnectionStringBuilder(address).InitialCatalog}";
        drop.ExecuteNonQuery();
    }
}
