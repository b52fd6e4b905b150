using DataEngAnalyzers.Pipeline;

namespace DataEngAnalyzers.Rules.Lineage;

/// <summary>Rows are kept as they came, but nobody can tell later which run or file brought them.</summary>
internal sealed class LandedWithoutProvenance : Rule
{
    public LandedWithoutProvenance()
        : base(
            id: "DEA4005",
            severity: Severity.Medium,
            title: "Landed rows do not say where they come from",
            message: "Rows of '{0}' do not say which run or file brought them: after a bad load nobody can tell which of them to take out",
            noFix: "The table needs the column first, and what identifies a run or a file is known only to who runs the loads")
    {
    }

    public override void Check(Stage stage, Findings findings)
    {
        foreach (var landed in stage.LandedWithoutProvenance())
        {
            findings.Report(this, landed.Write, landed.Write.Dataset)
                .Because("the rows are read here", landed.Source.Location)
                .Because("the table has no column for their origin", landed.Table.Origin.Where)
                .Remedy("Add columns such as loaded_at, batch_id and source_file to the table, and fill them");
        }
    }
}
