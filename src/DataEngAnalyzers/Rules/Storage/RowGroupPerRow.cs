using DataEngAnalyzers.Pipeline;

namespace DataEngAnalyzers.Rules.Storage;

/// <summary>A columnar file gets a row group for each row: nothing is compressed, and readers pay for each group.</summary>
internal sealed class RowGroupPerRow : Rule
{
    public RowGroupPerRow()
        : base(
            id: "DEA7001",
            severity: Severity.High,
            title: "A row group holds too few rows",
            message: "'{0}' gets a row group for {1}: it grows many times larger than its data, and every read opens each group anew",
            noFix: "Rows have to be collected first, and how many at a time is a matter of the memory there is")
    {
    }

    public override void Check(Stage stage, Findings findings)
    {
        foreach (var piece in stage.RowGroupsOfOneRow())
        {
            findings.Report(this, piece.Write, piece.Write.Dataset?.Name ?? "The file", "each row")
                .Because("a turn handles one row", piece.Loop?.Where)
                .Because("and writes it as a row group", piece.Write.Location)
                .Remedy("Collect rows and write each chunk of some hundred thousand as one row group");
        }

        foreach (var groups in stage.GroupsOfFewRows())
        {
            findings.Report(this, groups.Setting, groups.Write.Dataset?.Name ?? "The file", groups.Rows == 1 ? "each row" : $"every {groups.Rows} rows")
                .About(groups.Write.Dataset)
                .Because("the size of a group is set here", groups.Setting.Location)
                .Because("and the file is written here", groups.Write.Location)
                .Remedy("Leave the size to the library, or set some hundred thousand rows");
        }
    }
}
