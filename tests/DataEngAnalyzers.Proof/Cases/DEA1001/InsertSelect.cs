public static class Load
{
    public static async Task RunAsync(string database, string folder)
    {
        await using var db = new Connection(database);
        await db.OpenAsync();
        await using var load = db.CreateCommand();
        load.CommandText = "INSERT INTO fact_sales (id, product, amount) SELECT id, product, amount FROM shop_sales WHERE amount > 0";
        await load.ExecuteNonQueryAsync();
    }
}
