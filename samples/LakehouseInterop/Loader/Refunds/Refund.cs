using System.ComponentModel.DataAnnotations;
using CsvHelper.Configuration.Attributes;

namespace LakehouseInterop.Loader.Refunds;

/// <summary>A line of <c>data/refunds.csv</c>.</summary>
internal sealed class Refund
{
    [Name("refund_id")]
    public long RefundId { get; set; }

    [Name("order_id")]
    public long OrderId { get; set; }

    [Name("amount"), Range(0, 100000)]
    public decimal Amount { get; set; }
}
