public static class Load
{
    public static async Task RunAsync(string database, string folder)
    {
        var lines = SalesFile.Read(folder).Select(sale => $"{sale.Id};{sale.Amount}").ToList();
        await File.WriteAllLinesAsync(Path.Combine(folder, "out", "amounts.csv"), lines);
    }
}
