using Dapper;
using Microsoft.Data.Sqlite;

namespace RetailWarehouse.Flawed.Maintenance;

/// <summary>Retention of the tables that grow.</summary>
internal sealed class Housekeeping(SqliteConnection connection)
{
    public int Purge(string table, DateOnly before) =>
        connection.Execute(
            $"DELETE FROM {table} WHERE order_date < @before",
            new { before = before.ToDateTime(TimeOnly.MinValue) });
}
