using DataEngAnalyzers.Pipeline;

namespace DataEngAnalyzers.Rules.Backfill;

/// <summary>The watermark says when the run was, and not how far its rows reach.</summary>
internal sealed class WatermarkFromClock : Rule
{
    public WatermarkFromClock()
        : base(
            id: "DEA5007",
            severity: Severity.High,
            title: "A new watermark is taken from the clock, not from the rows that were read",
            message: "'{0}' is set to the time after the read: rows of {1} that changed while this run was reading lie behind it and are never loaded",
            noFix: "Which column of the rows carries the watermark, and what an empty read leaves it at, is for the author to say")
    {
    }

    public override void Check(Stage stage, Findings findings)
    {
        foreach (var mark in stage.MarksOfTheClock())
        {
            findings.Report(this, mark.Where, mark.Member, mark.Name, mark.Read.Dataset is { } source ? $"'{source}'" : "the source")
                .About(mark.Dataset)
                .Because("the rows are read here", mark.Read.Location)
                .Because("the clock is read here", mark.Clock)
                .Remedy("Store the greatest value among the rows that were read, or a cutoff of the source's clock taken before the read");
        }
    }
}
