using Dapper;

public static class Load
{
    public static async Task RunAsync(string database, string folder)
    {
        await using var db = new Connection(database);
        await db.OpenAsync();
        var loaded = await db.ExecuteScalarAsync<int>("SELECT loaded_until FROM etl_watermark");
        var rows = (await db.QueryAsync<Sale>("SELECT id, product, amount FROM shop_sales WHERE id > @loaded ORDER BY id", new { loaded })).ToList();
        if (rows.Count == 0)
            return;

        await db.ExecuteAsync("UPDATE etl_watermark SET loaded_until = @until", new { until = rows[^1].Id });
        foreach (var row in rows)
            await db.ExecuteAsync("INSERT INTO fact_sales (id, product, amount) VALUES (@Id, @Product, @Amount) ON CONFLICT (id) DO NOTHING", row);
    }
}
