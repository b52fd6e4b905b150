using DataEngAnalyzers.Pipeline;

namespace DataEngAnalyzers.Rules.Backfill;

/// <summary>A run brings one day and removes all others, because it overwrites the dataset and not the day.</summary>
internal sealed class PartitionsWiped : Rule
{
    public PartitionsWiped()
        : base(
            id: "DEA5012",
            severity: Severity.Critical,
            title: "An overwrite wipes the partitions outside the run's window",
            message: "'{0}' loses every partition that this run does not write: {1}, and a rerun of one day leaves only that day")
    {
    }

    public override void Check(Stage stage, Findings findings)
    {
        foreach (var wipe in stage.WipesBeyondWindow())
        {
            var finding = findings.Report(this, wipe.Operation, wipe.Target, wipe.Mode is null ? "its whole folder is deleted" : "the writer replaces it whole")
                .About(wipe.Target)
                .Because("everything goes here", wipe.Mode?.NameLocation ?? wipe.Operation.Location)
                .Because("one slice comes back here", wipe.Write.Location)
                .Remedy(wipe.Mode is null ? "Delete only the folder of the partition that is written next" : "Overwrite dynamically, or name the slice with replaceWhere")
                .ForFix("is-writer", wipe.Mode is null ? "false" : "true");
            if (!wipe.IsCertain)
                finding.As(Severity.Medium);
        }
    }
}
