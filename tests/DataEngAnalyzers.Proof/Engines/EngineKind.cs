using System;

namespace DataEngAnalyzers.Proof.Engines;

/// <summary>Where a case runs.</summary>
internal enum EngineKind
{
    Sqlite,
    DuckDb,
    PostgreSql,
    MariaDb,
    SqlServer,

    /// <summary>Messages of a broker, and SQLite behind it.</summary>
    Kafka,

    /// <summary>A service that takes rows over HTTP, and SQLite behind it.</summary>
    HttpSink,

    /// <summary>A queue that speaks as Amazon SQS does, and SQLite behind it.</summary>
    Sqs,

    /// <summary>An account that speaks as Azure Cosmos DB does, and SQLite behind it.</summary>
    Cosmos,

    /// <summary>No database: the case writes files.</summary>
    Files,
}

/// <summary>What people and code call the engines.</summary>
internal static class EngineNames
{
    public static string Name(this EngineKind kind) => kind switch
    {
        EngineKind.Sqlite => "SQLite",
        EngineKind.DuckDb => "DuckDB",
        EngineKind.PostgreSql => "PostgreSQL",
        EngineKind.MariaDb => "MariaDB",
        EngineKind.SqlServer => "SQL Server",
        EngineKind.Kafka => "Kafka's test broker, SQLite",
        EngineKind.HttpSink => "HTTP sink, SQLite",
        EngineKind.Sqs => "stand-in for SQS, SQLite",
        EngineKind.Cosmos => "stand-in for Cosmos DB, SQLite",
        EngineKind.Files => "files",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>The names that every case uses for the provider's types, so that one text runs on each engine.</summary>
    public static string Usings(this EngineKind kind) => kind switch
    {
        EngineKind.Sqlite => Aliases("Microsoft.Data.Sqlite", "Sqlite"),
        EngineKind.DuckDb => Aliases("DuckDB.NET.Data", "DuckDB"),
        EngineKind.PostgreSql => Aliases("Npgsql", "Npgsql"),
        EngineKind.MariaDb => Aliases("MySqlConnector", "MySql"),
        EngineKind.SqlServer => Aliases("Microsoft.Data.SqlClient", "Sql"),
        _ => string.Empty,
    };

    private static string Aliases(string space, string prefix) => $"""
        global using {space};
        global using Connection = {space}.{prefix}Connection;
        global using Command = {space}.{prefix}Command;

        """;
}
