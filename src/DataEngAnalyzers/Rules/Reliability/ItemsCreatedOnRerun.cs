using System.Linq;
using DataEngAnalyzers.Pipeline;

namespace DataEngAnalyzers.Rules.Reliability;

/// <summary>Items that are created and not upserted stop the second run; writes that answer and do not throw lose rows in silence.</summary>
internal sealed class ItemsCreatedOnRerun : Rule
{
    public ItemsCreatedOnRerun()
        : base(
            id: "DEA1025",
            severity: Severity.High,
            title: "A Cosmos load stops at items that are there, or drops the errors of its writes",
            message: "'{0}' {1}: {2}")
    {
    }

    public override void Check(Stage stage, Findings findings)
    {
        foreach (var write in stage.ItemsOnlyCreated())
        {
            findings.Report(this, write, write.Dataset?.Name ?? "The container", "cannot be loaded twice", "the next run stops at the first item that is there (409 Conflict)")
                .Because("the rows are read here", stage.SourceOf(write)?.Location)
                .BecauseOf(stage)
                .Remedy("Upsert the items on the id of the source");
        }

        foreach (var write in stage.AnswersUnread().Where(stage.Moves))
        {
            findings.Report(this, write, write.Dataset?.Name ?? "The container", "loses rows when a write fails", "it throws nothing and nobody reads its status, on this run or the next")
                .BecauseOf(stage)
                .Remedy("Read the status of each answer: throw, or keep the rows that failed");
        }
    }
}
