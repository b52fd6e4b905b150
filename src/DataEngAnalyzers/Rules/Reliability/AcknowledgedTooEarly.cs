using System.Linq;
using DataEngAnalyzers.Pipeline;

namespace DataEngAnalyzers.Rules.Reliability;

/// <summary>The broker is told that a message is done before its rows are stored: a crash in between loses them.</summary>
internal sealed class AcknowledgedTooEarly : Rule
{
    public AcknowledgedTooEarly()
        : base(
            id: "DEA1031",
            severity: Severity.Critical,
            title: "A message is acknowledged before its rows are stored",
            message: "{0} misses every message whose handling fails: it is acknowledged {1}, so no restart gets it again")
    {
    }

    public override void Check(Stage stage, Findings findings)
    {
        foreach (var message in stage.MessagesForgottenOnDelivery().Where(message => !stage.IsOrdinary(message.Setting)))
        {
            var dataset = stage.ChangedBy(message.Write);
            findings.Report(this, message.Setting, dataset.Quoted(), "on delivery")
                .About(dataset)
                .Because("the rows of the message are stored here", message.Write.Location)
                .Remedy("Acknowledge each message after its rows are stored");
        }

        foreach (var early in stage.ProgressAheadOfWrites().Where(early => early.Advance.IsAcknowledgement() && !stage.IsOrdinary(early.Advance)))
        {
            var dataset = stage.ChangedBy(early.Write);
            findings.Report(this, early.Advance, dataset.Quoted(), "before its rows are stored")
                .About(dataset)
                .Because("the rows of the message are stored here", early.Lands.Location)
                .Remedy("Acknowledge the message after its rows are stored");
        }
    }
}
