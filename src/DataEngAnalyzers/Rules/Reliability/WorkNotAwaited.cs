using DataEngAnalyzers.Pipeline;

namespace DataEngAnalyzers.Rules.Reliability;

/// <summary>A write runs on by itself: the load ends before it does, and its error reaches nobody.</summary>
internal sealed class WorkNotAwaited : Rule
{
    public WorkNotAwaited()
        : base(
            id: "DEA1029",
            severity: Severity.Critical,
            title: "Async work of a load is not awaited",
            message: "{0} can miss rows although {1} succeeds: the write is not awaited, so its errors and unfinished rows are lost")
    {
    }

    public override void Check(Stage stage, Findings findings)
    {
        foreach (var work in stage.WorkNotAwaited())
        {
            // A message that is sent leaves the process, whatever else the code does.
            if (stage.IsOrdinary(work.Write) || (!stage.Moves(work.Write) && work.Write.Sink != Sink.Message))
                continue;

            var dataset = stage.ChangedBy(work.Write);
            findings.Report(this, work.Where, work.Write.Member, dataset.Quoted(), stage.Name)
                .About(dataset)
                .Because("this write runs on by itself", work.Write.Location == work.Where ? null : work.Write.Location)
                .Remedy("Await it");
        }
    }
}
