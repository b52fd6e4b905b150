using Dapper;
using DataEngAnalyzers;
using Npgsql;

namespace LakehouseInterop.Loader.Payments;

/// <summary>Brings payments to <c>raw.payments</c>.</summary>
internal sealed class PaymentLoader(NpgsqlConnection connection)
{
    [PipelineStage]
    [DataLineage(Inputs = ["data/payments.csv"], Outputs = ["raw.payments"])]
    public async Task LoadAsync()
    {
        using var file = File.OpenText("data/payments.csv");
        var payments = CsvRows.Read<Payment>(file);

        await using var transaction = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync(
            """
            INSERT INTO raw.payments (payment_id, order_id, amount, loaded_at)
            VALUES (@PaymentId, @OrderId, @Amount, now())
            ON CONFLICT (payment_id) DO UPDATE SET order_id = excluded.order_id, amount = excluded.amount, loaded_at = excluded.loaded_at
            """,
            payments,
            transaction);
        await transaction.CommitAsync();
    }
}
