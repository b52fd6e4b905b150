using DataEngAnalyzers.Pipeline;

namespace DataEngAnalyzers.Rules.Quality;

/// <summary>Rows are read while others still change them: what lands may have been rolled back, or be there twice.</summary>
internal sealed class DirtyReadsLand : Rule
{
    public DirtyReadsLand()
        : base(
            id: "DEA2028",
            severity: Severity.High,
            title: "Rows that nobody has committed are loaded",
            message: "{0} gets rows of '{1}' that are rolled back later, read twice or not at all: the read takes what is not committed")
    {
    }

    public override void Check(Stage stage, Findings findings)
    {
        foreach (var dirty in stage.DirtyReadsThatLand())
        {
            findings.Report(this, dirty.Where, dirty.Read.Member, dirty.Write.Dataset.Quoted(), dirty.Source)
                .About(dirty.Write.Dataset)
                .Because("uncommitted rows are read here", dirty.Read.Location)
                .Because("rows land here", dirty.Write.Location)
                .Remedy("Read committed rows, from a snapshot where locks hurt");
        }
    }
}
