using DataEngAnalyzers.Pipeline;

namespace DataEngAnalyzers.Rules.Reliability;

/// <summary>A consumer stores the offset of a message when it hands it out, and a timer commits it while the message is still in work.</summary>
internal sealed class OffsetsStoredOnDelivery : Rule
{
    public OffsetsStoredOnDelivery()
        : base(
            id: "DEA1004",
            severity: Severity.Critical,
            title: "Offsets are committed by a timer, whether the message was handled or not",
            message: "{0} misses the message in work when the process stops: its offset is stored on delivery and a timer commits it")
    {
    }

    public override void Check(Stage stage, Findings findings)
    {
        foreach (var offset in stage.OffsetsStoredOnDelivery())
        {
            if (stage.IsOrdinary(offset.Read))
                continue;

            var dataset = stage.ChangedBy(offset.Last);
            var settings = offset.Settings.NameLocation;
            findings.Report(this, settings.SourceTree == offset.Read.Location.SourceTree ? settings : offset.Read.Location, offset.Read.Member, dataset.Quoted())
                .About(dataset)
                .Because("the message is handed out and its offset stored here", offset.Read.Location)
                .Because("its rows are stored here", offset.Last.Location)
                .Remedy("Switch off the automatic offset store, and store the offset after the rows");
        }
    }
}
