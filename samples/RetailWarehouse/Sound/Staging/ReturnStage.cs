using Dapper;
using DataEngAnalyzers;
using Microsoft.Data.Sqlite;
using RetailWarehouse.Sound.Extract;
using RetailWarehouse.Sound.Rejects;

namespace RetailWarehouse.Sound.Staging;

/// <summary>Replaces <c>stg_return</c> with the valid rows of the service desk's list.</summary>
internal sealed class ReturnStage(SqliteConnection connection)
{
    [PipelineStage]
    [DataLineage(Inputs = ["returns.csv"], Outputs = ["stg_return", "rejected_row"])]
    public int Load(string path)
    {
        var rejects = new RejectLog("returns.csv");
        var returns = Accepted(path, rejects);

        using var transaction = connection.BeginTransaction();
        connection.Execute("DELETE FROM stg_return", transaction: transaction);
        var rows = connection.Execute(
            """
            INSERT INTO stg_return
                (return_id, order_id, line_no, return_date, quantity, reason, source_line, source_record)
            VALUES
                (@ReturnId, @OrderId, @LineNo, @ReturnDate, @Quantity, @Reason, @SourceLine, @SourceRecord)
            """,
            returns,
            transaction);
        rejects.Save(connection, transaction);
        transaction.Commit();
        return rows;
    }

    private static List<StagedReturn> Accepted(string path, RejectLog rejects)
    {
        var returns = new Dictionary<string, StagedReturn>();
        foreach (var line in CsvSource.Read<ReturnRow>(path, ","))
        {
            if (RowRules.Validate(line.Row) is { } reason)
                rejects.Add(line, reason);
            else if (!returns.TryAdd(line.Row.ReturnId, StagedReturn.From(line)))
                rejects.Add(line, "return_id is a duplicate");
        }

        return [.. returns.Values];
    }
}
