namespace RetailWarehouse.Sound.Model;

/// <summary>A row of <c>dim_customer</c>.</summary>
internal sealed class Customer
{
    public int CustomerKey { get; set; }
    public required string CustomerId { get; set; }
    public required string Name { get; set; }
    public required string Email { get; set; }
    public required string Country { get; set; }
    public required string City { get; set; }
    public required string Segment { get; set; }
    public required DateOnly SignupDate { get; set; }
}
