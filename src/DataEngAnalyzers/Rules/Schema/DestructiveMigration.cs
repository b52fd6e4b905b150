using System.Linq;
using DataEngAnalyzers.Pipeline;

namespace DataEngAnalyzers.Rules.Schema;

/// <summary>A migration drops what running code, a replay or a rollback may still need.</summary>
internal sealed class DestructiveMigration : Rule
{
    public DestructiveMigration()
        : base(
            id: "DEA3010",
            severity: Severity.Critical,
            title: "A migration drops data that old code and reruns still use",
            message: "'{0}' and its rows are gone once this migration runs; code of the last release and any replay still use it",
            noFix: "Only the author knows whether every reader has moved on; splitting the change over two releases is a decision, not an edit")
    {
    }

    public override void Check(Stage stage, Findings findings)
    {
        if (!stage.IsUpgrade)
            return;

        foreach (var change in stage.SchemaChanges.Where(change => change is { IsDestructive: true, IsContractPhase: false }))
        {
            findings.Report(this, change.Where, change.Operation.Member, change.Subject)
                .About(change.Table is null ? null : new Dataset(DatasetKind.Table, change.Table))
                .Because("dropped here", change.Where)
                .Remedy("Stop using it in one release, drop it in a later one marked [ContractPhase(\"reason\")]");
        }
    }
}
