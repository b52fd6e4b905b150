using Dapper;
using DataEngAnalyzers;
using Microsoft.Data.Sqlite;

namespace RetailWarehouse.Sound.Export;

/// <summary>Hands the reasons of returns to the quality team.</summary>
internal sealed class ReturnsExport(SqliteConnection connection)
{
    [PipelineStage]
    [DataLineage(Inputs = ["fact_returns"], Outputs = ["return_reasons.csv"])]
    public void Write(string folder)
    {
        var reasons = connection.Query<ReturnReason>(
            """
            SELECT reason AS Reason, COUNT(*) AS Returns, SUM(quantity) AS Quantity
            FROM fact_returns
            GROUP BY reason
            ORDER BY reason
            """);

        CsvTarget.Replace(Path.Combine(folder, "return_reasons.csv"), reasons);
    }
}
