using DataEngAnalyzers.Pipeline;

namespace DataEngAnalyzers.Rules.Backfill;

/// <summary>A date in the code decides which rows are loaded: every other window needs another build.</summary>
internal sealed class HardCodedWindow : Rule
{
    public HardCodedWindow()
        : base(
            id: "DEA5002",
            severity: Severity.High,
            title: "The processing window is written into the code",
            message: "'{0}' is taken by the date {1} in the code: each run loads that window again, and another one needs another build",
            noFix: "The window has to come from the caller, so every caller must decide what to pass")
    {
    }

    public override void Check(Stage stage, Findings findings)
    {
        foreach (var window in stage.WindowsOfLiterals())
        {
            findings.Report(this, window.Operation, window.Dataset?.Name ?? "the source", window.Date)
                .About(window.Dataset)
                .Because("the date stands here", window.Where)
                .Remedy("Take the window as a parameter of the run");
        }
    }
}
