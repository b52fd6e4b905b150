public static class Load
{
    public static async Task RunAsync(string database, string folder)
    {
        await using var db = new Connection(database);
        await db.OpenAsync();
        var sales = SalesFile.Read(folder).ToList();
        await using (var clear = new Command("DELETE FROM fact_sales", db))
            await clear.ExecuteNonQueryAsync();
        foreach (var sale in sales)
        {
            await using var insert = new Command("INSERT INTO fact_sales (id, product, amount) VALUES (@id, @product, @amount)", db);
            insert.Parameters.AddWithValue("@id", sale.Id);
            insert.Parameters.AddWithValue("@product", sale.Product);
            insert.Parameters.AddWithValue("@amount", sale.Amount);
            await insert.ExecuteNonQueryAsync();
        }
    }
}
