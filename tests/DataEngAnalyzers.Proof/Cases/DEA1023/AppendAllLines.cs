using System.Globalization;

public static class Load
{
    public static async Task RunAsync(string database, string folder)
    {
        var lines = SalesFile.Read(folder).Select(sale => string.Create(CultureInfo.InvariantCulture, $"{sale.Id};{sale.Amount}"));
        await File.AppendAllLinesAsync(Path.Combine(folder, "out", "amounts.csv"), lines);
    }
}
