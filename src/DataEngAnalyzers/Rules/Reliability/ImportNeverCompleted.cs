using System.Linq;
using DataEngAnalyzers.Pipeline;

namespace DataEngAnalyzers.Rules.Reliability;

/// <summary>An import without its completion is rolled back when its writer is disposed, and no error says so.</summary>
internal sealed class ImportNeverCompleted : Rule
{
    public ImportNeverCompleted()
        : base(
            id: "DEA1007",
            severity: Severity.Critical,
            title: "An import is never completed and rolls back in silence",
            message: "'{0}' gets no row: the import is never completed, so disposing its writer rolls all of it back without an error")
    {
    }

    public override void Check(Stage stage, Findings findings)
    {
        foreach (var import in stage.Of(DataAction.Open).Where(stage.IsNeverFinished))
        {
            if (stage.IsOutsidePipelines(import))
                continue;

            findings.Report(this, import, import.Dataset?.Name ?? "The target table")
                .Because("rows are written here", stage.Writes.FirstOrDefault(write => write.Index > import.Index)?.Location)
                .ForFix("finish", import.Api["finish"]!)
                .Remedy("Complete the import after its last row");
        }
    }
}
