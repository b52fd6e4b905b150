using System.Linq;
using DataEngAnalyzers.Pipeline;

namespace DataEngAnalyzers.Rules.Reliability;

/// <summary>An offset, checkpoint or watermark moves on before the rows it stands for are stored: a crash in between loses them.</summary>
internal sealed class ProgressBeforeWrite : Rule
{
    public ProgressBeforeWrite()
        : base(
            id: "DEA1003",
            severity: Severity.Critical,
            title: "Progress is saved before the rows are stored",
            message: "{0} misses the rows of a run that fails: its progress is saved first, so the next run starts behind them")
    {
    }

    public override void Check(Stage stage, Findings findings)
    {
        foreach (var early in stage.ProgressAheadOfWrites().Where(early => !early.Advance.IsAcknowledgement()))
        {
            // A consumer's offset says by itself that data moves; a table of that name does not.
            if (early.Advance.Action == DataAction.Advance ? stage.IsOrdinary(early.Advance) : !stage.Moves(early.Advance))
                continue;

            var dataset = stage.ChangedBy(early.Write);
            findings.Report(this, early.Advance, dataset.Quoted())
                .About(dataset)
                .Because("the rows are written here", early.Write.Location)
                .Because("only this makes them durable", early.Lands == early.Write ? null : early.Lands.Location)
                .Remedy("Save the progress after the rows are stored, or in the same transaction");
        }
    }
}
