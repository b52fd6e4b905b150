using Dapper;

public static class Load
{
    public static async Task RunAsync(string database, string folder)
    {
        await using var db = new Connection(database);
        await db.OpenAsync();
        await using var transaction = await db.BeginTransactionAsync();
        await db.ExecuteAsync("DELETE FROM fact_sales", transaction: transaction);
        foreach (var sale in SalesFile.Read(folder))
            await db.ExecuteAsync("INSERT INTO fact_sales (id, product, amount) VALUES (@Id, @Product, @Amount)", sale, transaction);
        await transaction.CommitAsync();
    }
}
