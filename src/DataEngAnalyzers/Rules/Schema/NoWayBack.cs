using DataEngAnalyzers.Pipeline;

namespace DataEngAnalyzers.Rules.Schema;

/// <summary>A migration that nobody can take back.</summary>
internal sealed class NoWayBack : MigrationRule
{
    public NoWayBack()
        : base(
            id: "DEA3019",
            severity: Severity.Medium,
            title: "A migration cannot be taken back",
            message: "{0} changes '{1}' and its Down {2}: a release that fails cannot go back to the tables it came from",
            noFix: "What becomes of rows written since the way up is the author's decision")
    {
    }

    public override void Check(Migration migration, Findings findings)
    {
        if (migration.WayBack is not (WayBack.Empty or WayBack.Throws) || migration.FirstEffect() is not { } effect)
            return;

        findings.Report(this, migration, migration.Name, (effect.Table ?? effect.Rows)?.Name ?? effect.Subject, migration.WayBack == WayBack.Empty ? "does nothing" : "throws")
            .About(effect.Table ?? effect.Rows)
            .Because("this is not undone", effect.Where)
            .Remedy("Undo each step in Down, or say with [ContractPhase(\"reason\")] why there is no way back");
    }
}
