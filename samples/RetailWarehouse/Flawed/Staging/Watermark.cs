using Dapper;
using Microsoft.Data.Sqlite;

namespace RetailWarehouse.Flawed.Staging;

/// <summary>Remembers how far each source has been loaded.</summary>
internal sealed class Watermark(SqliteConnection connection)
{
    public string? Read(string source) =>
        connection.ExecuteScalar<string?>(
            "SELECT loaded_until FROM load_watermark WHERE source = @source", new { source });

    public void Save(string source, DateTime loadedUntil)
    {
        using var transaction = connection.BeginTransaction();
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText =
            """
            INSERT INTO load_watermark (source, loaded_until)
            VALUES ($source, $until)
            ON CONFLICT (source) DO UPDATE SET loaded_until = excluded.loaded_until
            """;
        command.Parameters.AddWithValue("$source", source);
        command.Parameters.AddWithValue("$until", loadedUntil);
        command.ExecuteNonQuery();
    }
}
