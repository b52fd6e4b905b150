using Dapper;

public static class Load
{
    public static async Task RunAsync(string database, string folder)
    {
        await using var db = new Connection(database);
        await db.OpenAsync();
        foreach (var line in File.ReadLines(Path.Combine(folder, "sales.csv")).Skip(1))
        {
            var fields = line.Split(',');
            var sale = new { Id = int.Parse(fields[0]), Product = fields[1], Amount = decimal.Parse(fields[2]) };
            await db.ExecuteAsync("INSERT INTO fact_sales (id, product, amount) VALUES (@Id, @Product, @Amount) ON CONFLICT (id) DO NOTHING", sale);
        }
    }
}
