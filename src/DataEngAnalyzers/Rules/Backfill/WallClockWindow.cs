using DataEngAnalyzers.Pipeline;

namespace DataEngAnalyzers.Rules.Backfill;

/// <summary>The clock of the machine decides which rows a run takes: repeated later, it takes others.</summary>
internal sealed class WallClockWindow : Rule
{
    public WallClockWindow()
        : base(
            id: "DEA5001",
            severity: Severity.High,
            title: "The wall clock decides which data is processed",
            message: "{1} picks {0} by the time it runs: a run repeated tomorrow {2}, and a missed day cannot be loaded again",
            noFix: "The run date has to come from the caller, so every caller must decide what to pass")
    {
    }

    public override void Check(Stage stage, Findings findings)
    {
        foreach (var window in stage.WindowsOfTheClock())
        {
            var name = window.Chooser is { } procedure ? $"'{procedure}'" : window.Dataset is { } dataset ? $"'{dataset}'" : "the source";
            var inProject = window.Clock.SeenFrom(stage.Context.Compilation).IsInSource;
            var finding = findings.Report(this, window.Operation, inProject ? window.Clock : window.Operation.Location, window.IsOutput ? name : "its rows of " + name, Stage.NameOf(window.Chooser is null ? stage.Root : stage.Run.Root.Method), window.IsOutput ? "fills another" : "takes other rows")
                .About(window.Dataset)
                .Because("the clock is read here", window.Clock)
                .Because(window.IsOutput ? "it names the output here" : "it chooses the rows here", window.Operation.Location)
                .Remedy("Take the run date as a parameter with the clock as its default at the edge, or keep a watermark");
            if (window is { IsOutput: true, IsOfMoment: true })
                finding.As(Severity.Medium);
        }
    }
}
