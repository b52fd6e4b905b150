using Dapper;
using Microsoft.Data.Sqlite;

namespace RetailWarehouse.Sound.Maintenance;

/// <summary>Retention of the tables that grow.</summary>
internal sealed class Housekeeping(SqliteConnection connection)
{
    public int PurgeSales(DateOnly before)
    {
        var dateKey = before.Year * 10000 + before.Month * 100 + before.Day;
        using var transaction = connection.BeginTransaction();
        connection.Execute(
            """
            DELETE FROM fact_returns
            WHERE (order_id, line_no) IN (SELECT order_id, line_no FROM fact_sales WHERE date_key < @dateKey)
            """,
            new { dateKey },
            transaction);
        var rows = connection.Execute("DELETE FROM fact_sales WHERE date_key < @dateKey", new { dateKey }, transaction);
        transaction.Commit();
        return rows;
    }
}
