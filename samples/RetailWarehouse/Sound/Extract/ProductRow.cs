using CsvHelper.Configuration.Attributes;

namespace RetailWarehouse.Sound.Extract;

/// <summary>A line of <c>products.csv</c>, as text.</summary>
internal sealed class ProductRow
{
    [Name("product_id")]
    public string ProductId { get; set; } = "";

    [Name("sku")]
    public string Sku { get; set; } = "";

    [Name("name")]
    public string Name { get; set; } = "";

    [Name("category")]
    public string Category { get; set; } = "";

    [Name("unit_price")]
    public string UnitPrice { get; set; } = "";

    [Name("currency")]
    public string Currency { get; set; } = "";

    [Name("active")]
    public string Active { get; set; } = "";
}
