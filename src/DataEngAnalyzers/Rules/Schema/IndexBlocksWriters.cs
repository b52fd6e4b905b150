using DataEngAnalyzers.Pipeline;

namespace DataEngAnalyzers.Rules.Schema;

/// <summary>A migration builds an index on a table with rows while nobody may write to it.</summary>
internal sealed class IndexBlocksWriters : MigrationRule
{
    /// <summary>The fact for the fix: the annotation that lets writers in; absent where no annotation does so on every edition.</summary>
    internal const string AnnotationForFix = "annotation";

    public IndexBlocksWriters()
        : base(
            id: "DEA3014",
            severity: Severity.Medium,
            title: "An index build keeps every writer out of its table",
            message: "Loads of '{0}' wait until this index is built over all its rows: it is not built {1}")
    {
    }

    public override void Check(Migration migration, Findings findings)
    {
        foreach (var (step, manner, annotation) in migration.BlockingIndexes())
        {
            var finding = findings.Report(this, migration, step, step.Subject, manner)
                .Because("built here", step.Where)
                .Remedy($"Build it {manner}, in a migration of its own");
            if (annotation is not null)
                finding.ForFix(AnnotationForFix, annotation);
        }
    }
}
