using DataEngAnalyzers.Pipeline;

namespace DataEngAnalyzers.Rules.Reliability;

/// <summary>A consumer looks for a row and inserts it then: two of them can both find it missing.</summary>
internal sealed class CheckRaces : Rule
{
    public CheckRaces()
        : base(
            id: "DEA1012",
            severity: Severity.High,
            title: "Two consumers can both find a row missing and insert it",
            message: "'{0}' gets a row twice when two runs of {1} meet: both look, both find it missing, both insert it",
            noFix: "Only a unique key stops the second insert, and that is a change of the schema which the rows there must allow")
    {
    }

    public override void Check(Stage stage, Findings findings)
    {
        foreach (var race in stage.ChecksThatRace())
        {
            findings.Report(this, race.Write, race.Write.Dataset, stage.NameOfRun(race.Write))
                .Because("this looks whether the row is there", race.Look.Location)
                .BecauseOf(stage)
                .Remedy("Add a unique key and upsert on it, or lock the key range before the look");
        }
    }
}
