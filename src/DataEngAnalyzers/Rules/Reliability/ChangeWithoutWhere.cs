using System.Linq;
using DataEngAnalyzers.Pipeline;

namespace DataEngAnalyzers.Rules.Reliability;

/// <summary>A delete or update that nothing narrows down touches every row of its table.</summary>
internal sealed class ChangeWithoutWhere : Rule
{
    public ChangeWithoutWhere()
        : base(
            id: "DEA1011",
            severity: Severity.Critical,
            title: "A DELETE or UPDATE has no WHERE",
            message: "Every row of '{0}' {1}: nothing limits the statement to the rows of this run",
            noFix: "Which rows were meant is known to the author alone; a wrong WHERE loses rows as surely as none")
    {
    }

    public override void Check(Stage stage, Findings findings)
    {
        foreach (var change in stage.Operations.Where(stage.TouchesAllRows))
        {
            if (stage.IsOutsidePipelines(change) || stage.IsMeant(change))
                continue;

            var loss = change.Action == DataAction.Delete ? "is deleted" : "is overwritten";
            findings.Report(this, change.Clause(change.Statement?.Head ?? default), change.Member, change.Dataset, loss)
                .About(change.Dataset)
                .Remedy("Name the rows of this run in a WHERE");
        }
    }
}
