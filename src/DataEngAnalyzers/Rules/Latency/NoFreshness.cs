using DataEngAnalyzers.Pipeline;

namespace DataEngAnalyzers.Rules.Latency;

/// <summary>dbt reads a table as a source and would not notice that the loader has stopped.</summary>
internal sealed class NoFreshness : Rule
{
    /// <summary>Hands the fix the column by which the age can be told; empty when dbt knows one.</summary>
    internal const string ColumnForFix = "column";

    public NoFreshness()
        : base(
            id: "DEA6007",
            severity: Severity.Medium,
            title: "A source of dbt that the code fills has no freshness check",
            message: "When a load of {0} fails or stops, dbt goes on with old rows and says nothing: the source has no freshness")
    {
    }

    public override void Check(Stage stage, Findings findings)
    {
        foreach (var (write, source) in stage.SourcesWithoutFreshness())
        {
            var finding = findings.Report(this, write.Write, write.Write.StatementPlace, write.Table.Quoted())
                .WrittenBy(write.Write)
                .Because("dbt declares the source here", source.Place)
                .Remedy("Declare a freshness for the source, with the column that holds the time of the load");
            if (source.Values[Freshness.LoadedAt] is not null)
                finding.ForFix([source.Place]).ForFix(ColumnForFix, string.Empty);
            else if (stage.LoadTimesOf(write) is [var column])
                finding.ForFix([source.Place]).ForFix(ColumnForFix, column.Name);
        }
    }
}
