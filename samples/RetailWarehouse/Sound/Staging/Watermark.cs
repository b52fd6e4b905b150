using Microsoft.Data.Sqlite;

namespace RetailWarehouse.Sound.Staging;

/// <summary>Remembers how far each source has been loaded.</summary>
internal sealed class Watermark(SqliteConnection connection)
{
    public void Save(string source, DateOnly loadedUntil)
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
        transaction.Commit();
    }
}
