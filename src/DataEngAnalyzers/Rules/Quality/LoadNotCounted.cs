using DataEngAnalyzers.Pipeline;

namespace DataEngAnalyzers.Rules.Quality;

/// <summary>Nobody compares how many rows were read with how many arrived: a load that loses some looks like any other.</summary>
internal sealed class LoadNotCounted : Rule
{
    public LoadNotCounted()
        : base(
            id: "DEA2002",
            severity: Severity.Low,
            title: "Nobody counts whether all rows of a bulk load arrived",
            message: "'{0}' may have fewer rows than {1} has read, and nobody would know: the count of the load is compared with nothing",
            noFix: "How many rows there should be is known where they are read, and what a difference means only to the author")
    {
    }

    public override void Check(Stage stage, Findings findings)
    {
        foreach (var load in stage.LoadsNotCounted())
        {
            findings.Report(this, load, load.Dataset, stage.Name)
                .Because("rows land here", load.Location)
                .Remedy("Compare the number of rows that were read with the number that were written, and throw when they differ");
        }
    }
}
