using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Pipeline;

/// <summary>Finds what runs inside which transaction, in the order of the code.</summary>
internal sealed class Transactions
{
    private readonly PipelineContext _context;
    private readonly List<Transaction> _all = new();
    private readonly List<Transaction> _open = new();

    private Transactions(PipelineContext context) => _context = context;

    /// <summary>Attaches every operation to the transaction it runs in and returns all of them, the caller's included.</summary>
    public static ImmutableArray<Transaction> Attach(IReadOnlyList<DataOperation> operations, PipelineContext context)
    {
        var transactions = new Transactions(context);
        foreach (var operation in operations)
            transactions.Visit(operation);
        return transactions._all.ToImmutableArray();
    }

    private void Visit(DataOperation operation)
    {
        switch (operation.Action)
        {
            case DataAction.Begin:
                Begin(operation);
                break;
            case DataAction.Commit or DataAction.Finish when Find(_all, operation) is { } committed:
                committed.CommittedBy = operation;
                _open.Remove(committed);
                break;
            case DataAction.Rollback when Find(_all, operation) is { } rolledBack:
                RollBack(rolledBack, operation);
                break;
            case DataAction.EndScope:
                if (Find(_open, operation) is { } ended)
                    _open.Remove(ended);
                break;
            default:
                Join(operation);
                break;
        }
    }

    private void Begin(DataOperation operation)
    {
        var isText = operation.Statement is not null;
        var session = operation.Api.Is("kind", "scope") ? null : _context.Connections.SessionOf(operation.Call);
        var begun = new Transaction(operation, isText ? null : operation.Handle, session);
        _all.Add(begun);
        _open.Add(begun);
    }

    private void RollBack(Transaction transaction, DataOperation operation)
    {
        transaction.IsRolledBack = true;
        if (operation.Around.InHandler || operation.Around.IsConditional)
            return;
        transaction.IsRehearsal = true;
        _open.Remove(transaction);
    }

    private void Join(DataOperation operation)
    {
        operation.Transaction = _context.Enlistments.TransactionOf(operation.Call) is { } named
            ? Named(named)
            : Surrounding(operation);
        operation.Transaction?.Operations.Add(operation);
    }

    private Transaction? Named(Value transaction)
    {
        if (transaction.Operation.ConstantValue is { HasValue: true, Value: null } || _context.Values.HolderOf(transaction) is not { } holder)
            return null;
        if (_all.LastOrDefault(known => IsHeldBy(known, holder)) is { } begun)
            return begun;

        var callers = new Transaction(begin: null, holder, session: null);
        _all.Add(callers);
        return callers;
    }

    // Where the connections differ, or are known on one side only, the innermost open transaction counts as the one.
    private Transaction? Surrounding(DataOperation operation)
    {
        if (_open.Count == 0)
            return null;

        var session = _context.Connections.SessionOf(operation.Call);
        return _open.LastOrDefault(open => open.Session is null || session is null || _context.Sharing.MayBeOne(open.Session, session) || IsHeldBy(open, session));
    }

    // A SQL COMMIT names no handle: it ends the innermost SQL transaction. A context may commit for its transaction.
    private Transaction? Find(IReadOnlyList<Transaction> among, DataOperation end)
    {
        if (end.Statement is not null)
            return among.LastOrDefault(transaction => transaction is { Begin.Statement: not null, IsCommitted: false });
        if (among.LastOrDefault(transaction => IsHeldBy(transaction, end.Handle) || transaction.Begin?.Call.Operation == end.Call.Operation) is { } held)
            return held;
        return end.Action is DataAction.Commit or DataAction.Rollback && _context.Connections.SessionOf(end.Call) is { } session
            ? among.LastOrDefault(transaction => transaction is { IsCommitted: false, Session: { } own } && _context.Sharing.MayBeOne(own, session))
            : null;
    }

    private static bool IsHeldBy(Transaction transaction, ISymbol? holder) =>
        transaction.Holder is not null && SymbolEqualityComparer.Default.Equals(transaction.Holder, holder);
}
