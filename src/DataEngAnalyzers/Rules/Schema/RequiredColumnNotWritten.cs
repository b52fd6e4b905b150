using DataEngAnalyzers.Pipeline;

namespace DataEngAnalyzers.Rules.Schema;

/// <summary>A revision has made a column required, and the code that adds rows does not set it.</summary>
internal sealed class RequiredColumnNotWritten : Rule
{
    public RequiredColumnNotWritten()
        : base(
            id: "DEA3035",
            severity: Severity.Critical,
            title: "A write leaves out a column that a revision has made required",
            message: "'{0}' takes no row from {1}: {2} made '{3}' NOT NULL without a default, and this write does not set it",
            noFix: "The value of the column is for the author to say")
    {
    }

    public override void Check(Stage stage, Findings findings)
    {
        foreach (var (write, added) in stage.RequiredColumnsLeftOut())
        {
            findings.Report(this, write, write.Dataset!, stage.Name, added.Place, added.Column)
                .Because($"revision {added.Revision} adds it", added.Place)
                .Remedy("Write the column, or give it a server default before the revision is deployed");
        }
    }
}
