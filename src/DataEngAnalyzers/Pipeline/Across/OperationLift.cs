using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DataEngAnalyzers.Knowledge;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Pipeline;

/// <summary>Lifts the operations of one method to rows about the method itself.</summary>
internal sealed class OperationLift
{
    private readonly ImmutableArray<Stage> _stages;
    private readonly SymbolName _symbol;
    private readonly ApiLibrary _library;
    private readonly PipelineContext _context;
    private readonly Func<SyntaxNode, IEnumerable<string>> _told;
    private readonly Signature _signature;
    private readonly Dictionary<(IOperation Fork, Frame? Frame, int? Nested), int> _forks = new();

    /// <param name="stages">The run of the method.</param>
    /// <param name="symbol">Its name.</param>
    /// <param name="context">What its project knows.</param>
    /// <param name="told">Ids of the rules that report in the member around a node.</param>
    public OperationLift(ImmutableArray<Stage> stages, SymbolName symbol, PipelineContext context, Func<SyntaxNode, IEnumerable<string>> told)
    {
        _stages = stages;
        _symbol = symbol;
        _library = SummaryLibrary.Of(context.Compilation.AssemblyName ?? string.Empty);
        _context = context;
        _told = told;
        _signature = new Signature(Run.Root, context);
    }

    private Run Run => _stages[0].Run;

    /// <summary>The rows in the order of the run; those that only prepare or tell something are left out.</summary>
    public ImmutableArray<SummaryRow> Rows()
    {
        var rows = ImmutableArray.CreateBuilder<SummaryRow>();
        HostText? text = null;
        foreach (var operation in Run.Operations.Where(IsTold))
        {
            // The reader finds every statement of a text again.
            if (operation.Text is null || operation.Text != text)
                rows.Add(RowOf(operation));
            text = operation.Text;
        }

        return rows.ToImmutable();
    }

    private bool IsTold(DataOperation operation) => operation.Action switch
    {
        DataAction.Read or DataAction.Write or DataAction.Update or DataAction.Delete or DataAction.Save or DataAction.ChangeSchema
            or DataAction.CallBack or DataAction.Commit or DataAction.Rollback or DataAction.Advance or DataAction.Validate or DataAction.RecordLineage => true,
        DataAction.Begin => operation.Statement is not null || IsCommitted(operation) || IsLeftToCaller(operation),
        DataAction.Other => operation.Text is not null,
        _ => false,
    };

    private bool IsCommitted(DataOperation begin) => Run.Transactions.Any(transaction => transaction.Begin == begin && transaction.IsCommitted);

    // What the method keeps or hands out is finished by somebody else; what it drops without a commit is its own business.
    private bool IsLeftToCaller(DataOperation begin) =>
        begin.Handle is IFieldSymbol or IPropertySymbol || Results.Of(Run.Root).Any(result => _context.Values.Resolve(result).Operation == begin.Call.Operation);

    private SummaryRow RowOf(DataOperation operation)
    {
        var stage = _stages.First(stage => stage.Operations.Contains(operation));
        var around = operation.Around;
        var isText = operation.Call.Api.Role == ApiRole.Sql || operation.Call.Api.Is("op", "sql");
        return new SummaryRow(_symbol, operation.Api.Role, _library, ValuesOf(operation), new OperationFacts
        {
            Runs = (operation.Api as Callback)?.Runs,
            Text = isText && operation.Text is { } text ? Template.Of(text, _signature) : null,
            Kind = operation.Dataset?.Kind ?? default,
            Name = !isText && operation.Dataset is { } dataset ? Template.Of(dataset, _signature) : null,
            RowType = operation.Dataset is null && !isText ? Signature.PartFor(_context.Datasets.RowTypeOf(operation.Call)) : null,
            Mode = isText ? WriteMode.Unknown : operation.Mode,
            Sink = isText ? Sink.None : operation.Sink,
            IsMany = operation.IsMany && !(isText && operation.Call["rows"] is null),
            Dialect = operation.Dialect,
            Loops = LoopsAround(around).Select(loop => new LoopFact(loop.Over, loop.Sequence is { } sequence ? _signature.ReferenceToRows(sequence) : null)).ToImmutableArray(),
            Branches = BranchesOf(around).ToImmutableArray(),
            IsConditional = around.IsConditional,
            IsRetried = around.Retry is not null,
            IsVerified = around.Retry is { IsVerified: true },
            Attempts = AttemptsOf(around).ToImmutableArray(),
            InHandler = around.InHandler,
            IsHandedToTransaction = stage.MayRunInTransaction(operation),
            IsChecked = stage.IsChecked(operation),
            IsMeant = stage.FiltersKnownRows(operation) || IsDeclared(operation),
            TouchesAll = !isText && stage.TouchesAllRows(operation),
            MakesRoom = !isText && operation.Action == DataAction.Delete && stage.MakesRoom(operation),
            IsTraced = stage.RecordsLineage(),
            Told = ToldOf(operation).Distinct().OrderBy(id => id, StringComparer.Ordinal).ToImmutableArray(),
        });
    }

