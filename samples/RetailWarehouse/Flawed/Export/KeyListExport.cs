using Dapper;
using Microsoft.Data.Sqlite;

namespace RetailWarehouse.Flawed.Export;

/// <summary>Lists the keys of a table, for the shop to compare with its own.</summary>
internal sealed class KeyListExport(SqliteConnection connection)
{
    public void Write(string table, string key, string folder)
    {
        var keys = connection.Query<string>($"SELECT DISTINCT {key} FROM {table} ORDER BY {key}");

        File.WriteAllLines(Path.Combine(folder, $"{table}_keys.csv"), keys);
    }
}
