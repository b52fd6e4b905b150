using DataEngAnalyzers.Pipeline;

namespace DataEngAnalyzers.Rules.Reliability;

/// <summary>A key that chance or the clock makes up names nothing: the next run cannot find the rows of this one by it.</summary>
internal sealed class KeyMadeUp : Rule
{
    public KeyMadeUp()
        : base(
            id: "DEA1026",
            severity: Severity.High,
            title: "A key is made up on each run",
            message: "{0} {1} on the next run: the key {2} is made up, not taken from the source",
            noFix: "Which columns of the source name a row is the author's knowledge: a key over others merges rows, or keeps apart what is one")
    {
    }

    public override void Check(Stage stage, Findings findings)
    {
        foreach (var made in stage.KeysMadeUp())
        {
            findings.Report(this, made.Write, made.Write.Dataset.Quoted(), made.IsReload ? "gives all rows other keys" : "gets the same rows as new ones", made.Key)
                .As(made.IsReload ? Severity.Medium : Severity.High)
                .Because("the key is made up here", made.Source)
                .BecauseOf(stage)
                .Remedy("Make the key of the columns by which the source names a row: use them, or hash them");
        }
    }
}
