using Dapper;

public static class Load
{
    public static async Task RunAsync(string database, string folder)
    {
        await using var db = new Connection(database);
        await db.OpenAsync();
        foreach (var sale in SalesFile.Read(folder))
        {
            await db.ExecuteAsync(
                "INSERT INTO fact_sales (sale_key, product, amount) VALUES (@key, @Product, @Amount) ON DUPLICATE KEY UPDATE amount = VALUES(amount)",
                new { key = Guid.NewGuid().ToString(), sale.Product, sale.Amount });
        }
    }
}
