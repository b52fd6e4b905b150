using System;
using DataEngAnalyzers.Pipeline;

namespace DataEngAnalyzers.Rules.Schema;

/// <summary>The code writes a table otherwise than dbt declares it: a column of another name, of another type, or none.</summary>
internal sealed class DbtContractBroken : Rule
{
    public DbtContractBroken()
        : base(
            id: "DEA3025",
            severity: Severity.High,
            title: "The code writes a table otherwise than dbt declares it",
            message: "{0} is not what dbt's models are made for: {1}, so the next dbt run fails or reads something else",
            noFix: "Whether the code or the declaration is right is known only to those who read the data")
    {
    }

    public override void Check(Stage stage, Findings findings)
    {
        foreach (var found in stage.DisagreementsWithDbt())
        {
            var write = found.Write.Write;
            findings.Report(this, write, found.Written?.Where ?? write.StatementPlace, found.Write.Table.Quoted(), Words(found))
                .WrittenBy(write)
                .Because("dbt declares it here", found.Column?.Place ?? found.Declared.Place)
                .Remedy("Write the column as dbt declares it, or change the declaration and the models that read it");
        }
    }

    private static string Words(DbtDisagreement found) => found switch
    {
        { Column: null, Written: { } surplus } => $"its contract has no column '{surplus.Name}'",
        { Column: { } column, Written: null } => $"nothing writes '{column.Name}'",
        { Column: { } column, Written: { } written } when !string.Equals(column.Name, written.Name, StringComparison.OrdinalIgnoreCase) => $"'{column.Name}' is written as '{written.Name}'",
        { Column: { } column, Written: { } written } => $"'{column.Name}' is {column.Type} there and {written.Type} here",
        _ => string.Empty,
    };
}
