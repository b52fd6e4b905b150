using DataEngAnalyzers.Pipeline;

namespace DataEngAnalyzers.Rules.Latency;

/// <summary>Each row waits for the network: the run grows with the rows, and one day it does not end before the next begins.</summary>
internal sealed class RoundTripPerRow : Rule
{
    public RoundTripPerRow()
        : base(
            id: "DEA6004",
            severity: Severity.Medium,
            title: "One round trip per row",
            message: "{1} makes one round trip to {0} per row: the run takes rows times latency and outgrows its window as the data grows",
            noFix: "Which bulk path fits (bulk copy, COPY, a table-valued parameter, AddRange) depends on the target and changes what happens to a row that fails")
    {
    }

    public override void Check(Stage stage, Findings findings)
    {
        foreach (var trip in stage.RoundTripsPerRow())
        {
            var finding = findings.Report(this, trip.First, trip.Dataset is { } dataset ? $"'{dataset}'" : "the server", stage.Name)
                .About(trip.Dataset)
                .Because("the loop goes over the rows", trip.Loop.Where)
                .Remedy("Send the rows in batches: bulk copy, COPY, a table-valued parameter, or one SaveChanges after the loop");
            foreach (var other in trip.Others)
                finding.Because("the same turn makes this call too", other.Location);
        }
    }
}
