using System.Globalization;

public static class Load
{
    public static async Task RunAsync(string database, string folder)
    {
        await using var db = new Connection(database);
        await db.OpenAsync();
        using var writer = db.BeginTextImport("COPY fact_sales (id, product, amount) FROM STDIN");
        foreach (var sale in SalesFile.Read(folder))
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{sale.Id}\t{sale.Product}\t{sale.Amount}"));
    }
}
