using DataEngAnalyzers.Pipeline;
using DataEngAnalyzers.Sql;

namespace DataEngAnalyzers.Rules.Latency;

/// <summary>dbt tells the age of a source by a column that the loader does not fill, or fills with local time.</summary>
internal sealed class FreshnessMisled : Rule
{
    /// <summary>Hands the fix the column that dbt reads and the one that is filled.</summary>
    internal const string OldForFix = "old", NewForFix = "new";

    public FreshnessMisled()
        : base(
            id: "DEA6008",
            severity: Severity.High,
            title: "dbt tells the age of a source by a column that does not hold it",
            message: "dbt's freshness check of {0} is wrong on the next run: it reads '{1}', {2}")
    {
    }

    public override void Check(Stage stage, Findings findings)
    {
        foreach (var empty in stage.EmptyLoadTimes())
        {
            var finding = findings.Report(this, empty.Write.Write, empty.Meant?.Where ?? empty.Write.Write.StatementPlace, empty.Write.Table.Quoted(), empty.Column, Words(empty))
                .WrittenBy(empty.Write.Write)
                .Because("dbt declares the source here", empty.Source.Place)
                .Remedy("Fill the column with the time of the load in UTC, or name the one that holds it as loaded_at_field");
            if (empty.Meant is { } meant)
                finding.ForFix([empty.Source.Place]).ForFix(OldForFix, empty.Column).ForFix(NewForFix, meant.Name);
        }

        foreach (var (time, source) in stage.LocalLoadTimes())
        {
            var finding = findings.Report(this, time.Clock, time.Member, time.Write.Dataset.Quoted(), time.Column, "which gets the time of the machine's zone")
                .About(time.Write.Dataset)
                .Because($"'{time.Column}' is written here", time.Write.Location)
                .Because("dbt declares the source here", source.Place)
                .Remedy("Store the time of the load in UTC");
            if (time.IsReadForColumn && time.Write.Dialect is not (SqlDialect.PostgreSql or SqlDialect.Unknown))
                finding.ForFix("zone", "utc");
        }
    }

    private static string Words(EmptyLoadTime empty) => empty switch
    {
        { Meant: { } meant } => $"and the code fills '{meant.Name}'",
        { IsThere: true } => "which nothing fills",
        _ => "which the table does not have",
    };
}
