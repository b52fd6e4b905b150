using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Pipeline;

/// <summary>Finds what runs inside which transaction, in the order of the code.</summary>
internal static class Transactions
{
    /// <summary>Attaches every operation to the transaction it runs in and returns all of them, the caller's included.</summary>
    public static ImmutableArray<Transaction> Attach(IReadOnlyList<DataOperation> operations, Values values)
    {
        var all = ImmutableArray.CreateBuilder<Transaction>();
        var open = new List<Transaction>();
        foreach (var operation in operations)
        {
            switch (operation.Action)
            {
                case DataAction.Begin:
                    var begun = new Transaction(operation, operation.Handle) { Escapes = operation.Handle is not (null or ILocalSymbol) };
                    all.Add(begun);
                    open.Add(begun);
                    break;
                case DataAction.Commit or DataAction.Finish when Find(all, operation) is { } committed:
                    committed.IsCommitted = true;
                    open.Remove(committed);
                    break;
                case DataAction.Rollback when Find(all, operation) is { } rolledBack:
                    rolledBack.IsRolledBack = true;
                    if (!operation.Around.InHandler && !operation.Around.IsConditional)
                        open.Remove(rolledBack);
                    break;
                case DataAction.EndScope when Find(open, operation) is { } ended:
                    open.Remove(ended);
                    break;
                default:
                    Join(operation, open, all, values);
                    break;
            }
        }

        return all.ToImmutable();
    }

    private static void Join(DataOperation operation, List<Transaction> open, ImmutableArray<Transaction>.Builder all, Values values)
    {
        if (open.Count > 0)
        {
            operation.Transaction = open[open.Count - 1];
        }
        else if (operation.Call["transaction"] is { } passed && values.HolderOf(passed) is (IParameterSymbol or IFieldSymbol or IPropertySymbol) and var holder)
        {
            operation.Transaction = all.FirstOrDefault(known => SymbolEqualityComparer.Default.Equals(known.Holder, holder));
            if (operation.Transaction is null)
                all.Add(operation.Transaction = new Transaction(begin: null, holder));
        }

        operation.Transaction?.Operations.Add(operation);
    }

    // A SQL COMMIT names no handle: it ends the innermost SQL transaction.
    private static Transaction? Find(IEnumerable<Transaction> among, DataOperation end) => end.Statement is not null
        ? among.LastOrDefault(transaction => transaction is { Begin.Statement: not null, IsCommitted: false })
        : among.LastOrDefault(transaction => transaction.Holder is not null && SymbolEqualityComparer.Default.Equals(transaction.Holder, end.Handle));
}
