using DataEngAnalyzers.Manifests;
using DataEngAnalyzers.Pipeline;

namespace DataEngAnalyzers.Rules.Schema;

/// <summary>Alembic cannot walk the tree of its revisions, forth or back.</summary>
internal sealed class RevisionTreeBroken : Rule
{
    public RevisionTreeBroken()
        : base(
            id: "DEA3024",
            severity: Severity.Medium,
            title: "Alembic's revisions do not form one line",
            message: "Revision {0} {1}: {2}",
            noFix: "Which revision follows which, and how to take one back, is for its author to say; alembic merge joins two heads")
    {
    }

    public override void Check(Stage stage, Findings findings)
    {
    }

    public override void CheckFiles(PipelineContext context, Findings findings)
    {
        foreach (var flaw in context.Manifests.Facts.TreeFlaws)
        {
            if (Words(flaw) is var (what, harm, remedy))
                findings.Report(this, flaw.Place, flaw.Revision, what, harm).Remedy(remedy);
        }
    }

    private static (string What, string Harm, string Remedy)? Words(TreeFlaw flaw) => flaw.Kind switch
    {
        TreeFlawKind.Heads => ($"is one of several heads ({flaw.Detail})", "alembic upgrade head refuses to run, and tables stay as they were", "Join the heads with alembic merge"),
        TreeFlawKind.MissingParent => ($"follows {flaw.Detail}, which no file has", "alembic stops before it changes any table", "Bring the missing revision back, or correct down_revision"),
        TreeFlawKind.Duplicate => ($"stands in two files ({flaw.Detail})", "alembic takes one of them, and the tables of the other are never made", "Give one of them an id of its own"),
        TreeFlawKind.EmptyDowngrade => ("has a downgrade that does nothing", "a release that fails cannot go back to the tables it came from", "Undo each operation in downgrade(), or raise an error that says why there is no way back"),
        _ => null,
    };
}