    private bool IsDeclared(DataOperation operation) =>
        operation.Api is SummaryRow { Facts.IsMeant: true } || Attributes.HasAround(operation.Member, Attributes.AppendOnly) || Attributes.HasAround(Run.Root.Method, Attributes.AppendOnly);

    private IEnumerable<string> ToldOf(DataOperation operation)
    {
        IEnumerable<string> nested = operation.Api is SummaryRow { Facts.Told: var told } ? told : ImmutableArray<string>.Empty;
        return nested.Concat(_told(operation.Call.Operation.Syntax)).Concat(_told(Run.Root.Body.Syntax));
    }

    private ImmutableArray<KeyValuePair<string, string>> ValuesOf(DataOperation operation)
    {
        var role = RoleGrammar.WordOf(operation.Api.Role);
        var values = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>();
        foreach (var value in operation.Api.Values)
        {
            if (RoleGrammar.IsVocabulary(role, value.Key))
                values.Add(value);
            else if (ReferenceFor(value.Key, operation) is { } reference)
                values.Add(new KeyValuePair<string, string>(value.Key, reference));
        }

        if (operation.Api["transaction"] is null && operation.Transaction is { Begin: null } && TransactionOf(operation) is { } transaction && RoleGrammar.KeysOf(role).Contains("transaction"))
            values.Add(new KeyValuePair<string, string>("transaction", transaction));
        return values.ToImmutable();
    }

    private string? ReferenceFor(string key, DataOperation operation) => key switch
    {
        // The text, the dataset and the command of a call are facts; a connection of the object itself may be anybody's.
        "text" or "name" or "command" or "from" or "to" or "inner" or "finish" => null,
        "transaction" => TransactionOf(operation),
        "rows" => operation.Call["rows"] is { } rows ? _signature.ReferenceToRows(rows) : null,
        "connection" => _context.Connections.Of(operation.Call) is { } connection && _signature.ReferenceTo(connection) is { } reference && reference != Signature.This ? reference : null,
        _ => operation.Call[key] is { } value ? _signature.ReferenceTo(value) : null,
    };

    private string? TransactionOf(DataOperation operation) =>
        operation.Transaction is { Begin: null } && _context.Enlistments.TransactionOf(operation.Call) is { } transaction ? _signature.ReferenceTo(transaction) : null;

    private static IEnumerable<Loop> LoopsAround(Surroundings around)
    {
        for (var loop = around.Loop; loop is not null; loop = loop.Outer)
            yield return loop;
    }

    private IEnumerable<BranchFact> BranchesOf(Surroundings around)
    {
        for (var way = around.Branch; way is not null; way = way.Outer)
        {
            var fork = (way.Fork, way.Frame, way.Nested?.Number);
            if (!_forks.TryGetValue(fork, out var number))
                _forks.Add(fork, number = _forks.Count);
            yield return new BranchFact(number, way.Arm, way.Decides, way.IsMode && way.Decides == BranchOf.Call);
        }
    }

    private static IEnumerable<AttemptFact> AttemptsOf(Surroundings around)
    {
        for (var attempt = around.Attempt; attempt is not null; attempt = attempt.Outer)
        {
            yield return new AttemptFact(
                LoopsAround(new Surroundings { Loop = attempt.Loop }).Count(),
                attempt.Handlers.Select(handler => new HandlerFact(handler.IsGeneral, handler.Rethrows, handler.KeepsRow, handler.KnowsDuplicates)).ToImmutableArray());
        }
    }
}
