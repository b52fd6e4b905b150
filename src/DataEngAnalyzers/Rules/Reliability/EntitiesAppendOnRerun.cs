using System.Linq;
using DataEngAnalyzers.Pipeline;

namespace DataEngAnalyzers.Rules.Reliability;

/// <summary>New entities for rows of an outside source, whose keys the database makes up: the second run saves them all again.</summary>
internal sealed class EntitiesAppendOnRerun : Rule
{
    public EntitiesAppendOnRerun()
        : base(
            id: "DEA1021",
            severity: Severity.Critical,
            title: "A rerun appends the rows again (entities)",
            message: "'{0}' gets every row again when {1} runs twice: new entities are added without a look at those there",
            noFix: "A lookup needs the columns by which the source names a row; the model only knows the key that the database makes up")
    {
    }

    public override void Check(Stage stage, Findings findings)
    {
        foreach (var write in stage.Writes.Where(write => write is { Mode: WriteMode.Append, Sink: Sink.Entity, IsRetried: false }))
        {
            if (!stage.Moves(write) || stage.IsSafeToRepeat(write) || !stage.MakesNewKeys(write) || stage.ExternalSourceOf(write) is not { } source)
                continue;

            findings.Report(this, write, write.Dataset, stage.Name)
                .Because("the rows come from outside the database", source.Location)
                .BecauseOf(stage)
                .Remedy("Look the rows up by the key of the source and update those that are there");
        }
    }
}
