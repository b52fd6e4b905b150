using Dapper;
using Microsoft.Data.SqlClient;
using Npgsql;

namespace RetailWarehouse.Flawed.SqlServer;

/// <summary>Refreshes the regions on the reporting server.</summary>
internal sealed class RegionCopy(SqlConnection reporting, NpgsqlConnection archive)
{
    public async Task RefreshAsync(CancellationToken cancellation)
    {
        using var regions = archive.ExecuteReader("SELECT region_id, name FROM regions");
        await using var transaction = (SqlTransaction)await reporting.BeginTransactionAsync(cancellation);
        await reporting.ExecuteAsync("DELETE FROM dbo.dim_region", transaction: transaction);
        using var copy = new SqlBulkCopy(reporting, SqlBulkCopyOptions.Default, transaction) { DestinationTableName = "dbo.dim_region" };
        copy.ColumnMappings.Add("region_id", "region_id");
        copy.ColumnMappings.Add("name", "name");
        await copy.WriteToServerAsync(regions, cancellation);
        await transaction.CommitAsync(cancellation);
    }
}
