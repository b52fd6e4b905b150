using System.Linq;
using DataEngAnalyzers.Pipeline;

namespace DataEngAnalyzers.Rules.Lineage;

/// <summary>Rows move from one dataset to another and nothing says so: no attribute, no run table, no column of the row.</summary>
internal sealed class MovementNotRecorded : Rule
{
    /// <summary>Hands the fix the names of what is read, one a line.</summary>
    internal const string InputsForFix = "inputs";

    /// <summary>Hands the fix the names of what is written, one a line.</summary>
    internal const string OutputsForFix = "outputs";

    public MovementNotRecorded()
        : base(
            id: "DEA4016",
            severity: Severity.Medium,
            title: "Nobody records from where to where a stage moves rows",
            message: "{1} fills '{0}' and leaves no record of it: a wrong row cannot be traced to its source or to the run that wrote it")
    {
    }

    public override void Check(Stage stage, Findings findings)
    {
        if (stage.Movement() is not { } movement || stage.RecordsLineage())
            return;

        findings.Report(this, stage.NameLocation, stage.Root, movement.Outputs[0], stage.Name)
            .About(movement.Outputs[0])
            .Because("rows are read here", movement.Read?.Location)
            .Because("and written here", movement.Write.Location)
            .ForFix(InputsForFix, string.Join("\n", movement.Inputs.Where(input => !input.HasHole)))
            .ForFix(OutputsForFix, string.Join("\n", movement.Outputs.Where(output => !output.HasHole)))
            .Remedy("Declare inputs and outputs with [DataLineage], write the run or source file into the rows, or send OpenLineage events");
    }
}
