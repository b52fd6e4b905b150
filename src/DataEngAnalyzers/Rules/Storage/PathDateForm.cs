using DataEngAnalyzers.Pipeline;

namespace DataEngAnalyzers.Rules.Storage;

/// <summary>The date in a path depends on the machine, or is written without leading zeros: readers look for another path.</summary>
internal sealed class PathDateForm : Rule
{
    /// <summary>The form to write instead, for the fix.</summary>
    public const string FlawForFix = "flaw";

    public PathDateForm()
        : base(
            id: "DEA7006",
            severity: Severity.High,
            title: "The date in an output path has no fixed form",
            message: "'{0}' lies under a date whose form {1}: on another machine or in another month, readers look for it elsewhere")
    {
    }

    public override void Check(Stage stage, Findings findings)
    {
        foreach (var date in stage.DatesInPaths())
        {
            findings.Report(this, date.Write, date.Write.Dataset, date.Flaw == PathDateFlaw.Culture ? "the culture decides" : "has no leading zeros")
                .As(date.Flaw == PathDateFlaw.Culture ? Severity.High : Severity.Medium)
                .Because("the date is put into the path here", date.Value.Syntax.GetLocation())
                .ForFix(FlawForFix, date.Flaw.ToString())
                .Remedy("Write dates in paths as yyyy-MM-dd in the invariant culture, and parts of them with two digits");
        }
    }
}
