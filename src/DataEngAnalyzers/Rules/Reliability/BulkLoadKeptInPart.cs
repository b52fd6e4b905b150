using DataEngAnalyzers.Pipeline;

namespace DataEngAnalyzers.Rules.Reliability;

/// <summary>A bulk copy in batches commits them one by one: a failure leaves those before it in the target.</summary>
internal sealed class BulkLoadKeptInPart : Rule
{
    public BulkLoadKeptInPart()
        : base(
            id: "DEA1009",
            severity: Severity.High,
            title: "A bulk load in batches keeps part of its rows when it fails",
            message: "'{0}' keeps the batches before an error: no transaction holds the bulk load together, and the next run adds them again")
    {
    }

    public override void Check(Stage stage, Findings findings)
    {
        foreach (var load in stage.BatchesCommittedAlone())
        {
            if (!stage.Moves(load.Load))
                continue;

            findings.Report(this, load.Load, load.Load.Dataset)
                .Because("the batches are set here", load.Cause)
                .ForFix(CopyKeptInPart.SessionForFix, stage.Context.Connections.SessionOf(load.Start)?.Name ?? string.Empty)
                .Remedy("Run the load in a transaction of its connection, or load a staging table first");
        }
    }
}
