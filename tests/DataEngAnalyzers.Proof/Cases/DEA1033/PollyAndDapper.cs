using Dapper;
using Polly;

public static class Load
{
    public static async Task RunAsync(string database, string folder)
    {
        await using var db = new Connection(database);
        await db.OpenAsync();
        var sales = SalesFile.Read(folder).ToList();
        await Policy.Handle<TimeoutException>().RetryAsync(3).ExecuteAsync(async () =>
        {
            foreach (var sale in sales)
                await db.ExecuteAsync("INSERT INTO fact_sales (id, product, amount) VALUES (@Id, @Product, @Amount)", sale);
        });
    }
}
