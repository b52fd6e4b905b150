public static class Load
{
    public static async Task RunAsync(string database, string folder)
    {
        await using var db = new Connection(database);
        await db.OpenAsync();
        await using var insert = db.CreateCommand();
        insert.CommandText = """
            INSERT INTO fact_sales (id, product, amount)
            VALUES (@id, @product, @amount)
            """;
        foreach (var sale in SalesFile.Read(folder))
        {
            insert.Parameters.Clear();
            insert.Parameters.AddWithValue("@id", sale.Id);
            insert.Parameters.AddWithValue("@product", sale.Product);
            insert.Parameters.AddWithValue("@amount", sale.Amount);
            await insert.ExecuteNonQueryAsync();
        }
    }
}
