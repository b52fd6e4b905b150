using Dapper;

public static class Load
{
    public static async Task RunAsync(string database, string folder)
    {
        await using var db = new Connection(database);
        await db.OpenAsync();
        await db.ExecuteAsync("DELETE FROM stage_sales");
        foreach (var sale in SalesFile.Read(folder))
            await db.ExecuteAsync("INSERT INTO stage_sales (id, product, amount) VALUES (@Id, @Product, @Amount)", sale);
        await db.ExecuteAsync(
            """
            MERGE INTO fact_sales USING stage_sales ON fact_sales.id = stage_sales.id
            WHEN MATCHED THEN UPDATE SET product = stage_sales.product, amount = stage_sales.amount
            WHEN NOT MATCHED THEN INSERT (id, product, amount) VALUES (stage_sales.id, stage_sales.product, stage_sales.amount)
            """);
        await db.ExecuteAsync("DELETE FROM stage_sales");
    }
}
