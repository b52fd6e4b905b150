using DataEngAnalyzers.Pipeline;

namespace DataEngAnalyzers.Rules.Reliability;

/// <summary>A handler repeats POST and PATCH by itself: what the other side has taken already, it takes again.</summary>
internal sealed class RequestRepeated : Rule
{
    public RequestRepeated()
        : base(
            id: "DEA1002",
            severity: Severity.Critical,
            title: "A resilience handler repeats requests that add rows",
            message: "'{0}' can send the same rows twice: after a timeout the handler repeats POST and PATCH, which may have worked")
    {
    }

    public override void Check(Stage stage, Findings findings)
    {
        foreach (var repeated in stage.RequestsRepeated())
        {
            findings.Report(this, repeated.Handler, repeated.Client)
                .Because("this handler repeats the request", repeated.Handler.Location)
                .Because(repeated.Why, repeated.Request)
                .Remedy("Disable the retry for unsafe methods, or send an idempotency key that the other side checks");
        }
    }
}
