namespace RetailWarehouse.Sound.Export;

/// <summary>Revenue of one day.</summary>
internal sealed class DailySales
{
    public string Date { get; set; } = "";
    public long Quantity { get; set; }
    public decimal Revenue { get; set; }
}
