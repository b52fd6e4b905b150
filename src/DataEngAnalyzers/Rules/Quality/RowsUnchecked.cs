using System.Linq;
using DataEngAnalyzers.Pipeline;

namespace DataEngAnalyzers.Rules.Quality;

/// <summary>Rows of another system go into a dataset as they come: what is wrong with them is found by whoever uses them.</summary>
internal sealed class RowsUnchecked : Rule
{
    public RowsUnchecked()
        : base(
            id: "DEA2001",
            severity: Severity.Medium,
            title: "Rows are written without any check",
            message: "'{0}' takes every row of {1} as it comes: {2} checks none of them between reading and writing")
    {
    }

    public override void Check(Stage stage, Findings findings)
    {
        var landings = stage.Writes.Where(write => stage.Moves(write) && write.Dataset is not null && DataFiles.LandsRows(write) && stage.OutsideSourceOf(write) is not null).ToList();
        if (landings.Count == 0 || RowChecks.In(stage))
            return;

        var write = landings.FirstOrDefault(landing => !stage.IsTransient(landing.Dataset!)) ?? landings[0];
        var source = stage.OutsideSourceOf(write)!;
        findings.Report(this, write, write.Dataset, source.Dataset is { } dataset && dataset.LastPart != write.Dataset!.LastPart ? $"'{dataset}'" : "its source", stage.Name)
            .Because("rows are read here", source.Location)
            .Because("rows land here", write.Location)
            .Remedy("Check required values, keys and ranges of each row before it is written, and reject what fails");
    }
}
