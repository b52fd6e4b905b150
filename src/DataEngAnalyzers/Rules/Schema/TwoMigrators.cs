using DataEngAnalyzers.Pipeline;

namespace DataEngAnalyzers.Rules.Schema;

/// <summary>One table is migrated by two tools that do not know of each other.</summary>
internal sealed class TwoMigrators : MigrationRule
{
    public TwoMigrators()
        : base(
            id: "DEA3034",
            severity: Severity.High,
            title: "Two tools migrate one table",
            message: "'{0}' is changed here and by Alembic ({1}): neither sees what the other did, so the next migration of either fails or undoes it",
            noFix: "Which tool the table belongs to is the team's decision")
    {
    }

    public override void Check(Migration migration, Findings findings)
    {
        foreach (var (step, declared) in migration.TablesOfAlembic())
        {
            findings.Report(this, migration, step, declared.FullName, declared.Place)
                .Because("it is changed here", step.Where)
                .Because("Alembic makes it here", declared.Place)
                .Remedy("Leave the table to one of them; exclude it from the model's migrations or from Alembic's metadata");
        }
    }
}
