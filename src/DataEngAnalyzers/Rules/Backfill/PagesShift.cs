using DataEngAnalyzers.Pipeline;

namespace DataEngAnalyzers.Rules.Backfill;

/// <summary>Pages are counted from the start of an order that many rows share, over a table that changes meanwhile.</summary>
internal sealed class PagesShift : Rule
{
    public PagesShift()
        : base(
            id: "DEA5010",
            severity: Severity.High,
            title: "A changing table is paged by offset over an order that is not unique",
            message: "'{0}' is read in pages that shift: rows of one {1} change places between two reads, so some land twice and others never",
            noFix: "Which columns tell two rows apart, and how the last row of a page is carried to the next read, is for the author to say")
    {
    }

    public override void Check(Stage stage, Findings findings)
    {
        foreach (var page in stage.PagesThatShift())
        {
            findings.Report(this, page.Read, page.Read.Dataset, page.Order)
                .Because("the loop goes over the pages", page.Loop.Where)
                .Because("each page is counted from the start here", page.Read.Location)
                .Remedy("Order by the key at the end and go on behind the last key that was read");
        }
    }
}
