using System.Linq;
using DataEngAnalyzers.Pipeline;

namespace DataEngAnalyzers.Rules.Reliability;

/// <summary>New documents for rows of a source, whose ids are made up: the second run inserts them all again.</summary>
internal sealed class DocumentsAppendOnRerun : Rule
{
    public DocumentsAppendOnRerun()
        : base(
            id: "DEA1024",
            severity: Severity.High,
            title: "A rerun inserts the documents again",
            message: "'{0}' gets every document again when {1} runs twice: the insert makes up new ids",
            noFix: "A replacement needs a filter on the columns by which the source names a document, and the code does not tell them")
    {
    }

    public override void Check(Stage stage, Findings findings)
    {
        foreach (var write in stage.Writes.Where(write => write is { Mode: WriteMode.Append, Sink: Sink.Document, IsRetried: false }))
        {
            if (!stage.Moves(write) || stage.IsSafeToRepeat(write) || !stage.MakesNewIds(write))
                continue;

            findings.Report(this, write, write.Dataset, stage.Name)
                .Because("the rows are read here", stage.SourceOf(write)?.Location)
                .BecauseOf(stage)
                .Remedy("Replace by the key of the source with IsUpsert, or give the documents an id made of it");
        }
    }
}
