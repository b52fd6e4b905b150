using System.Linq;
using DataEngAnalyzers.Pipeline;

namespace DataEngAnalyzers.Rules.Reliability;

/// <summary>A rerun appends the same rows again: nothing in the write recognises a row it has seen.</summary>
internal sealed class InsertAppendsOnRerun : Rule
{
    public InsertAppendsOnRerun()
        : base(
            id: "DEA1001",
            severity: Severity.Critical,
            title: "A rerun appends the rows again (SQL INSERT)",
            message: "'{0}' gets every row again when {1} runs twice: the INSERT recognises no key")
    {
    }

    public override void Check(Stage stage, Findings findings)
    {
        foreach (var write in stage.Writes.Where(write => write is { Mode: WriteMode.Append, Sink: Sink.Sql, IsRetried: false }))
        {
            if (!stage.Moves(write) || stage.IsSafeToRepeat(write))
                continue;

            findings.Report(this, write, write.StatementPlace, write.Dataset, stage.Name)
                .Because("the rows are read here", stage.SourceOf(write)?.Location)
                .Because("this statement only adds", write.Statement?.Target is { } target ? write.Clause(target.Span) : null)
                .Because("the rows are written here", write.Location)
                .BecauseOf(stage)
                .Remedy("Upsert on the key, or delete the window first in the same transaction");
        }
    }
}
