using DataEngAnalyzers.Pipeline;

namespace DataEngAnalyzers.Rules.Backfill;

/// <summary>Each run has dbt drop its incremental tables and build them from what the sources still hold.</summary>
internal sealed class HistoryRebuilt : Rule
{
    public HistoryRebuilt()
        : base(
            id: "DEA5015",
            severity: Severity.High,
            title: "Each run has dbt build its incremental tables from scratch",
            message: "{0} are dropped and built again each time {1} runs: rows that the sources no longer hold are gone",
            noFix: "Whether a run may ask for it, and how, is the team's decision; without the option, tables that relied on it change")
    {
    }

    public override void Check(Stage stage, Findings findings)
    {
        foreach (var rebuild in stage.RebuildsByDbt())
        {
            findings.Report(this, rebuild.Start, rebuild.Models is { } models ? $"dbt's tables of '{models}'" : "dbt's incremental tables", stage.Name)
                .About(rebuild.Models)
                .Because("dbt is started with --full-refresh here", rebuild.Start.Location)
                .BecauseOf(stage)
                .Remedy("Leave --full-refresh to a run that somebody starts on purpose, and give it as an argument");
        }
    }
}
