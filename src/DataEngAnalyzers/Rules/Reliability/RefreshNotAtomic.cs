using System.Linq;
using DataEngAnalyzers.Pipeline;

namespace DataEngAnalyzers.Rules.Reliability;

/// <summary>Rows are removed first and loaded afterwards: a failure between the two leaves a hole, and readers see it meanwhile.</summary>
internal sealed class RefreshNotAtomic : Rule
{
    public RefreshNotAtomic()
        : base(
            id: "DEA1010",
            severity: Severity.Critical,
            title: "A refresh removes rows and loads them in separate transactions",
            message: "'{0}' loses {1} when this load fails: the delete before it is already committed")
    {
    }

    public override void Check(Stage stage, Findings findings)
    {
        var replacements = stage.Replaced().ToList();
        foreach (var replacement in replacements)
        {
            var (clear, load) = (replacement.Clear, replacement.Load);
            if (!stage.Moves(load) || stage.MayBeAtomic(replacement))
                continue;

            var (where, member) = load.PlaceBehind(clear);
            findings.Report(this, load, where, member, load.Dataset, stage.TouchesAllRows(clear) ? "all its rows" : "the rows of its window")
                .Because("the rows are removed here", clear.Location)
                .Because("the new rows arrive here", stage.TakesEffect(load)?.Location)
                .ForFix("session", stage.SessionOf(replacement, replacements)?.Name ?? string.Empty)
                .Remedy("Run both in one transaction, or load a new table and swap it in");
        }
    }
}
