using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Dapper;

public static class Load
{
    public static async Task RunAsync(string database, string folder)
    {
        await using var db = new Connection(database);
        await db.OpenAsync();
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            BadDataFound = null,
            PrepareHeaderForMatch = header => header.Header.ToLowerInvariant(),
        };
        using var csv = new CsvReader(new StreamReader(Path.Combine(folder, "sales.csv")), configuration);
        var sales = csv.GetRecords<Sale>().ToList();
        await db.ExecuteAsync("INSERT INTO fact_sales (id, product, amount) VALUES (@Id, @Product, @Amount) ON CONFLICT (id) DO NOTHING", sales);
    }
}
