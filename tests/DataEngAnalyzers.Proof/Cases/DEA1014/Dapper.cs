using Dapper;

public static class Load
{
    public static async Task RunAsync(string database, string folder)
    {
        await using var db = new Connection(database);
        await db.OpenAsync();
        foreach (var sale in SalesFile.Read(folder))
        {
            if (await db.ExecuteScalarAsync<long>("SELECT count(*) FROM fact_orders WHERE id = @Id", sale) > 0)
                continue;

            await db.ExecuteAsync("INSERT INTO fact_orders (id, product) VALUES (@Id, @Product)", sale);
            await db.ExecuteAsync("INSERT INTO fact_payments (order_id, amount) VALUES (@Id, @Amount)", sale);
        }
    }
}
