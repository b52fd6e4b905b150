using System.ComponentModel.DataAnnotations;
using CsvHelper.Configuration.Attributes;

namespace LakehouseInterop.Loader.Payments;

/// <summary>A line of <c>data/payments.csv</c>.</summary>
internal sealed class Payment
{
    [Name("payment_id")]
    public long PaymentId { get; set; }

    [Name("order_id")]
    public long OrderId { get; set; }

    [Name("amount"), Range(0, 100000)]
    public decimal Amount { get; set; }
}
