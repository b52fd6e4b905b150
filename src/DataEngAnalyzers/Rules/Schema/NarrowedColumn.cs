using DataEngAnalyzers.Pipeline;

namespace DataEngAnalyzers.Rules.Schema;

/// <summary>A migration gives a column a type that its values may not fit.</summary>
internal sealed class NarrowedColumn : MigrationRule
{
    public NarrowedColumn()
        : base(
            id: "DEA3013",
            severity: Severity.High,
            title: "A migration narrows a column below what it may hold",
            message: "'{0}' shrinks from {1} to {2}: {3}, so the migration fails or cuts rows that are there",
            noFix: "Only the database knows whether its values fit; a new column, a checked copy and a switch are several releases")
    {
    }

    public override void Check(Migration migration, Findings findings)
    {
        foreach (var (step, narrowing) in migration.Narrowings())
        {
            findings.Report(this, migration, step, step.Subject, narrowing.From, narrowing.To, narrowing.Lost)
                .Because($"it was {narrowing.From}", narrowing.Declared)
                .Because($"it becomes {narrowing.To}", step.Where)
                .Remedy("Count the rows that do not fit first; then add a column of the new type, copy what fits, deal with the rest, and switch over");
        }
    }
}
