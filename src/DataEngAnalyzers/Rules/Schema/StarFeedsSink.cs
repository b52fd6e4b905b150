using DataEngAnalyzers.Pipeline;

namespace DataEngAnalyzers.Rules.Schema;

/// <summary>SELECT * feeds a sink that takes columns by position: a column added upstream shifts or breaks the load.</summary>
internal sealed class StarFeedsSink : Rule
{
    public StarFeedsSink()
        : base(
            id: "DEA3022",
            severity: Severity.High,
            title: "SELECT * feeds a sink that takes columns by position",
            message: "{0} breaks or gets values in the wrong columns when '{1}' gains a column: SELECT * hands columns over by position",
            noFix: "The columns of the source are in the database; a list made up from the code could drop some of them")
    {
    }

    public override void Check(Stage stage, Findings findings)
    {
        foreach (var star in stage.StarsIntoSinks())
        {
            findings.Report(this, star.Where, star.Write.Member, star.Write.Dataset.Quoted(), star.Source)
                .About(star.Write.Dataset)
                .Because("rows land here", star.Write.Location)
                .Remedy("List the columns on both sides");
        }
    }
}
