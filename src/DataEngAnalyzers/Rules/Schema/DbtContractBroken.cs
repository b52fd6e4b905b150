using System;
using System.Collections.Generic;
using DataEngAnalyzers.Pipeline;

namespace DataEngAnalyzers.Rules.Schema;

/// <summary>The code uses a table otherwise than dbt declares it: columns of another name or type, a wider key, a model that is not for it.</summary>
internal sealed class DbtContractBroken : Rule
{
    public DbtContractBroken()
        : base(
            id: "DEA3025",
            severity: Severity.High,
            title: "The code uses a table otherwise than dbt declares it",
            message: "{0} is not what dbt declares: {1}, so the next dbt run {2}",
            noFix: "Whether the code or the declaration is right is known only to those who read the data")
    {
    }

    public override void Check(Stage stage, Findings findings)
    {
        foreach (var found in stage.DisagreementsWithDbt())
        {
            var write = found.Write.Write;
            findings.Report(this, write, found.Written?.Where ?? write.StatementPlace, found.Write.Table.Quoted(), Words(found), "fails or reads something else")
                .WrittenBy(write)
                .Because("dbt declares it here", found.Column?.Place ?? found.Declared.Place)
                .Remedy("Write the column as dbt declares it, or change the declaration and the models that read it");
        }

        foreach (var found in stage.KeysWiderThanDbtTests())
        {
            findings.Report(this, found.Write.Write, found.Write.Write.StatementPlace, found.Write.Table.Quoted(), $"{Listed(found.Unique.Columns)} is unique there, and rows are told apart by {Listed(found.Key)} here", "fails its test")
                .WrittenBy(found.Write.Write)
                .Because("dbt tests it here", found.Unique.Place)
                .Remedy("Recognise rows by the columns that dbt holds to be unique, or test the whole key");
        }

        foreach (var found in stage.ReadsOfModels())
        {
            var finding = findings.Report(this, found.Read, found.Where, $"'{found.Table.Name}'", Words(found), "may break this query")
                .About(found.Table)
                .Because("dbt declares the model here", found.Model.Place)
                .Remedy("Read a public model, its current version, and the columns of its contract");
            if (found.Flaw == ModelFlaw.Deprecated)
                finding.As(Severity.Medium);
        }
    }

    private static string Listed(IEnumerable<string> columns) => $"'{string.Join(", ", columns)}'";

    private static string Words(ModelRead found) => found.Flaw switch
    {
        ModelFlaw.Private => "the model is private to its group",
        ModelFlaw.Deprecated => $"the model is deprecated as of {found.Detail}",
        _ => $"the model's contract has no column '{found.Detail}'",
    };

    private static string Words(DbtDisagreement found) => found switch
    {
        { Column: null, Written: { } surplus } => $"its contract has no column '{surplus.Name}'",
        { Column: { } column, Written: null } => $"nothing writes '{column.Name}'",
        { Column: { } column, Written: { } written } when !string.Equals(column.Name, written.Name, StringComparison.OrdinalIgnoreCase) => $"'{column.Name}' is written as '{written.Name}'",
        { Column: { } column, Written: { } written } => $"'{column.Name}' is {column.Type} there and {written.Type} here",
        _ => string.Empty,
    };
}
