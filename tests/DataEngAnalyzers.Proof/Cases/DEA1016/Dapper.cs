using System.Transactions;
using Dapper;

public static class Load
{
    public static async Task RunAsync(string database, string folder)
    {
        var sales = SalesFile.Read(folder).ToList();
        using var scope = new TransactionScope();
        await Task.Delay(20);
        await using var db = new Connection(database);
        await db.OpenAsync();
        await db.ExecuteAsync("DELETE FROM fact_sales");
        foreach (var sale in sales)
            await db.ExecuteAsync("INSERT INTO fact_sales (id, product, amount) VALUES (@Id, @Product, @Amount)", sale);
        scope.Complete();
    }
}
