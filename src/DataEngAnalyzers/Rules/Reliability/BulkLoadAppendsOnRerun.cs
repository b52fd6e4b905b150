using System.Linq;
using DataEngAnalyzers.Pipeline;

namespace DataEngAnalyzers.Rules.Reliability;

/// <summary>A bulk load straight into its target: the second run loads every row a second time.</summary>
internal sealed class BulkLoadAppendsOnRerun : Rule
{
    public BulkLoadAppendsOnRerun()
        : base(
            id: "DEA1020",
            severity: Severity.Critical,
            title: "A rerun appends the rows again (bulk load)",
            message: "'{0}' gets every row again when {1} runs twice: the bulk load goes straight into the target")
    {
    }

    public override void Check(Stage stage, Findings findings)
    {
        foreach (var write in stage.Writes.Where(write => write is { Mode: WriteMode.Append, Sink: Sink.Bulk, IsRetried: false }))
        {
            if (!stage.Moves(write) || stage.IsSafeToRepeat(write))
                continue;

            findings.Report(this, stage.StartOf(write), write.Dataset, stage.Name)
                .About(write.Dataset)
                .Because("the rows are read here", stage.SourceOf(write)?.Location)
                .BecauseOf(stage)
                .Remedy("Load into a staging table, then merge into the target on the key in the same transaction");
        }
    }
}
