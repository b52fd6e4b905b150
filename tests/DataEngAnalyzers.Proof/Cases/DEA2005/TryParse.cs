using Dapper;

public static class Load
{
    public static async Task RunAsync(string database, string folder)
    {
        await using var db = new Connection(database);
        await db.OpenAsync();
        var sales = new List<Sale>();
        foreach (var line in File.ReadLines(Path.Combine(folder, "sales.csv")).Skip(1))
        {
            var fields = line.Split(',');
            decimal.TryParse(fields[2], System.Globalization.CultureInfo.InvariantCulture, out var amount);
            sales.Add(new Sale { Id = int.Parse(fields[0]), Product = fields[1], Amount = amount });
        }

        await db.ExecuteAsync("INSERT INTO fact_sales (id, product, amount) VALUES (@Id, @Product, @Amount) ON CONFLICT (id) DO NOTHING", sales);
    }
}
