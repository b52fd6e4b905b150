namespace DataEngAnalyzers.Build.Model;

/// <summary>What rules protect, as the analyzer names it.</summary>
internal static class Areas
{
    public const string Reliability = "Reliability";
    public const string Quality = "Quality";
    public const string Schema = "Schema";
    public const string Lineage = "Lineage";
    public const string Backfill = "Backfill";
    public const string Latency = "Latency";
    public const string Storage = "Storage";
    public const string Cost = "Cost";
}
