using DataEngAnalyzers.Pipeline;

namespace DataEngAnalyzers.Rules.Cost;

/// <summary>The context keeps a second copy of every row a run reads, to find changes that nobody makes.</summary>
internal sealed class EntitiesTrackedForNothing : Rule
{
    public EntitiesTrackedForNothing()
        : base(
            id: "DEA8008",
            severity: Severity.Medium,
            title: "Entities that are only read are tracked for changes",
            message: "Every run keeps a tracked copy of each row of '{0}' that nobody changes: the next run takes more memory and time, as the table grows")
    {
    }

    public override void Check(Stage stage, Findings findings)
    {
        foreach (var read in stage.TrackedForNothing())
        {
            findings.Report(this, read, read.Dataset?.Name ?? "the table")
                .Because("the rows are read here, and only read afterwards", read.Location)
                .BecauseOf(stage)
                .Remedy("Read the rows with AsNoTracking()");
        }
    }
}
