using DataEngAnalyzers.Pipeline;

namespace DataEngAnalyzers.Rules.Lineage;

/// <summary>DVC runs the code and does not know of a file that the code reads or writes.</summary>
internal sealed class FileNotTracked : Rule
{
    /// <summary>Hands the fix the path, the list it belongs into, and where that list ends.</summary>
    internal const string PathForFix = "path", ListForFix = "list", EndForFix = "end";

    public FileNotTracked()
        : base(
            id: "DEA4013",
            severity: Severity.High,
            title: "A stage of DVC does not list a file that its code uses",
            message: "'{0}' is {1} here, and stage '{2}' does not list it: {3}")
    {
    }

    public override void Check(Stage stage, Findings findings)
    {
        foreach (var file in stage.FilesThatDvcDoesNotKnow())
        {
            var list = file.IsOutput ? "outs" : "deps";
            var finding = findings.Report(
                    this,
                    file.Operation,
                    file.Path,
                    file.IsOutput ? "written" : "read",
                    file.Stage.Name,
                    file.IsOutput ? "dvc keeps no version of it" : "dvc repro skips the stage when it changes")
                .Because("the stage stands here", file.Stage.Place)
                .Remedy($"Add it to {list} of the stage");
            if (file.Stage.Values[list + "_end"] is { } end && !file.Stage.Values.Is(list + "_flow"))
                finding.ForFix([file.Stage.Place]).ForFix(PathForFix, file.Path).ForFix(ListForFix, list).ForFix(EndForFix, end);
        }
    }
}
