using System.Globalization;
using System.Linq;
using DataEngAnalyzers.Pipeline;
using DataEngAnalyzers.Sql;

namespace DataEngAnalyzers.Rules.Schema;

/// <summary>The code uses a table or column that a revision of Alembic has dropped or renamed, or that none has ever created.</summary>
internal sealed class RevisedAwayUsed : Rule
{
    /// <summary>Hands the fix the new name of the column, and where the statement names it: start, length and whether it is put out.</summary>
    internal const string NameForFix = "name", SitesForFix = "sites";

    public RevisedAwayUsed()
        : base(
            id: "DEA3023",
            severity: Severity.High,
            title: "The code uses a table or column that Alembic's newest revision does not have",
            message: "{0} fails once the database is at Alembic's head: {1}")
    {
    }

    public override void Check(Stage stage, Findings findings)
    {
        foreach (var used in stage.UsesRevisedAway())
        {
            var finding = findings.Report(this, used.Use, used.Where, $"{(used.Use.ChangesData ? "Writing" : "Reading")} '{used.Table.Name}'", Words(used))
                .About(used.Table)
                .Because(used.Revision is null ? "the revisions create the table without it" : "the revision takes it away here", used.Place)
                .Remedy(used.NewName is { } name ? $"Use '{name}'" : "Use what the newest revision has, or add what is missing in a revision");
            if (used is { Column: not null, NewName: { } renamed, Sites.IsEmpty: false })
                finding.ForFix(NameForFix, renamed).ForFixAll(SitesForFix, used.Sites.Select(site => Entry(site.Span!.Value, site.IsOutput)));
        }
    }

    private static string Entry(SqlSpan span, bool isOutput) =>
        $"{span.Start.ToString(CultureInfo.InvariantCulture)}:{span.Length.ToString(CultureInfo.InvariantCulture)}{(isOutput ? ":output" : string.Empty)}";

    private static string Words(RevisedAway used)
    {
        var what = used.Column is null ? "the table" : $"column '{used.Column}'";
        if (used.Revision is null)
            return $"no revision has created {what}";
        var done = used.NewName is { } name ? $"has renamed {what} to '{name}'" : $"has dropped {what}";
        return $"revision {used.Revision} ({used.Place.File.ShortName}) {done}";
    }
}
