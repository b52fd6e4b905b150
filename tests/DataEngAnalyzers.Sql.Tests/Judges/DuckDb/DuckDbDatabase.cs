using System;
using System.Collections.Generic;
using System.Globalization;
using DuckDB.NET.Data;
using DuckDB.NET.Native;

namespace DataEngAnalyzers.Sql.Tests.Judges.DuckDb;

/// <summary>What came of running a statement.</summary>
/// <param name="Type">DuckDB's name for the kind of statement.</param>
/// <param name="RowsChanged">Rows inserted, updated or deleted.</param>
internal readonly record struct DuckDbRun(DuckDBStatementType Type, long RowsChanged);

/// <summary>A table, view or index and a fingerprint of its definition and rows.</summary>
/// <param name="Kind">The statement that makes one.</param>
/// <param name="Table">The table, for an index the one it is on.</param>
/// <param name="Definition">Changes with each definition.</param>
/// <param name="Rows">How many there are.</param>
/// <param name="Content">Changes with the rows.</param>
internal readonly record struct DuckDbObject(SqlStatementKind Kind, string Table, string Definition, long Rows, string Content);

/// <summary>A database in memory whose state can be compared before and after a statement.</summary>
internal sealed class DuckDbDatabase : IDisposable
{
    private readonly DuckDBConnection _connection = new("Data Source=:memory:");

    public DuckDbDatabase(string setup)
    {
        _connection.Open();
        Execute(setup);

        // A plan is to show every table the statement names; no statement leaves traces on the machine.
        Execute("PRAGMA disable_optimizer; SET allowed_paths = ['/dev/null']; SET enable_external_access = false");
    }

    public void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary><see langword="null"/> when DuckDB does not accept the statement or cannot run it.</summary>
    public DuckDbRun? Run(string sql)
    {
        var state = NativeMethods.Query.DuckDBQuery(_connection.NativeConnection, sql, out var result);
        DuckDbRun? run = state == DuckDBState.Success
            ? new DuckDbRun(NativeMethods.Query.DuckDBResultStatementType(result), NativeMethods.Query.DuckDBRowsChanged(ref result))
            : null;
        NativeMethods.Query.DuckDBDestroyResult(ref result);
        return run;
    }

    /// <summary>The last column of each row, as text; empty when the query fails.</summary>
    public IReadOnlyList<string> Texts(string query)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = query;
        var texts = new List<string>();
        try
        {
            using var reader = command.ExecuteReader();
            while (reader.Read())
                texts.Add(Convert.ToString(reader.GetValue(reader.FieldCount - 1), CultureInfo.InvariantCulture) ?? "");
        }
        catch (DuckDBException)
        {
            texts.Clear();
        }

        return texts;
    }

    /// <summary>Every table, view and index by name.</summary>
    public Dictionary<string, DuckDbObject> Objects()
    {
        var objects = new Dictionary<string, DuckDbObject>(StringComparer.OrdinalIgnoreCase);
        foreach (var (kind, query) in Listings)
        {
            using var command = _connection.CreateCommand();
            command.CommandText = query;
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                var table = reader.GetString(1);
                var rows = kind is SqlStatementKind.CreateTable ? Texts($"SELECT (count(*), sum(hash(t)))::VARCHAR FROM {table} AS t")[0] : "";
                var count = kind is SqlStatementKind.CreateTable ? long.Parse(Texts($"SELECT count(*) FROM {table}")[0], CultureInfo.InvariantCulture) : 0;
                objects[$"{kind} {reader.GetString(0)}"] = new DuckDbObject(kind, Shown(table.Replace("\"", "")), reader.GetString(2), count, rows);
            }
        }

        return objects;
    }

    /// <summary>A name as people write it: the main schema of another database goes without saying.</summary>
    public static string Shown(string name) => name.StartsWith("memory.", StringComparison.Ordinal) ? name : name.Replace(".main.", ".");

    public void Dispose() => _connection.Dispose();

    private static IEnumerable<(SqlStatementKind Kind, string Query)> Listings =>
    [
        (SqlStatementKind.CreateTable, $"SELECT {Quoted("table_name")}, {Quoted("table_name")}, table_oid || sql FROM duckdb_tables()"),
        (SqlStatementKind.CreateView, $"SELECT {Quoted("view_name")}, {Quoted("view_name")}, view_oid || sql FROM duckdb_views() WHERE NOT internal"),
        (SqlStatementKind.CreateIndex, $"SELECT {Quoted("index_name")}, {Quoted("table_name")}, index_oid::VARCHAR FROM duckdb_indexes()"),
    ];

    private static string Quoted(string name) => "format('\"{}\".\"{}\".\"{}\"', database_name, schema_name, " + name + ")";
}
