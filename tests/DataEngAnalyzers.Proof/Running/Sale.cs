using System.Collections.Immutable;
using System.Globalization;
using System.IO;
using System.Linq;

namespace DataEngAnalyzers.Proof.Running;

/// <summary>A row of the file that every case loads.</summary>
internal sealed record Sale(int Id, string Product, decimal Amount)
{
    /// <summary>As many as asked for, each with another id and amount.</summary>
    public static ImmutableArray<Sale> Some(int count) => [.. Enumerable.Range(1, count).Select(id => new Sale(id, $"product {id % 7}", id + 0.25m))];

    /// <summary>The same sales, one of them with another amount.</summary>
    public static ImmutableArray<Sale> Correct(ImmutableArray<Sale> sales) => sales.SetItem(0, sales[0] with { Amount = sales[0].Amount + 1 });

    public static void Save(ImmutableArray<Sale> sales, string path) => File.WriteAllLines(
        path,
        sales.Select(sale => string.Create(CultureInfo.InvariantCulture, $"{sale.Id},{sale.Product},{sale.Amount}")).Prepend("id,product,amount"));
}
