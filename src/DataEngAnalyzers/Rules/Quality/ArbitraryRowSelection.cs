using DataEngAnalyzers.Pipeline;

namespace DataEngAnalyzers.Rules.Quality;

/// <summary>Some of the rows are taken and nothing says which: the next run takes others.</summary>
internal sealed class ArbitraryRowSelection : Rule
{
    public ArbitraryRowSelection()
        : base(
            id: "DEA2016",
            severity: Severity.High,
            title: "Rows are chosen without an order that gives the same ones again",
            message: "{0} gets other rows of '{1}' on the next run: {2}")
    {
    }

    public override void Check(Stage stage, Findings findings)
    {
        foreach (var rows in stage.RowsChosenArbitrarily())
        {
            findings.Report(this, rows.Where, rows.Read.Member, rows.Write.Dataset.Quoted(), rows.Source, Why(rows))
                .About(rows.Write.Dataset)
                .As(rows.Choice is ArbitraryChoice.Limit or ArbitraryChoice.Query ? Severity.High : Severity.Medium)
                .Because("rows are chosen here", rows.Read.Location)
                .Because("and decide what is written here", rows.Write.Location)
                .Remedy("Order by the columns of a key before rows are chosen");
        }
    }

    private static string Why(ArbitraryRows rows) => rows.Choice switch
    {
        ArbitraryChoice.Limit => "nothing orders them before a limit cuts them off",
        ArbitraryChoice.Query => "nothing orders them before some are taken",
        ArbitraryChoice.Unordered => "ROW_NUMBER numbers them in no order",
        _ => $"equal values of '{rows.Moment}' come in any order",
    };
}
