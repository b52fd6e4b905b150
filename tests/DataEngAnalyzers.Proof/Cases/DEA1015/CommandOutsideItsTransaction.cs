public static class Load
{
    public static async Task RunAsync(string database, string folder)
    {
        await using var db = new Connection(database);
        await db.OpenAsync();
        using var transaction = db.BeginTransaction();
        using var clear = new Command("DELETE FROM fact_sales", db, transaction);
        clear.ExecuteNonQuery();
        foreach (var sale in SalesFile.Read(folder))
        {
            using var insert = new Command("INSERT INTO fact_sales (id, product, amount) VALUES (@id, @product, @amount)", db);
            insert.Parameters.AddWithValue("@id", sale.Id);
            insert.Parameters.AddWithValue("@product", sale.Product);
            insert.Parameters.AddWithValue("@amount", sale.Amount);
            insert.ExecuteNonQuery();
        }

        transaction.Commit();
    }
}
