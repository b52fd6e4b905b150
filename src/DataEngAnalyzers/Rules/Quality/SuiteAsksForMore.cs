using DataEngAnalyzers.Pipeline;

namespace DataEngAnalyzers.Rules.Quality;

/// <summary>An expectation suite names a column that the code does not write, or allows none that it writes: validation fails on every run.</summary>
internal sealed class SuiteAsksForMore : Rule
{
    /// <summary>Hands the fix the name in the suite and the name that the code writes.</summary>
    internal const string OldForFix = "old", NewForFix = "new";

    public SuiteAsksForMore()
        : base(
            id: "DEA2019",
            severity: Severity.High,
            title: "An expectation suite names other columns than the code writes",
            message: "{0} fails its checks on the next run: suite '{1}' {2}")
    {
    }

    public override void Check(Stage stage, Findings findings)
    {
        foreach (var found in stage.DisagreementsWithSuites())
        {
            var write = found.Write.Write;
            var finding = findings.Report(this, write, found.Written?.Where ?? write.StatementPlace, found.Write.Table.Quoted(), found.Suite.Title, Words(found))
                .WrittenBy(write)
                .Remedy("Name the column in the suite as the code writes it, or write the column that it asks for");
            foreach (var named in found.Places)
                finding.Because(found.Column is null ? "the suite lists all columns here" : "the suite asks for it here", named);
            if (found is { Column: { } column, Written: { } written })
                finding.ForFix(found.Places).ForFix(OldForFix, column).ForFix(NewForFix, written.Name);
        }
    }

    private static string Words(SuiteDisagreement found) => found switch
    {
        { Column: null, Written: { } surplus } => $"allows no column '{surplus.Name}', and the code writes it",
        { Column: { } column, Written: { } written } => $"asks for column '{column}', and the code writes '{written.Name}'",
        _ => $"asks for column '{found.Column}', and nothing writes it",
    };
}
