using Dapper;

public static class Load
{
    public static async Task RunAsync(string database, string folder)
    {
        await using var db = new Connection(database);
        await db.OpenAsync();
        await db.ExecuteAsync("BEGIN; DELETE FROM fact_sales; INSERT INTO fact_sales (id, product, amount) SELECT id, product, amount FROM shop_sales");
    }
}
