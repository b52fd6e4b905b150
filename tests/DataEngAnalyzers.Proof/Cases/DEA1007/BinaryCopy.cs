using NpgsqlTypes;

public static class Load
{
    public static async Task RunAsync(string database, string folder)
    {
        await using var db = new Connection(database);
        await db.OpenAsync();
        await using var writer = await db.BeginBinaryImportAsync("COPY fact_sales (id, product, amount) FROM STDIN (FORMAT BINARY)");
        foreach (var sale in SalesFile.Read(folder))
        {
            await writer.StartRowAsync();
            await writer.WriteAsync(sale.Id, NpgsqlDbType.Integer);
            await writer.WriteAsync(sale.Product, NpgsqlDbType.Varchar);
            await writer.WriteAsync(sale.Amount, NpgsqlDbType.Numeric);
        }
    }
}
