using Dapper;
using Microsoft.Data.SqlClient;

namespace RetailWarehouse.Flawed.Quality;

/// <summary>Copies new returns for the people who read the reports.</summary>
internal sealed class DailyReturns(SqlConnection reporting)
{
    public void Copy() => reporting.Execute(
        "INSERT INTO dbo.daily_returns (id, amount, copied_at) SELECT r.id, r.amount, @now FROM dbo.returns AS r WHERE NOT EXISTS (SELECT 1 FROM dbo.daily_returns AS d WHERE d.id = r.id)",
        new { now = DateTime.Now });
}
