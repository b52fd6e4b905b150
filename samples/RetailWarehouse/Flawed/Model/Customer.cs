namespace RetailWarehouse.Flawed.Model;

/// <summary>A row of <c>dim_customer</c>.</summary>
internal sealed class Customer
{
    public int CustomerKey { get; set; }
    public string CustomerNumber { get; set; } = "";
    public string Name { get; set; } = "";
    public string? Email { get; set; }
    public string? Country { get; set; }
    public string? City { get; set; }
    public string? Segment { get; set; }
    public string? SignupDate { get; set; }
}
