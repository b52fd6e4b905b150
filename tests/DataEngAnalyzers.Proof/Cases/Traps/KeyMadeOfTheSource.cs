using System.Security.Cryptography;
using System.Text;
using Dapper;

public static class Load
{
    public static async Task RunAsync(string database, string folder)
    {
        await using var db = new Connection(database);
        await db.OpenAsync();
        foreach (var sale in SalesFile.Read(folder))
        {
            var key = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"shop|{sale.Id}")));
            await db.ExecuteAsync(
                "INSERT INTO fact_sales (sale_key, product, amount) VALUES (@key, @Product, @Amount) ON CONFLICT (sale_key) DO UPDATE SET amount = excluded.amount",
                new { key, sale.Product, sale.Amount });
        }
    }
}
