using DataEngAnalyzers.Pipeline;

namespace DataEngAnalyzers.Rules.Schema;

/// <summary>A migration runs in a transaction what the engine takes only outside of one.</summary>
internal sealed class NotInTransaction : MigrationRule
{
    public NotInTransaction()
        : base(
            id: "DEA3031",
            severity: Severity.High,
            title: "A migration runs in a transaction what no transaction takes",
            message: "{0}: the migration's own transaction is open here, so '{1}' stays half migrated")
    {
    }

    public override void Check(Migration migration, Findings findings)
    {
        foreach (var (step, why) in migration.TransactionConflicts())
        {
            findings.Report(this, migration, step, why, (step.Table ?? step.Rows)?.Name ?? "the database")
                .Because("runs in the migration's transaction", step.Where)
                .Remedy("Move it into a migration of its own that runs outside of a transaction");
        }
    }
}
