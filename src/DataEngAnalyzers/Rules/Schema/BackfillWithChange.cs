using DataEngAnalyzers.Pipeline;

namespace DataEngAnalyzers.Rules.Schema;

/// <summary>A migration rewrites the rows of a table in the transaction that changes its shape.</summary>
internal sealed class BackfillWithChange : MigrationRule
{
    public BackfillWithChange()
        : base(
            id: "DEA3018",
            severity: Severity.Medium,
            title: "A migration rewrites rows under the lock of a schema change",
            message: "'{0}' stays locked while all its rows are rewritten: the migration that changes its shape also updates it",
            noFix: "The backfill belongs in a migration or job of its own, in batches whose size and key only the team can choose")
    {
    }

    public override void Check(Migration migration, Findings findings)
    {
        foreach (var (backfill, change) in migration.LockedBackfills())
        {
            findings.Report(this, migration, backfill, backfill.Rows!.Name)
                .Because("its shape changes here", change.Where)
                .Because("its rows are rewritten here", backfill.Where)
                .Remedy("Change the shape in one migration, backfill in batches afterwards, tighten the column in a third");
        }
    }
}
