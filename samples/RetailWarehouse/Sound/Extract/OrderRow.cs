using CsvHelper.Configuration.Attributes;

namespace RetailWarehouse.Sound.Extract;

/// <summary>A line of <c>orders.csv</c>, as text.</summary>
internal sealed class OrderRow
{
    [Name("order_id")]
    public string OrderId { get; set; } = "";

    [Name("line_no")]
    public string LineNo { get; set; } = "";

    [Name("customer_id")]
    public string CustomerId { get; set; } = "";

    [Name("product_id")]
    public string ProductId { get; set; } = "";

    [Name("order_date")]
    public string OrderDate { get; set; } = "";

    [Name("quantity")]
    public string Quantity { get; set; } = "";

    [Name("unit_price")]
    public string UnitPrice { get; set; } = "";
}
