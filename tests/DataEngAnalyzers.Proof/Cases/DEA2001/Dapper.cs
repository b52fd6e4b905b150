using Dapper;

public static class Load
{
    public static async Task RunAsync(string database, string folder)
    {
        var sales = SalesFile.Read(folder).ToList();
        await using var db = new Connection(database);
        await db.OpenAsync();
        await db.ExecuteAsync("INSERT INTO fact_sales (id, product, amount) VALUES (@Id, @Product, @Amount) ON CONFLICT (id) DO NOTHING", sales);
    }
}
