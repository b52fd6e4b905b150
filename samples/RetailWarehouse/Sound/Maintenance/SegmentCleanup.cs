using Dapper;
using Microsoft.Data.Sqlite;

namespace RetailWarehouse.Sound.Maintenance;

/// <summary>Brings the spellings of customer segments into line.</summary>
internal sealed class SegmentCleanup(SqliteConnection connection)
{
    public int Run() =>
        connection.Execute(
            "UPDATE dim_customer SET segment = 'small business' WHERE segment IN ('smb', 'small-business')");
}
