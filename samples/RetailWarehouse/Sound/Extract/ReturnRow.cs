using CsvHelper.Configuration.Attributes;

namespace RetailWarehouse.Sound.Extract;

/// <summary>A line of <c>returns.csv</c>, as text.</summary>
internal sealed class ReturnRow
{
    [Name("return_id")]
    public string ReturnId { get; set; } = "";

    [Name("order_id")]
    public string OrderId { get; set; } = "";

    [Name("line_no")]
    public string LineNo { get; set; } = "";

    [Name("return_date")]
    public string ReturnDate { get; set; } = "";

    [Name("quantity")]
    public string Quantity { get; set; } = "";

    [Name("reason")]
    public string Reason { get; set; } = "";
}
