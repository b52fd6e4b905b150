using RetailWarehouse.Sound.Extract;

namespace RetailWarehouse.Sound.Dimensions;

/// <summary>A row of <c>dim_product</c> without its surrogate key.</summary>
internal sealed record Product(
    string ProductId,
    string Sku,
    string Name,
    string Category,
    decimal UnitPrice,
    string Currency,
    bool Active)
{
    /// <summary>Types a row that has passed <see cref="RowRules.Validate(ProductRow)"/>.</summary>
    public static Product From(ProductRow row) => new(
        row.ProductId,
        row.Sku,
        row.Name,
        row.Category,
        Field.Amount(row.UnitPrice),
        row.Currency,
        row.Active == "1");
}
