using DataEngAnalyzers.Pipeline;

namespace DataEngAnalyzers.Rules.Reliability;

/// <summary>A crash between two writes of one row: the next run finds the first and takes both as done.</summary>
internal sealed class WritesTorn : Rule
{
    public WritesTorn()
        : base(
            id: "DEA1014",
            severity: Severity.High,
            title: "Writes that belong together are not in one transaction",
            message: "'{0}' stays without its rows after a crash between the writes: the next run finds '{1}' and passes over both")
    {
    }

    public override void Check(Stage stage, Findings findings)
    {
        foreach (var torn in stage.WritesTornApart())
        {
            var (first, second) = (stage.TakesEffect(torn.First)!, stage.TakesEffect(torn.Second)!);
            findings.Report(this, torn.Second, torn.Second.Dataset, torn.First.Dataset)
                .Because("this lands first", first.Location)
                .Because("this may be missing", second.Location)
                .Because("the next run looks here", torn.Look.Location)
                .Remedy("Write both in one transaction")
                .ForFix("session", stage.SessionOf(torn) ?? string.Empty);
        }
    }
}
