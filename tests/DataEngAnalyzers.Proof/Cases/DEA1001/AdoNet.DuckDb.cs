public static class Load
{
    public static async Task RunAsync(string database, string folder)
    {
        await using var db = new DuckDBConnection(database);
        await db.OpenAsync();
        await using var insert = db.CreateCommand();
        insert.CommandText = "INSERT INTO fact_sales (id, product, amount) VALUES ($id, $product, $amount)";
        foreach (var sale in SalesFile.Read(folder))
        {
            insert.Parameters.Clear();
            insert.Parameters.Add(new DuckDBParameter("id", sale.Id));
            insert.Parameters.Add(new DuckDBParameter("product", sale.Product));
            insert.Parameters.Add(new DuckDBParameter("amount", sale.Amount));
            await insert.ExecuteNonQueryAsync();
        }
    }
}
