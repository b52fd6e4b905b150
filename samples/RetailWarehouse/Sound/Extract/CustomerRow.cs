using CsvHelper.Configuration.Attributes;

namespace RetailWarehouse.Sound.Extract;

/// <summary>A line of <c>customers.csv</c>, as text.</summary>
internal sealed class CustomerRow
{
    [Name("customer_id")]
    public string CustomerId { get; set; } = "";

    [Name("name")]
    public string Name { get; set; } = "";

    [Name("email")]
    public string Email { get; set; } = "";

    [Name("country")]
    public string Country { get; set; } = "";

    [Name("city")]
    public string City { get; set; } = "";

    [Name("segment")]
    public string Segment { get; set; } = "";

    [Name("signup_date")]
    public string SignupDate { get; set; } = "";
}
