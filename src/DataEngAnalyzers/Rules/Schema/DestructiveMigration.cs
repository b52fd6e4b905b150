using System.Linq;
using DataEngAnalyzers.Pipeline;

namespace DataEngAnalyzers.Rules.Schema;

/// <summary>A migration drops what running code, a replay or a rollback may still need.</summary>
internal sealed class DestructiveMigration : MigrationRule
{
    public DestructiveMigration()
        : base(
            id: "DEA3010",
            severity: Severity.Critical,
            title: "A migration drops data that old code and reruns still use",
            message: "'{0}' and its {2} are gone once this migration runs, yet still used by {1}",
            noFix: "Only the author knows whether every reader has moved on; splitting the change over two releases is a decision, not an edit")
    {
    }

    public override void Check(Migration migration, Findings findings)
    {
        foreach (var step in migration.Drops())
        {
            var uses = migration.UsesOf(step);
            var finding = findings.Report(this, migration, step, step.Subject, uses.Who, step.Change!.Column is null ? "rows" : "values")
                .Because("dropped here", step.Where)
                .Remedy("Stop using it in one release, drop it in a later one marked [ContractPhase(\"reason\")]");
            if (uses.Sites.IsEmpty && migration.DropsSurrogateKey(step))
                finding.As(Severity.Medium);
            foreach (var (what, where) in uses.Sites)
                finding.Because(what, where);
        }
    }
}
