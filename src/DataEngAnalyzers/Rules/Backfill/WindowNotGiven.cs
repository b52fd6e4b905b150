using System.Linq;
using DataEngAnalyzers.Pipeline;

namespace DataEngAnalyzers.Rules.Backfill;

/// <summary>Only the stored watermark says what a run loads: a past window cannot be asked for.</summary>
internal sealed class WindowNotGiven : Rule
{
    public WindowNotGiven()
        : base(
            id: "DEA5003",
            severity: Severity.Medium,
            title: "An incremental entry point takes no window",
            message: "'{0}' cannot be loaded again for a past window: {1} takes no dates and goes on from its stored watermark alone",
            noFix: "What bounds a window, and who passes it, is a decision of the pipeline's owner")
    {
    }

    public override void Check(Stage stage, Findings findings)
    {
        if (stage.ReadsFromWatermark().FirstOrDefault(stage.IsOnlyWayIn) is not { } read)
            return;

        findings.Report(this, stage.NameLocation, stage.Root, read.Dataset?.Name ?? "the source", stage.Name)
            .About(read.Dataset)
            .Because("the stored watermark comes from here", read.Mark)
            .Because("it alone decides what is read", read.Filter.Where)
            .Remedy("Take an optional window as parameters, and let the stored watermark be its default");
    }
}
