namespace RetailWarehouse.Flawed;

/// <summary>Where the load reads from and writes to; everything has a default beside the program.</summary>
internal sealed record LoadOptions(string DataFolder, string DatabasePath, string OutputFolder, string KeyTable, string? ExportTo)
{
    /// <summary>Understands <c>--data</c>, <c>--database</c>, <c>--output</c>, <c>--keys</c> and <c>--export</c>, each followed by its value.</summary>
    public static LoadOptions Parse(string[] args)
    {
        var home = AppContext.BaseDirectory;
        return new LoadOptions(
            ValueOf(args, "--data") ?? Path.Combine(home, "data"),
            ValueOf(args, "--database") ?? Path.Combine(home, "warehouse.db"),
            ValueOf(args, "--output") ?? Path.Combine(home, "out"),
            ValueOf(args, "--keys") ?? "order_lines",
            ValueOf(args, "--export"));
    }

    private static string? ValueOf(string[] args, string name)
    {
        var at = Array.IndexOf(args, name);
        return at >= 0 && at + 1 < args.Length ? args[at + 1] : null;
    }
}
