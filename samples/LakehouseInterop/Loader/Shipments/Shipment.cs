using System.Text.Json.Serialization;

namespace LakehouseInterop.Loader.Shipments;

/// <summary>What the carrier sends of a parcel.</summary>
internal sealed class Shipment
{
    [JsonPropertyName("shipment_id")]
    public long ShipmentId { get; set; }

    [JsonPropertyName("order_id")]
    public long OrderId { get; set; }

    [JsonPropertyName("weight_kg")]
    public decimal WeightKg { get; set; }

    [JsonPropertyName("delivered")]
    public bool Delivered { get; set; }
}
