using Dapper;

public static class Load
{
    public static async Task RunAsync(string database, string folder)
    {
        await using var db = new Connection(database);
        await db.OpenAsync();
        foreach (var sale in SalesFile.Read(folder))
        {
            try
            {
                await db.ExecuteAsync("INSERT INTO fact_sales (id, product, amount) VALUES (@Id, @Product, @Amount)", sale);
            }
            catch (PostgresException known) when (known.SqlState == "23505")
            {
                // The row is there.
            }
        }
    }
}
