using DataEngAnalyzers.Pipeline;

namespace DataEngAnalyzers.Rules.Cost;

/// <summary>A query for one item asks every partition, where a read by id and partition key asks one.</summary>
internal sealed class ItemQueried : Rule
{
    public ItemQueried()
        : base(
            id: "DEA8003",
            severity: Severity.High,
            title: "One item is looked for in every partition",
            message: "'{0}' answers for one item from every partition{1}: each run pays for a query where a read by id and partition key will do",
            noFix: "The partition key of the item is the author's knowledge: with another one the read finds nothing")
    {
    }

    public override void Check(Stage stage, Findings findings)
    {
        foreach (var item in stage.ItemsQueried())
        {
            findings.Report(this, item.Query, item.Container?.Name ?? "The container", item.IsPerRow ? ", once for each row" : string.Empty)
                .About(item.Container)
                .As(item.IsPerRow ? Severity.High : Severity.Medium)
                .Because("this is asked once for each row", item.IsPerRow ? item.Query.Around.Loop?.Where : null)
                .BecauseOf(stage)
                .Remedy("Read the item by id and partition key, or many of them in one call");
        }
    }
}
