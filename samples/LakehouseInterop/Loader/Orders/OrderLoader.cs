using Dapper;
using DataEngAnalyzers;
using Npgsql;

namespace LakehouseInterop.Loader.Orders;

/// <summary>Brings orders to <c>raw.orders</c>.</summary>
internal sealed class OrderLoader(NpgsqlConnection connection)
{
    [PipelineStage]
    [DataLineage(Inputs = ["data/orders.csv"], Outputs = ["raw.orders"])]
    public async Task LoadAsync()
    {
        using var file = File.OpenText("data/orders.csv");
        var orders = CsvRows.Read<Order>(file);

        await using var transaction = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync(
            """
            INSERT INTO raw.orders (order_id, customer_id, status, amount, ordered_at, loaded_at)
            VALUES (@OrderId, @CustomerId, @Status, @Amount, @OrderedAt, now())
            ON CONFLICT (order_id) DO UPDATE SET
                customer_id = excluded.customer_id, status = excluded.status, amount = excluded.amount,
                ordered_at = excluded.ordered_at, loaded_at = excluded.loaded_at
            """,
            orders,
            transaction);
        await transaction.CommitAsync();
    }
}
