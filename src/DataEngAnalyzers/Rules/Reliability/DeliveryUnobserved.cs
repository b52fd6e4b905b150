using DataEngAnalyzers.Pipeline;

namespace DataEngAnalyzers.Rules.Reliability;

/// <summary>Messages stay in the producer's buffer: nothing waits for them, and nobody hears of those that do not arrive.</summary>
internal sealed class DeliveryUnobserved : Rule
{
    public DeliveryUnobserved()
        : base(
            id: "DEA1006",
            severity: Severity.Critical,
            title: "Produced messages can be lost without a trace",
            message: "'{0}' misses the messages still buffered when {1} ends: nothing flushes the producer or hears of failed deliveries")
    {
    }

    public override void Check(Stage stage, Findings findings)
    {
        foreach (var send in stage.UnobservedDeliveries())
        {
            if (stage.IsOrdinary(send))
                continue;

            findings.Report(this, send, send.Dataset?.Name ?? "The topic", stage.Name)
                .Because("the producer is made here", Deliveries.MakerOf(send, stage.Context.Values)?.Syntax.GetLocation())
                .Remedy("Flush the producer before it goes away, and hand over a delivery handler that records failures");
        }
    }
}
