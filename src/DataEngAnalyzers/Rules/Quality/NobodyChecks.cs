using DataEngAnalyzers.Pipeline;

namespace DataEngAnalyzers.Rules.Quality;

/// <summary>The project checks its tables by other tools, and a table that the code fills is in none of their files.</summary>
internal sealed class NobodyChecks : Rule
{
    public NobodyChecks()
        : base(
            id: "DEA2020",
            severity: Severity.Medium,
            title: "A table that the code fills is checked by nobody",
            message: "Nobody checks the rows of {0}: no expectation suite and no dbt file names it, so a bad load is found in the reports",
            noFix: "What the rows must fulfil is for the team to say; a suite made of the code, to start with, is written by -p:DataEngEmit=gx")
    {
    }

    public override void Check(Stage stage, Findings findings)
    {
        foreach (var (write, suite) in stage.TablesThatNobodyChecks())
        {
            findings.Report(this, write.Write, write.Write.StatementPlace, write.Table.Quoted())
                .WrittenBy(write.Write)
                .Because("other tables are checked here", suite.Place)
                .Remedy("Write a suite for the table, or declare it in dbt with tests");
        }
    }
}
