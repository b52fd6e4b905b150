using System;
using System.Collections.Generic;
using SQLitePCL;

namespace DataEngAnalyzers.Sql.Tests.Judges.Sqlite;

/// <summary>A database in memory that tells what it is asked to do.</summary>
internal sealed class SqliteDatabase : IDisposable
{
    private readonly sqlite3 _handle;
    private readonly HashSet<string> _views = new(StringComparer.OrdinalIgnoreCase);
    private SqliteActions? _listener;

    public SqliteDatabase(string setup)
    {
        Batteries_V2.Init();
        Demand(raw.sqlite3_open(":memory:", out _handle));
        raw.sqlite3_set_authorizer(_handle, Ask, null);
        Demand(raw.sqlite3_exec(_handle, "PRAGMA foreign_keys = OFF;" + setup));
    }

    /// <summary>Compiles the first statement of a text; <see langword="null"/> when SQLite does not accept it.</summary>
    /// <param name="sql">One or more statements.</param>
    /// <param name="rest">What follows the first.</param>
    public (string Statement, SqliteActions Actions)? Compile(string sql, out string rest)
    {
        _listener = new SqliteActions();
        var result = raw.sqlite3_prepare_v2(_handle, sql, out var statement, out rest);
        var actions = _listener;
        _listener = null;
        using (statement)
            return result == raw.SQLITE_OK ? (sql[..^rest.Length], actions) : null;
    }

    /// <summary>Runs a statement with 77 for each parameter and says whether it could.</summary>
    public bool Run(string sql)
    {
        if (raw.sqlite3_prepare_v2(_handle, sql, out var statement) != raw.SQLITE_OK)
            return false;

        using (statement)
        {
            for (var i = 1; i <= raw.sqlite3_bind_parameter_count(statement); i++)
                raw.sqlite3_bind_int(statement, i, 77);

            var step = raw.sqlite3_step(statement);
            while (step == raw.SQLITE_ROW)
                step = raw.sqlite3_step(statement);
            return step == raw.SQLITE_DONE;
        }
    }

    /// <summary>A table, and not a function that is read like one.</summary>
    public bool IsTable(string name) =>
        name.Contains('.') || name.StartsWith("sqlite_", StringComparison.Ordinal)
        || Number($"SELECT count(*) FROM (SELECT name FROM sqlite_master UNION ALL SELECT name FROM sqlite_temp_master) WHERE name = '{name}' COLLATE NOCASE") > 0;

    public long Number(string query)
    {
        Demand(raw.sqlite3_prepare_v2(_handle, query, out var statement));
        using (statement)
        {
            raw.sqlite3_step(statement);
            return raw.sqlite3_column_int64(statement, 0);
        }
    }

    public void Dispose() => _handle.Dispose();

    private int Ask(object data, int code, utf8z first, utf8z second, utf8z database, utf8z through)
    {
        if (code is raw.SQLITE_CREATE_VIEW or raw.SQLITE_CREATE_TEMP_VIEW)
            _views.Add(first.utf8_to_string());
        _listener?.Note(code, first.utf8_to_string() ?? "", second.utf8_to_string() ?? "", database.utf8_to_string() ?? "", through.utf8_to_string() ?? "", _views.Contains);
        return raw.SQLITE_OK;
    }

    private void Demand(int result)
    {
        if (result != raw.SQLITE_OK)
            throw new InvalidOperationException(raw.sqlite3_errmsg(_handle).utf8_to_string());
    }
}
