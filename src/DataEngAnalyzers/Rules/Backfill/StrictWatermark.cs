using System.Linq;
using DataEngAnalyzers.Pipeline;

namespace DataEngAnalyzers.Rules.Backfill;

/// <summary>An extraction starts strictly behind its watermark: what shares the moment, or was committed late, is never read.</summary>
internal sealed class StrictWatermark : Rule
{
    public StrictWatermark()
        : base(
            id: "DEA5004",
            severity: Severity.High,
            title: "A strict watermark has no overlap and no tie-breaker",
            message: "'{0}' skips rows that share the last watermark or were committed after it was taken: {1} starts behind it, and no later run returns",
            noFix: "How late rows are committed is known to the owner of the source, and reading some of them again needs a target that takes them twice")
    {
    }

    public override void Check(Stage stage, Findings findings)
    {
        foreach (var read in stage.ReadsFromWatermark().Where(stage.LosesItsEdge))
        {
            findings.Report(this, read.Operation, read.Dataset?.Name ?? "the source", stage.Name)
                .About(read.Dataset)
                .Because("the watermark comes from here", read.Mark)
                .Because("the comparison leaves out its own moment", read.Filter.Where)
                .Remedy("Go back by as long as a commit may take and upsert the overlap, or compare moment and key together");
        }
    }
}
