using DataEngAnalyzers.Pipeline;

namespace DataEngAnalyzers.Rules.Storage;

/// <summary>A rerun leaves another file beside the first one, and readers take both.</summary>
internal sealed class OutputNameMadeUp : Rule
{
    public OutputNameMadeUp()
        : base(
            id: "DEA7012",
            severity: Severity.High,
            title: "The name of an output file is another on each run",
            message: "'{0}' gets another name on each run: a rerun leaves a second file beside it, and whoever reads the folder takes both",
            noFix: "What names the file, the window of the run or the number of a part, is for the author to say")
    {
    }

    public override void Check(Stage stage, Findings findings)
    {
        foreach (var name in stage.NamesMadeUp())
        {
            findings.Report(this, name.Write, name.Write.Dataset)
                .Because("the name is made up here", name.Source)
                .Remedy("Name the file after the window that it holds, so that a rerun replaces it");
        }
    }
}
