using DataEngAnalyzers.Pipeline;

namespace DataEngAnalyzers.Rules.Latency;

/// <summary>The host asks the loader to stop and it goes on until it is killed in the middle of a row.</summary>
internal sealed class StopUnheard : Rule
{
    /// <summary>How the job asks whether to stop, for the fix.</summary>
    public const string SignalForFix = "signal";

    public StopUnheard()
        : base(
            id: "DEA6009",
            severity: Severity.Medium,
            title: "A loader cannot be stopped",
            message: "{1} goes on loading '{0}' when its host stops: it never looks at {2}, and is killed in the middle of its work")
    {
    }

    public override void Check(Stage stage, Findings findings)
    {
        if (stage.StopNobodyHears() is not { } unheard)
            return;

        findings.Report(this, stage.Run.NameLocation, stage.Run.Root.Method, unheard.Operation.Dataset?.Name ?? "its target", stage.Run.Root.Method.Name, unheard.Signal)
            .About(unheard.Operation.Dataset)
            .Because("the loop goes on", unheard.Loop.Where)
            .Because("data is changed here", unheard.Operation.Location)
            .ForFix(SignalForFix, unheard.Signal)
            .Remedy("Look at the token between two turns, and hand it to what waits");
    }
}
