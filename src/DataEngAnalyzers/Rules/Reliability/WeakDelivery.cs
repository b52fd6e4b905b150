using DataEngAnalyzers.Pipeline;

namespace DataEngAnalyzers.Rules.Reliability;

/// <summary>A producer that does not wait until the replicas have a message: one broker that fails takes it along.</summary>
internal sealed class WeakDelivery : Rule
{
    public WeakDelivery()
        : base(
            id: "DEA1005",
            severity: Severity.High,
            title: "A producer does not wait until its messages are safe",
            message: "'{0}' loses messages when a broker fails: the producer takes them as sent before {1} has them")
    {
    }

    public override void Check(Stage stage, Findings findings)
    {
        foreach (var weak in stage.DeliveriesTooWeak())
        {
            if (stage.IsOrdinary(weak.Setting))
                continue;

            findings.Report(this, weak.Setting, weak.Topic?.Name ?? "The topic", weak.IsUnanswered ? "any broker" : "a second broker")
                .About(weak.Topic)
                .Remedy("Wait for all replicas that are in sync: Acks.All");
        }
    }
}
