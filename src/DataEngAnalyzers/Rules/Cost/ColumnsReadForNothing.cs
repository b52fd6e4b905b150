using DataEngAnalyzers.Pipeline;

namespace DataEngAnalyzers.Rules.Cost;

/// <summary>All columns are fetched and few are used: the wide ones cost the same on every run.</summary>
internal sealed class ColumnsReadForNothing : Rule
{
    public ColumnsReadForNothing()
        : base(
            id: "DEA8001",
            severity: Severity.Medium,
            title: "Columns are read that nobody uses",
            message: "'{0}' is read with all its columns and {1} of {2} members of {3} are used: every run pays for the others",
            noFix: "Which columns the members stand for is in the database; a list made up from the code could name one that is not there")
    {
    }

    public override void Check(Stage stage, Findings findings)
    {
        foreach (var read in stage.ColumnsReadForNothing())
        {
            findings.Report(this, read.Where, read.Read.Member, read.Read.Dataset, read.Used.Count, read.All, read.Row.Name)
                .About(read.Read.Dataset)
                .Because("the row type has more members", read.Row.Locations[0])
                .Because("rows are read here", read.Read.Location)
                .Remedy("List the columns that are used: " + string.Join(", ", read.Used));
        }
    }
}
