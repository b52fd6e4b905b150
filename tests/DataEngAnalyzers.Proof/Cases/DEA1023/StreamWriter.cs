using System.Globalization;

public static class Load
{
    public static async Task RunAsync(string database, string folder)
    {
        await using var writer = new StreamWriter(Path.Combine(folder, "out", "amounts.csv"), append: true);
        foreach (var sale in SalesFile.Read(folder))
            await writer.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{sale.Id};{sale.Amount}"));
    }
}
