using System.Collections.Immutable;
using System.Globalization;
using System.Linq;

namespace DataEngAnalyzers.Proof.Running;

/// <summary>A row of the file that every case loads.</summary>
internal sealed record Sale(int Id, string Product, decimal Amount)
{
    /// <summary>As many as asked for, each with another id and amount.</summary>
    public static ImmutableArray<Sale> Some(int count) => [.. Enumerable.Range(1, count).Select(id => new Sale(id, $"product {id % 7}", id + 0.25m))];

    /// <summary>The same sales, one of them with another amount.</summary>
    public static ImmutableArray<Sale> Correct(ImmutableArray<Sale> sales) => sales.SetItem(0, sales[0] with { Amount = sales[0].Amount + 1 });

    /// <summary>The first line of the file.</summary>
    public const string Head = "id,product,amount";

    /// <summary>The line of the file.</summary>
    public string Line => string.Create(CultureInfo.InvariantCulture, $"{Id},{Product},{Amount}");

    /// <summary>The values of the row as SQL.</summary>
    public string Values => string.Create(CultureInfo.InvariantCulture, $"({Id}, '{Product}', {Amount})");
}
