using System.Text.Json;
using Dapper;
using DataEngAnalyzers;
using Npgsql;

namespace LakehouseInterop.Loader.Shipments;

/// <summary>Brings the carrier's parcels to <c>raw.shipments</c>.</summary>
internal sealed class ShipmentLoader(NpgsqlConnection connection)
{
    [PipelineStage]
    [DataLineage(Inputs = ["data/shipments.json"], Outputs = ["raw.shipments"])]
    public async Task LoadAsync()
    {
        await using var file = File.OpenRead("data/shipments.json");
        var shipments = await JsonSerializer.DeserializeAsync<List<Shipment>>(file) ?? throw new InvalidDataException("data/shipments.json holds no list");
        if (shipments.Find(shipment => shipment.WeightKg <= 0) is { } weightless)
            throw new InvalidDataException($"shipment {weightless.ShipmentId} weighs nothing");

        await using var transaction = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync(
            """
            INSERT INTO raw.shipments (shipment_id, order_id, weight_kg, delivered, loaded_at)
            VALUES (@ShipmentId, @OrderId, @WeightKg, @Delivered, now())
            ON CONFLICT (shipment_id) DO UPDATE SET
                order_id = excluded.order_id, weight_kg = excluded.weight_kg, delivered = excluded.delivered, loaded_at = excluded.loaded_at
            """,
            shipments,
            transaction);
        await transaction.CommitAsync();
    }
}
