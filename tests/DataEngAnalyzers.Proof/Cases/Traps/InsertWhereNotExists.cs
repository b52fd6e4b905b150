using Dapper;

public static class Load
{
    public static async Task RunAsync(string database, string folder)
    {
        await using var db = new Connection(database);
        await db.OpenAsync();
        foreach (var sale in SalesFile.Read(folder))
            await db.ExecuteAsync("INSERT INTO fact_sales (id, product, amount) SELECT @Id, @Product, @Amount WHERE NOT EXISTS (SELECT 1 FROM fact_sales WHERE id = @Id)", sale);
    }
}
