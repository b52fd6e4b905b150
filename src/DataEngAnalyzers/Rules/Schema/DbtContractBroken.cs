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
            var place = found.Written?.Where ?? found.Write.Write.StatementPlace;
            var finding = findings.Report(this, found.Write.Write, place, found.Write.Table.Quoted(), Words(found))
                .Because("dbt declares it here", found.Column?.Place ?? found.Declared.Place)
                .Remedy("Write the column as dbt declares it, or change the declaration and the models that read it");
            if (place != found.Write.Write.Location)
                finding.Because("it is written here", found.Write.Write.Location);
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
