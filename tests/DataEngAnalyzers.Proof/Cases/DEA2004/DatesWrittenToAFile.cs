public static class Load
{
    private static readonly DateTime FirstDay = new(2025, 1, 1);

    public static async Task RunAsync(string database, string folder)
    {
        var lines = SalesFile.Read(folder).Select(sale => $"{sale.Id};{FirstDay.AddDays(sale.Id):yyyy-MM-dd}").ToList();
        await File.WriteAllLinesAsync(Path.Combine(folder, "out", "days.csv"), lines);
    }
}
