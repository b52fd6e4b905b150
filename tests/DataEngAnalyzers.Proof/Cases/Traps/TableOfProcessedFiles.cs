using Dapper;

public static class Load
{
    public static async Task RunAsync(string database, string folder)
    {
        await using var db = new Connection(database);
        await db.OpenAsync();
        const string file = "sales.csv";
        if (await db.ExecuteScalarAsync<long>("SELECT count(*) FROM loaded_files WHERE name = @file", new { file }) > 0)
            return;

        await using var transaction = await db.BeginTransactionAsync();
        foreach (var sale in SalesFile.Read(folder))
            await db.ExecuteAsync("INSERT INTO fact_sales (id, product, amount) VALUES (@Id, @Product, @Amount)", sale, transaction);
        await db.ExecuteAsync("INSERT INTO loaded_files (name) VALUES (@file)", new { file }, transaction);
        await transaction.CommitAsync();
    }
}
