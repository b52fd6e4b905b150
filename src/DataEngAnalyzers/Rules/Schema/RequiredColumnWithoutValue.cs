using System.Linq;
using DataEngAnalyzers.Catalog;
using DataEngAnalyzers.Pipeline;

namespace DataEngAnalyzers.Rules.Schema;

/// <summary>A column becomes NOT NULL while rows without a value are there: the migration fails, or makes values up.</summary>
internal sealed class RequiredColumnWithoutValue : MigrationRule
{
    public RequiredColumnWithoutValue()
        : base(
            id: "DEA3012",
            severity: Severity.High,
            title: "A column becomes required without a value for the rows that are there",
            message: "'{0}' becomes NOT NULL and {1}",
            noFix: "The value of the old rows is a business decision; a generated backfill would fabricate data again")
    {
    }

    public override void Check(Migration migration, Findings findings)
    {
        foreach (var step in migration.NewRequirements())
        {
            var fabricated = step.Change!.Default == ColumnDefault.Fabricated;
            findings.Report(this, migration, step, step.Subject, fabricated
                    ? $"every row that is there gets the made-up value {step.Change.DefaultText}, which looks like data"
                    : "the migration fails on the first row that is there")
                .As(fabricated ? Severity.Medium : Severity.High)
                .Remedy("Add it as nullable, backfill it, then make it required");
        }
    }
}
