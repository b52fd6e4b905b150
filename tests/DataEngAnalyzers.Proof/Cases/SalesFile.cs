using System.Globalization;

/// <summary>A row of the file.</summary>
internal sealed class Sale
{
    public int Id { get; set; }

    public string Product { get; set; } = "";

    public decimal Amount { get; set; }
}

/// <summary>The file that the shop delivers every night.</summary>
internal static class SalesFile
{
    public static IEnumerable<Sale> Read(string folder)
    {
        foreach (var line in File.ReadLines(Path.Combine(folder, "sales.csv")).Skip(1))
        {
            var fields = line.Split(',');
            yield return new Sale { Id = int.Parse(fields[0], CultureInfo.InvariantCulture), Product = fields[1], Amount = decimal.Parse(fields[2], CultureInfo.InvariantCulture) };
        }
    }
}
