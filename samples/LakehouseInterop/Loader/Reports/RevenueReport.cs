using Dapper;
using DataEngAnalyzers;
using Npgsql;

namespace LakehouseInterop.Loader.Reports;

/// <summary>Adds up what orders bring a day, in a table that neither dbt nor a suite knows.</summary>
internal sealed class RevenueReport(NpgsqlConnection connection)
{
    [PipelineStage]
    [DataLineage(Inputs = ["raw.orders"], Outputs = ["reports.daily_revenue"])]
    public Task FillAsync() => connection.ExecuteAsync(
        """
        INSERT INTO reports.daily_revenue (day, revenue)
        SELECT CAST(ordered_at AS date), SUM(amount) FROM raw.orders GROUP BY CAST(ordered_at AS date)
        ON CONFLICT (day) DO UPDATE SET revenue = excluded.revenue
        """);
}
