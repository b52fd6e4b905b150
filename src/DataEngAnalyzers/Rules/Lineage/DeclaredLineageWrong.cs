using DataEngAnalyzers.Pipeline;

namespace DataEngAnalyzers.Rules.Lineage;

/// <summary>An attribute declares other datasets than the code touches: who traces a row by it looks in the wrong place.</summary>
internal sealed class DeclaredLineageWrong : Rule
{
    /// <summary>Hands the fix the declared names that are wrong, and those to put in their place, one a line.</summary>
    internal const string WrongForFix = "wrong", RightForFix = "right";

    public DeclaredLineageWrong()
        : base(
            id: "DEA4017",
            severity: Severity.High,
            title: "The declared lineage is not what the code does",
            message: "'{0}' is {1} by {2}, which declares '{3}': a wrong row is traced to the wrong dataset")
    {
    }

    public override void Check(Stage stage, Findings findings)
    {
        foreach (var gap in stage.LineageGaps())
        {
            findings.Report(this, stage.NameLocation, stage.Root, gap.Missing[0], gap.AreWritten ? "written" : "read", stage.Name, gap.Declared[0])
                .About(gap.Operation.Dataset)
                .Because(gap.AreWritten ? "it is written here" : "it is read here", gap.Operation.Location)
                .ForFix(WrongForFix, string.Join("\n", gap.Declared))
                .ForFix(RightForFix, string.Join("\n", gap.Missing))
                .Remedy("Declare what the code reads and writes");
        }
    }
}
