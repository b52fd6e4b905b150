using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using DataEngAnalyzers.Tests.Servers;
using Npgsql;

namespace DataEngAnalyzers.Sql.Tests.Judges.Postgres;

/// <summary>A connection to a database that holds the tables of a case and notes what is done to them.</summary>
internal sealed partial class JudgedDatabase : IDisposable
{
    private readonly NpgsqlConnection _connection;
    private NpgsqlTransaction? _trial;

    private JudgedDatabase(NpgsqlConnection connection) => _connection = connection;

    [GeneratedRegex(@"\bON\s+COMMIT\s+DROP\b", RegexOptions.IgnoreCase)]
    private static partial Regex OnCommitDrop { get; }

    /// <summary>Makes a database with the tables a case needs; it goes with the server.</summary>
    public static JudgedDatabase Create(PostgresServer server, string setup)
    {
        var name = "judged_" + Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture);
        using (var administration = new JudgedDatabase(server.Open()))
            administration.Execute($"CREATE DATABASE {name}");

        var database = new JudgedDatabase(server.Open(name));
        database.Execute(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Judges", "Postgres", "witness.sql")));
        database.Execute(setup + "; SELECT judge.watch_tables()");
        return database;
    }

    /// <summary>Begins a transaction that <see cref="Undo"/> takes back, without notes.</summary>
    public void Try()
    {
        _trial = _connection.BeginTransaction();
        Execute("DELETE FROM judge.writes; DELETE FROM judge.objects; DEALLOCATE ALL");
    }

    public void Undo()
    {
        _trial?.Dispose();
        _trial = null;
    }

    /// <summary>Runs a statement for good, if it can, so that what follows it finds its tables.</summary>
    public void Keep(string sql)
    {
        try
        {
            Execute(OnCommitDrop.Replace(sql, ""));
            Execute("SELECT judge.watch_tables()");
        }
        catch (PostgresException)
        {
            // A statement of the case may fail for want of rows or parameters.
        }
    }

    public void Execute(string sql)
    {
        using var command = new NpgsqlCommand(sql, _connection);
        command.ExecuteNonQuery();
    }

    /// <summary>Runs a statement inside a trial and says whether it could; if not, the trial goes on as if it had not been there.</summary>
    public string? FailureOf(string sql)
    {
        Execute("SAVEPOINT before_it");
        try
        {
            Execute(sql);
            return null;
        }
        catch (PostgresException failure)
        {
            Execute("ROLLBACK TO before_it");
            return failure.SqlState;
        }
    }

    /// <summary>The first column of a query's rows, as text.</summary>
    public List<string> Texts(string query) => Rows(query).ConvertAll(r => r[0]);

    public List<string[]> Rows(string query)
    {
        using var command = new NpgsqlCommand(query, _connection) { AllResultTypesAreUnknown = true };
        using var reader = command.ExecuteReader();
        var rows = new List<string[]>();
        while (reader.Read())
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? "" : reader.GetString(i))]);

        return rows;
    }

    public void Dispose()
    {
        Undo();
        _connection.Dispose();
    }
}
