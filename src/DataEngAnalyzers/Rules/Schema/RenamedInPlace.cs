using DataEngAnalyzers.Pipeline;

namespace DataEngAnalyzers.Rules.Schema;

/// <summary>A migration gives a table or column another name while code that asks for the old one still runs.</summary>
internal sealed class RenamedInPlace : MigrationRule
{
    public RenamedInPlace()
        : base(
            id: "DEA3011",
            severity: Severity.High,
            title: "A migration renames what old code and reruns still ask for",
            message: "'{0}' is called '{1}' once this migration runs; the old name is still used by {2}",
            noFix: "A rename without a gap takes three releases: add the new name, move readers and writers over, drop the old one")
    {
    }

    public override void Check(Migration migration, Findings findings)
    {
        foreach (var step in migration.Renames())
        {
            var uses = migration.UsesOf(step);
            var finding = findings.Report(this, migration, step, step.Subject, step.NewName, uses.Who)
                .Because("renamed here", step.Where)
                .Remedy("Add the new name, let code use it, and drop the old one in a later release; for a table, leave a view under the old name");
            foreach (var (what, where) in uses.Sites)
                finding.Because(what, where);
        }
    }
}
