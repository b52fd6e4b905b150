using System.Linq;
using DataEngAnalyzers.Sql;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Pipeline;

/// <summary>Transactions that change data and that nothing ever commits.</summary>
internal static class Commitments
{
    /// <summary>
    /// True when no path commits the transaction although rows change inside it, and the rollback at its end is not meant as a
    /// rehearsal.
    /// </summary>
    public static bool IsNeverCommitted(this Stage stage, Transaction transaction) =>
        transaction is { Begin: { } begin, IsCommitted: false, IsRehearsal: false }
        && transaction.Operations.Any(operation => operation.ChangesData)
        && !stage.Run.IsCutOff
        && (begin.Statement is null
            ? !(transaction.IsAmbient && AmbientScopes.MaySuppress(transaction)) && stage.IsNeverFinished(begin)
            : IsLeftOpen(stage, transaction, begin));

    /// <summary>The first thing the transaction changes that has a name, for messages.</summary>
    public static Dataset? Changed(this Transaction transaction) =>
        transaction.Operations.FirstOrDefault(operation => operation is { ChangesData: true, Dataset: not null })?.Dataset;

    // BEGIN as text: another method may send the COMMIT, and text out of sight may hold it.
    private static bool IsLeftOpen(Stage stage, Transaction transaction, DataOperation begin) =>
        transaction.Operations.Any(operation => operation.ChangesData && SymbolEqualityComparer.Default.Equals(operation.Member, begin.Member))
        && !transaction.IsRolledBack
        && !stage.Run.MayFollow(begin, later => later.Action == DataAction.Other && later.Statement is null or { Kind: SqlStatementKind.Unknown or SqlStatementKind.Call });
}
