using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Pipeline;
using DataEngAnalyzers.Sql;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DataEngAnalyzers.CodeFixes.Reliability;

/// <summary>Ends a text that begins a transaction with the COMMIT it lacks. Offered where the same text holds all that the transaction changes.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CommitInTextFix))]
public sealed class CommitInTextFix() : DataEngFix("DEA1015")
{
    /// <inheritdoc/>
    protected override bool ChangesData => true;

    /// <inheritdoc/>
    protected override IEnumerable<PlannedFix> Plan(Diagnostic diagnostic, FixScene scene)
    {
        foreach (var site in scene.SitesAt(diagnostic))
        {
            if (site.Operation is not { Action: DataAction.Begin, Statement: not null, Text: { } text } begin
                || site.Stage.Transactions.FirstOrDefault(transaction => transaction.Begin == begin) is not { } transaction
                || transaction.Operations.Any(operation => operation.ChangesData && operation.Call.Operation != begin.Call.Operation))
                continue;

            var sql = text.Text.Text.TrimEnd();
            if (LiteralEdits.Of(text, [new SqlEdit(new SqlSpan(sql.Length, 0), sql.EndsWith(";", System.StringComparison.Ordinal) ? " COMMIT;" : "; COMMIT")], scene) is { } changes)
                yield return new PlannedFix(nameof(CommitInTextFix), "Commit the transaction, so that its changes are kept", changes);
        }
    }
}
