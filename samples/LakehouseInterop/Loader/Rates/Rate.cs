using System.ComponentModel.DataAnnotations;
using CsvHelper.Configuration.Attributes;

namespace LakehouseInterop.Loader.Rates;

/// <summary>A line of <c>data/rates.csv</c>.</summary>
internal sealed class Rate
{
    [Name("currency"), Required, StringLength(3, MinimumLength = 3)]
    public string Currency { get; set; } = "";

    [Name("rate"), Range(0, 1000)]
    public decimal PerEuro { get; set; }
}
