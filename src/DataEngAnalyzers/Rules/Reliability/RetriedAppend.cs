using System.Linq;
using DataEngAnalyzers.Pipeline;

namespace DataEngAnalyzers.Rules.Reliability;

/// <summary>A retry repeats a write that may have worked: the error told of the answer, not of the rows.</summary>
internal sealed class RetriedAppend : Rule
{
    public RetriedAppend()
        : base(
            id: "DEA1033",
            severity: Severity.Critical,
            title: "Retry wrapped around a non-idempotent write",
            message: "'{0}' can get the same rows twice: the retry in {1} repeats the write, {2}")
    {
    }

    public override void Check(Stage stage, Findings findings)
    {
        foreach (var write in stage.Writes.Where(write => write is { Mode: WriteMode.Append, IsRetried: true, Sink: not (Sink.None or Sink.File) }))
        {
            if (!stage.Moves(write) || stage.IsSafeToRetry(write))
                continue;

            var isWhole = write.Transaction?.Begin?.Around.Retry == write.Around.Retry && write.Transaction is not null;
            findings.Report(this, write, write.Dataset, stage.Name, isWhole ? "and after an error the commit may be unknown" : "and nothing recognises rows that have landed")
                .As(isWhole ? Severity.High : Severity.Critical)
                .Because("this retries", write.Around.Retry?.Where)
                .Because("the transaction begins inside the retry", isWhole ? write.Transaction?.Begin?.Location : null)
                .Remedy("Upsert on the key, or verify before the next attempt that the last one did not land");
        }
    }
}
