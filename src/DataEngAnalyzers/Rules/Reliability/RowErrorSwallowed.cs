using DataEngAnalyzers.Pipeline;

namespace DataEngAnalyzers.Rules.Reliability;

/// <summary>A row or batch fails, the load goes on without it, and nothing but a log line remembers it.</summary>
internal sealed class RowErrorSwallowed : Rule
{
    public RowErrorSwallowed()
        : base(
            id: "DEA1017",
            severity: Severity.Critical,
            title: "Rows that fail are dropped without a trace",
            message: "{0} misses every row that fails here: the error is caught and the load goes on as if it had worked",
            noFix: "Where rejected rows belong, and how many are too many, is a decision about the data")
    {
    }

    public override void Check(Stage stage, Findings findings)
    {
        foreach (var error in stage.Swallowed())
        {
            if (stage.IsOutsidePipelines(error.Operation) || !stage.LoadsRows(error))
                continue;

            findings.Report(this, error.Handler.Where, error.Operation.Member, DatasetWords.Quoted(error.Name))
                .About(error.Dataset)
                .Because("this fails for a row", error.Operation.Location)
                .Remedy("Write rejected rows somewhere, count them, and fail the run when there are too many");
        }
    }
}
