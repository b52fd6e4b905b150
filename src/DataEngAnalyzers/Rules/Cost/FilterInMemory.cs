using DataEngAnalyzers.Pipeline;

namespace DataEngAnalyzers.Rules.Cost;

/// <summary>Every row of a table is read, and most are thrown away: the database could have filtered or counted.</summary>
internal sealed class FilterInMemory : Rule
{
    public FilterInMemory()
        : base(
            id: "DEA8002",
            severity: Severity.High,
            title: "Rows are filtered in memory after all of them are read",
            message: "Every run reads all rows of '{0}' and {1} decides in memory which count: each run is slower than the last, as the table grows")
    {
    }

    public override void Check(Stage stage, Findings findings)
    {
        foreach (var filter in stage.FiltersInMemory())
        {
            findings.Report(this, filter.Where, filter.Read.Member, filter.Read.Dataset, filter.Name)
                .About(filter.Read.Dataset)
                .Because("all rows are read here", filter.Read.Location)
                .Because("and filtered here", filter.Where)
                .Remedy("Let the database filter or count: put the condition into the query");
        }
    }
}
