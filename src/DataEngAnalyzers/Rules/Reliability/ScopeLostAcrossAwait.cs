using System.Linq;
using DataEngAnalyzers.Pipeline;

namespace DataEngAnalyzers.Rules.Reliability;

/// <summary>An ambient transaction stays on the thread that opened it; what runs after an await is outside of it.</summary>
internal sealed class ScopeLostAcrossAwait : Rule
{
    public ScopeLostAcrossAwait()
        : base(
            id: "DEA1016",
            severity: Severity.High,
            title: "A TransactionScope does not follow its await",
            message: "{0} is written outside the transaction: the scope does not flow across await, and disposing it on another thread throws")
    {
    }

    public override void Check(Stage stage, Findings findings)
    {
        foreach (var scope in stage.Transactions.Where(transaction => transaction.Operations.Any(operation => operation.ChangesData)))
        {
            if (AmbientScopes.LostAt(scope) is not { } awaited || stage.IsOutsidePipelines(scope.Begin!))
                continue;

            findings.Report(this, scope.Begin!, scope.Changed().Quoted())
                .About(scope.Changed())
                .Because("the scope is lost at this await", awaited)
                .Remedy("Let the scope flow: TransactionScopeAsyncFlowOption.Enabled");
        }
    }
}
