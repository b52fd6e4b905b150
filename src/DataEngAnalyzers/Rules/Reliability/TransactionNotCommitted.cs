using System.Linq;
using DataEngAnalyzers.Pipeline;

namespace DataEngAnalyzers.Rules.Reliability;

/// <summary>Work that a transaction takes back at its end: nothing commits it, or a command was left out of it.</summary>
internal sealed class TransactionNotCommitted : Rule
{
    public TransactionNotCommitted()
        : base(
            id: "DEA1015",
            severity: Severity.Critical,
            title: "A transaction is never committed, or a command is left out of it",
            message: "{0} keeps nothing of this run: {1}")
    {
    }

    public override void Check(Stage stage, Findings findings)
    {
        foreach (var transaction in stage.Transactions.Where(stage.IsNeverCommitted))
        {
            var begin = transaction.Begin!;
            if (stage.IsOutsidePipelines(begin))
                continue;

            findings.Report(this, begin, transaction.Changed().Quoted(), "the transaction begun here is never committed")
                .About(transaction.Changed())
                .Because("this is rolled back", transaction.Operations.First(operation => operation.ChangesData).Location)
                .ForFix("finish", begin.Api["finish"] ?? string.Empty)
                .Remedy("Commit after the last write");
        }

        foreach (var operation in stage.Operations.Where(operation => operation.Transaction is not null))
        {
            if (stage.IsOutsidePipelines(operation) || stage.Context.Enlistments.MissingIn(operation) is not { } loose)
                continue;

            findings.Report(this, loose.NameLocation, operation.Member, operation.Dataset.Quoted(), "the command is left out of the transaction pending on its connection, so it fails")
                .About(operation.Dataset)
                .Because("the transaction begins here", operation.Transaction!.Begin!.Location)
                .ForFix("transaction", operation.Transaction.Holder?.Name ?? string.Empty)
                .Remedy("Attach the command to the transaction");
        }
    }
}
