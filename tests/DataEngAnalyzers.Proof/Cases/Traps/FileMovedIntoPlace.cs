using System.Globalization;

public static class Load
{
    public static async Task RunAsync(string database, string folder)
    {
        var target = Path.Combine(folder, "out", "amounts.csv");
        var fresh = Path.Combine(folder, "amounts.csv.new");
        var lines = SalesFile.Read(folder).Select(sale => string.Create(CultureInfo.InvariantCulture, $"{sale.Id};{sale.Amount}"));
        await File.WriteAllLinesAsync(fresh, lines);
        File.Move(fresh, target, overwrite: true);
    }
}
