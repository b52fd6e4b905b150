using DataEngAnalyzers.Pipeline;

namespace DataEngAnalyzers.Rules.Quality;

/// <summary>Rows are checked, and loaded whatever the check says.</summary>
internal sealed class ValidationStopsNothing : Rule
{
    public ValidationStopsNothing()
        : base(
            id: "DEA2021",
            severity: Severity.High,
            title: "The outcome of a validation does not stop the load",
            message: "{0} whatever {1} says: {2}")
    {
    }

    public override void Check(Stage stage, Findings findings)
    {
        foreach (var idle in stage.ChecksThatStopNothing())
        {
            findings.Report(this, idle.Check, idle.Write is { Dataset: { } target } ? $"'{target}' gets its rows" : idle.Write is null ? "The run goes on" : "The target gets its rows", idle.Name, Why(idle.Outcome))
                .About(idle.Write?.Dataset)
                .Because("rows are checked here", idle.Check.Location)
                .Because("and written here all the same", idle.Write?.Location)
                .Remedy("Throw, or send what fails somewhere else, when the check does not pass");
        }
    }

    private static string Why(CheckOutcome outcome) => outcome switch
    {
        CheckOutcome.Dropped => "nobody looks at the outcome",
        CheckOutcome.OnlyLogged => "the outcome is logged and the load goes on",
        CheckOutcome.NoVerdict => "without -e its exit code is 0 for false and null too",
        _ => "nobody asks for its exit code",
    };
}
