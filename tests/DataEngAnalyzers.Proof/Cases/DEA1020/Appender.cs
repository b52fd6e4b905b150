public static class Load
{
    public static async Task RunAsync(string database, string folder)
    {
        await using var db = new Connection(database);
        await db.OpenAsync();
        using var appender = db.CreateAppender("fact_sales");
        foreach (var sale in SalesFile.Read(folder))
            appender.CreateRow().AppendValue(sale.Id).AppendValue(sale.Product).AppendValue(sale.Amount).EndRow();
    }
}
