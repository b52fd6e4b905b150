using System.ComponentModel.DataAnnotations;
using CsvHelper.Configuration.Attributes;

namespace LakehouseInterop.Loader.Orders;

/// <summary>A line of <c>data/orders.csv</c>.</summary>
internal sealed class Order
{
    [Name("order_id")]
    public long OrderId { get; set; }

    [Name("customer_id")]
    public long CustomerId { get; set; }

    [Name("status")]
    public OrderStatus Status { get; set; }

    [Name("amount"), Range(0, 100000)]
    public decimal Amount { get; set; }

    [Name("ordered_at")]
    public DateTime OrderedAt { get; set; }
}
