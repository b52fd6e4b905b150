using CsvHelper.Configuration.Attributes;

namespace RetailWarehouse.Flawed.Extract;

/// <summary>A line of <c>returns.csv</c>.</summary>
internal sealed class ReturnRow
{
    [Name("return_id")]
    public string ReturnId { get; set; } = "";

    [Name("order_id")]
    public string OrderId { get; set; } = "";

    [Name("line_no")]
    public string LineNo { get; set; } = "";

    [Name("return_date")]
    public DateTime ReturnDate { get; set; }

    [Name("quantity")]
    public int Quantity { get; set; }

    [Name("reason")]
    public string? Reason { get; set; }
}
