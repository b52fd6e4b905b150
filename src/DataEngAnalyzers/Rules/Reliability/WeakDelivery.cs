using DataEngAnalyzers.Pipeline;

namespace DataEngAnalyzers.Rules.Reliability;

/// <summary>A producer that does not wait until the replicas have a message, or that sends it again where the broker cannot tell.</summary>
internal sealed class WeakDelivery : Rule
{
    public WeakDelivery()
        : base(
            id: "DEA1005",
            severity: Severity.High,
            title: "A producer loses or repeats messages when a broker fails",
            message: "'{0}' {1}: {2}")
    {
    }

    public override void Check(Stage stage, Findings findings)
    {
        foreach (var weak in stage.DeliveriesTooWeak())
        {
            if (stage.IsOrdinary(weak.Setting))
                continue;

            findings.Report(this, weak.Setting, weak.Topic?.Name ?? "The topic", "loses messages when a broker fails", $"the producer takes them as sent before {(weak.IsUnanswered ? "any broker" : "a second broker")} has them")
                .About(weak.Topic)
                .Remedy("Wait for all replicas that are in sync: Acks.All");
        }

        foreach (var repeated in stage.DeliveriesRepeated())
        {
            findings.Report(this, repeated.Settings.NameLocation, repeated.Write.Member, repeated.Write.Dataset?.Name ?? "The topic", "gets messages twice when an answer is lost", "the producer sends them again and is not idempotent")
                .About(repeated.Write.Dataset)
                .As(repeated.IsAsked ? Severity.High : Severity.Medium)
                .Because("these settings send it", repeated.Write.Location)
                .Remedy("Make the producer idempotent: the broker then keeps one of several equal messages, in their order");
        }
    }
}
