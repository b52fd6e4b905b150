using Dapper;
using DataEngAnalyzers;
using Npgsql;

namespace LakehouseInterop.Loader.Refunds;

/// <summary>Brings refunds to <c>raw.refunds</c>.</summary>
internal sealed class RefundLoader(NpgsqlConnection connection)
{
    [PipelineStage]
    [DataLineage(Inputs = ["data/refunds.csv"], Outputs = ["raw.refunds"])]
    public async Task LoadAsync()
    {
        using var file = File.OpenText("data/refunds.csv");
        var refunds = CsvRows.Read<Refund>(file);

        await using var transaction = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync(
            """
            INSERT INTO raw.refunds (refund_id, order_id, amount, loaded_at)
            VALUES (@RefundId, @OrderId, @Amount, now())
            ON CONFLICT (refund_id) DO UPDATE SET order_id = excluded.order_id, amount = excluded.amount, loaded_at = excluded.loaded_at
            """,
            refunds,
            transaction);
        await transaction.CommitAsync();
    }
}
