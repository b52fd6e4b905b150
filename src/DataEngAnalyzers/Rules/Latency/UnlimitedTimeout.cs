using DataEngAnalyzers.Pipeline;

namespace DataEngAnalyzers.Rules.Latency;

/// <summary>A limit is taken away: a run that is blocked waits for ever, and so does all that waits for it.</summary>
internal sealed class UnlimitedTimeout : Rule
{
    /// <summary>Hands the fix the <see cref="TimeUnit"/> of the limit.</summary>
    internal const string UnitForFix = "unit";

    public UnlimitedTimeout()
        : base(
            id: "DEA6001",
            severity: Severity.High,
            title: "Nothing limits how long a run waits",
            message: "{1} can wait for {0} without end: one lock or lost connection hangs this run and every run that follows it")
    {
    }

    public override void Check(Stage stage, Findings findings)
    {
        if (stage.Scope.IsOrdinary)
            return;

        foreach (var wait in stage.UnlimitedWaits())
        {
            // Outside a pipeline a long poll over HTTP may well be meant to wait.
            if (wait.Unit == TimeUnit.TimeSpan && !stage.Scope.IsPipeline)
                continue;

            findings.Report(this, wait.Operation, wait.Dataset is { } dataset ? $"'{dataset}'" : "the other side", stage.Name)
                .About(wait.Dataset)
                .Because("the limit is switched off", wait.Limit)
                .ForFix(UnitForFix, wait.Unit.ToString())
                .Remedy("Set a limit well above the longest good run, and let the scheduler try again");
        }
    }
}
