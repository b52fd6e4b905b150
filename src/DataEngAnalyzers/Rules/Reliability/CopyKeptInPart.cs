using DataEngAnalyzers.Pipeline;

namespace DataEngAnalyzers.Rules.Reliability;

/// <summary>A COPY stream ends when it is disposed, also by an exception: the rows sent so far are committed.</summary>
internal sealed class CopyKeptInPart : Rule
{
    /// <summary>Hands the fix the connection that the transaction belongs to.</summary>
    internal const string SessionForFix = "session";

    public CopyKeptInPart()
        : base(
            id: "DEA1008",
            severity: Severity.Critical,
            title: "A COPY that fails half way commits its first rows",
            message: "'{0}' keeps the first rows of a load that fails: disposing the COPY stream ends it as if it were complete")
    {
    }

    public override void Check(Stage stage, Findings findings)
    {
        foreach (var copy in stage.CopiesKeptOnError())
        {
            if (stage.IsOrdinary(copy.Load))
                continue;

            findings.Report(this, copy.Start.NameLocation, copy.Load.Member, copy.Load.Dataset?.Name ?? "The target table")
                .About(copy.Load.Dataset)
                .Because("an error between two rows leaves the rows before it", copy.Cause)
                .ForFix(SessionForFix, stage.Context.Connections.SessionOf(copy.Start)?.Name ?? string.Empty)
                .Remedy("Copy inside a transaction and commit it behind the stream");
        }
    }
}
