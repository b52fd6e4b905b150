namespace RetailWarehouse.Sound.Export;

/// <summary>How often goods came back for one reason.</summary>
internal sealed class ReturnReason
{
    public string Reason { get; set; } = "";
    public long Returns { get; set; }
    public long Quantity { get; set; }
}
