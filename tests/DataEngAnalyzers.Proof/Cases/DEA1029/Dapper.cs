using Dapper;

public static class Load
{
    public static async Task RunAsync(string database, string folder)
    {
        var sales = SalesFile.Read(folder).ToList();
        _ = StoreAsync(database, sales);
        await Task.CompletedTask;
    }

    private static async Task StoreAsync(string database, List<Sale> sales)
    {
        // The price service answers slowly.
        await Task.Delay(500);
        await using var db = new Connection(database);
        await db.ExecuteAsync("INSERT INTO fact_sales (id, product, amount) VALUES (@Id, @Product, @Amount) ON CONFLICT (id) DO NOTHING", sales);
    }
}
