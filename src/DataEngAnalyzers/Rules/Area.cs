namespace DataEngAnalyzers.Rules;

/// <summary>What a rule protects. The first digit of an id is the area.</summary>
internal enum Area
{
    Health = 0,
    Reliability = 1,
    Quality = 2,
    Schema = 3,
    Lineage = 4,
    Backfill = 5,
    Latency = 6,
    Storage = 7,
    Cost = 8,
}
