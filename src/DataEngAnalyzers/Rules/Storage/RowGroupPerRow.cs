using DataEngAnalyzers.Pipeline;

namespace DataEngAnalyzers.Rules.Storage;

/// <summary>A columnar file gets a row group for each row: nothing is compressed, and readers pay for each group.</summary>
internal sealed class RowGroupPerRow : Rule
{
    public RowGroupPerRow()
        : base(
            id: "DEA7001",
            severity: Severity.High,
            title: "A row group holds a single row",
            message: "'{0}' gets a row group for each row: it grows many times larger than its data, and every read opens each group anew",
            noFix: "Rows have to be collected first, and how many at a time is a matter of the memory there is")
    {
    }

    public override void Check(Stage stage, Findings findings)
    {
        foreach (var piece in stage.RowGroupsOfOneRow())
        {
            findings.Report(this, piece.Write, piece.Write.Dataset?.Name ?? "The file")
                .Because("a turn handles one row", piece.Loop?.Where)
                .Because("and writes it as a row group", piece.Write.Location)
                .Remedy("Collect rows and write each chunk of some hundred thousand as one row group");
        }
    }
}
