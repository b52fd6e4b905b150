using System.ComponentModel.DataAnnotations;
using CsvHelper.Configuration.Attributes;

namespace LakehouseInterop.Loader.Customers;

/// <summary>A line of <c>data/customers.csv</c>.</summary>
internal sealed class Customer
{
    [Name("customer_id")]
    public long CustomerId { get; set; }

    [Name("name"), Required, StringLength(200)]
    public string Name { get; set; } = "";

    [Name("email")]
    public string? Email { get; set; }
}
