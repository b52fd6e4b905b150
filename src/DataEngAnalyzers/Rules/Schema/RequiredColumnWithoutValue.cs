using System.Linq;
using DataEngAnalyzers.Pipeline;
using DataEngAnalyzers.Sql;

namespace DataEngAnalyzers.Rules.Schema;

/// <summary>A column becomes NOT NULL while rows without a value are there: the migration fails, or makes values up.</summary>
internal sealed class RequiredColumnWithoutValue : Rule
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

    public override void Check(Stage stage, Findings findings)
    {
        if (!stage.IsUpgrade)
            return;

        foreach (var change in stage.SchemaChanges.Where(BecomesRequired))
        {
            if (change.Default == ColumnDefault.Chosen || change.IsGenerated || change.IsContractPhase || stage.IsBackfilledBefore(change))
                continue;

            var fabricated = change.Default == ColumnDefault.Fabricated;
            findings.Report(this, change.Where, change.Operation.Member, change.Subject, fabricated
                    ? "every row that is there gets a fabricated value that looks like data"
                    : "the migration fails on the first row that is there")
                .About(change.Table is null ? null : new Dataset(DatasetKind.Table, change.Table))
                .As(fabricated ? Severity.Medium : Severity.High)
                .Remedy("Add it as nullable, backfill it, then make it required");
        }
    }

    private static bool BecomesRequired(SchemaChange change) => change is
        { Kind: SqlSchemaChangeKind.AddColumn, IsNullable: false } or
        { Kind: SqlSchemaChangeKind.AlterColumn, IsNullable: false, WasNullable: null or true };
}
