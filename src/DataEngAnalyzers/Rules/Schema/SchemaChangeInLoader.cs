using System.Linq;
using DataEngAnalyzers.Pipeline;

namespace DataEngAnalyzers.Rules.Schema;

/// <summary>Code that moves rows also changes tables: the schema depends on who ran last, and no version says which it is.</summary>
internal sealed class SchemaChangeInLoader : Rule
{
    public SchemaChangeInLoader()
        : base(
            id: "DEA3021",
            severity: Severity.Medium,
            title: "Code that moves rows changes the schema",
            message: "'{0}' changes shape while {1} runs: no migration records it, so environments drift apart with every run",
            noFix: "The change belongs in a migration whose name, order and deployment only the team can choose")
    {
    }

    public override void Check(Stage stage, Findings findings)
    {
        foreach (var operation in stage.UnversionedSchemaChanges())
        {
            findings.Report(this, operation, operation.Dataset?.Name ?? "The database", stage.Name)
                .BecauseOf(stage)
                .Remedy("Move the change into a versioned migration that runs before the load");
        }
    }
}
