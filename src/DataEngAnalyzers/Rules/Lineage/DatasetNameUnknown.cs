using DataEngAnalyzers.Pipeline;

namespace DataEngAnalyzers.Rules.Lineage;

/// <summary>The table's name is made at run time: neither a reader nor a tool can say where its rows come from or go to.</summary>
internal sealed class DatasetNameUnknown : Rule
{
    public DatasetNameUnknown()
        : base(
            id: "DEA4001",
            severity: Severity.Medium,
            title: "The name of a table is only known at run time",
            message: "The table '{0}' has no name before {1} runs: no one can tell from the code which rows it touches, or who reads them",
            noFix: "Only the author knows which tables are meant: write their names as constants, or name the dataset with [Dataset]")
    {
    }

    public override void Check(Stage stage, Findings findings)
    {
        foreach (var name in stage.NamesKnownAtRunTimeOnly())
        {
            // Outside a pipeline only a name that a caller can choose freely, for rows that are changed, is worth a word.
            var isGap = stage.Moves(name.Operation)
                || !stage.Scope.IsOrdinary && name.Operation.Action != DataAction.Read && name.IsHandedIn(stage);
            if (!isGap)
                continue;

            findings.Report(this, name.Operation, name.Dataset, stage.Name)
                .About(name.Dataset)
                .Because("the name comes from here", name.Hole.Operation.Syntax.GetLocation())
                .Remedy("Choose the name from constants with a switch, or say what is meant with [Dataset(\"namespace\", \"name\")]");
        }
    }
}
