namespace RetailWarehouse.Flawed.Dimensions;

/// <summary>A product as the price list has it.</summary>
internal sealed record ProductRow(
    string ProductId,
    string Sku,
    string Name,
    string Category,
    decimal UnitPrice,
    string Currency,
    bool Discontinued);
