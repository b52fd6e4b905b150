using DataEngAnalyzers.Pipeline;

namespace DataEngAnalyzers.Rules.Reliability;

/// <summary>MERGE looks for a key and inserts it in two steps: two runs at once can both find it missing.</summary>
internal sealed class MergeRace : Rule
{
    public MergeRace()
        : base(
            id: "DEA1013",
            severity: Severity.High,
            title: "A T-SQL MERGE does not lock the keys it looks for",
            message: "'{0}' can get a key twice, or the MERGE fails, when two runs meet: both find it missing before either inserts it")
    {
    }

    public override void Check(Stage stage, Findings findings)
    {
        foreach (var merge in stage.MergesWithoutRangeLock())
        {
            if (stage.IsOrdinary(merge))
                continue;

            findings.Report(this, merge.Clause(merge.Statement!.Head), merge.Member, merge.Dataset)
                .About(merge.Dataset)
                .Remedy("Lock the range of the keys: MERGE target WITH (HOLDLOCK)");
        }
    }
}
