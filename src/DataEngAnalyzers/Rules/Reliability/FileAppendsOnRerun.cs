using System.Linq;
using DataEngAnalyzers.Pipeline;

namespace DataEngAnalyzers.Rules.Reliability;

/// <summary>Output appended to a data file: the second run writes the same rows below those of the first.</summary>
internal sealed class FileAppendsOnRerun : Rule
{
    public FileAppendsOnRerun()
        : base(
            id: "DEA1023",
            severity: Severity.High,
            title: "A rerun appends to the output file",
            message: "'{0}' holds every row twice after {1} ran twice: the file is opened to append")
    {
    }

    public override void Check(Stage stage, Findings findings)
    {
        foreach (var write in stage.Writes.Where(write => write is { Mode: WriteMode.Append, Sink: Sink.File } or { Mode: WriteMode.Append, Sink: Sink.Blob, IsRetried: false }))
        {
            if (!stage.Moves(write) || !stage.IsDataset(write) || stage.IsSafeToRepeat(write) || stage.IsNamedAnew(write))
                continue;

            findings.Report(this, stage.StartOf(write), write.Dataset, stage.Name)
                .About(write.Dataset)
                .Because("the rows are read here", stage.SourceOf(write)?.Location)
                .BecauseOf(stage)
                .Remedy("Write to a temporary file and replace the target with it");
        }
    }
}
