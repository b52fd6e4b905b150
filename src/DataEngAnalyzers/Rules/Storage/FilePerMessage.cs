using DataEngAnalyzers.Pipeline;

namespace DataEngAnalyzers.Rules.Storage;

/// <summary>Each row or message becomes a file of its own: listing and opening them costs more than reading them.</summary>
internal sealed class FilePerMessage : Rule
{
    public FilePerMessage()
        : base(
            id: "DEA7010",
            severity: Severity.Medium,
            title: "Each message becomes a file of its own",
            message: "'{0}' grows by a file for each {1}: after a month, readers list and open more files than they read rows from",
            noFix: "By what size or time messages are collected, and how they are acknowledged meanwhile, is for the author to say")
    {
    }

    public override void Check(Stage stage, Findings findings)
    {
        foreach (var piece in stage.FilesOfOneMessage())
        {
            findings.Report(this, piece.Write, piece.Write.Dataset, piece.Loop is { Over: LoopOver.Rows } ? "row" : "message")
                .Because("a turn handles one of them", piece.Loop?.Where)
                .Because("and writes a file", piece.Write.Location)
                .Remedy("Collect by size and time, and write one file for each batch");
        }
    }
}
