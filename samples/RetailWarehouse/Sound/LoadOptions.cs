using System.Globalization;

namespace RetailWarehouse.Sound;

/// <summary>What one run of the load works on; the run date is given, never taken from the clock.</summary>
internal sealed record LoadOptions(
    DateOnly RunDate,
    string DataFolder,
    string DatabasePath,
    string OutputFolder,
    string? ExportTo)
{
    /// <summary>The options of the command line, or null when the run date is missing or no date.</summary>
    public static LoadOptions? Parse(string[] args)
    {
        if (!DateOnly.TryParseExact(
                ValueOf(args, "--run-date"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var runDate))
        {
            return null;
        }

        var home = AppContext.BaseDirectory;
        return new LoadOptions(
            runDate,
            ValueOf(args, "--data") ?? Path.Combine(home, "data"),
            ValueOf(args, "--database") ?? Path.Combine(home, "warehouse.db"),
            ValueOf(args, "--output") ?? Path.Combine(home, "out"),
            ValueOf(args, "--export"));
    }

    private static string? ValueOf(string[] args, string name)
    {
        var at = Array.IndexOf(args, name);
        return at >= 0 && at + 1 < args.Length ? args[at + 1] : null;
    }
}
