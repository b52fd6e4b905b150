using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.Data.Sqlite;

namespace DataEngAnalyzers.Package.Tests.Sample;

/// <summary>A temporary folder with the database and the files that a run of the sample leaves.</summary>
internal sealed class Warehouse : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("warehouse").FullName;

    /// <summary>Every table and every output file with its rows, in a fixed order.</summary>
    public IReadOnlyDictionary<string, string[]> Contents()
    {
        var contents = Directory.EnumerateFiles(Folder, "*.csv").ToDictionary(file => Path.GetFileName(file), File.ReadAllLines);

        using var connection = new SqliteConnection($"Data Source={Path.Combine(Folder, "warehouse.db")};Pooling=False");
        connection.Open();
        foreach (var table in Column(connection, "SELECT name FROM sqlite_master WHERE type = 'table'"))
            contents[table] = [.. Rows(connection, table).Order(StringComparer.Ordinal)];

        return contents;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static List<string> Column(SqliteConnection connection, string sql) => [.. Read(connection, sql)];

    private static IEnumerable<string> Rows(SqliteConnection connection, string table) =>
        Read(connection, $"""SELECT * FROM "{table}" """);

    private static IEnumerable<string> Read(SqliteConnection connection, string sql)
    {
        using var command = new SqliteCommand(sql, connection);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var values = new object[reader.FieldCount];
            reader.GetValues(values);
            yield return string.Join('|', values);
        }
    }
}
