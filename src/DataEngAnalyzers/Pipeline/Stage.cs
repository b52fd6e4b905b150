using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Pipeline;

/// <summary>A method with everything it does to one movement of rows, in order, seen inside the run that gets to it.</summary>
internal sealed class Stage
{
    private readonly ImmutableArray<DataOperation> _seen;
    private readonly Lazy<Migration?> _migration;
    private ImmutableArray<PositionalUse>? _positionalUses;
    private ImmutableArray<TableWrite>? _tableWrites;

    /// <param name="run">The run it is part of.</param>
    /// <param name="frame">Its method, as the run calls it.</param>
    /// <param name="nameLocation">The name of that method.</param>
    /// <param name="operations">What belongs to it.</param>
    /// <param name="enclosing">What belongs to the stages that call it.</param>
    /// <param name="scope">Why it is pipeline code, or why not.</param>
    /// <param name="context">What all stages share.</param>
    public Stage(Run run, Frame frame, Location nameLocation, ImmutableArray<DataOperation> operations, ImmutableArray<DataOperation> enclosing, Scope scope, PipelineContext context)
    {
        Run = run;
        Frame = frame;
        NameLocation = nameLocation;
        Operations = operations;
        _seen = enclosing.IsEmpty ? operations : operations.Concat(enclosing).OrderBy(operation => operation.Index).ToImmutableArray();
        Scope = scope;
        Context = context;
        _migration = new Lazy<Migration?>(() => Migrations.Of(this));
    }

    /// <summary>All that happens around the stage, too.</summary>
    public Run Run { get; }

    /// <summary>The call of its method.</summary>
    public Frame Frame { get; }

    public IMethodSymbol Root => Frame.Method;

    /// <summary>True when all of it was seen; of the rest of a stage that is cut off nobody knows what it makes good.</summary>
    public bool IsWhole => !Run.Unfinished.Contains(Frame);

    /// <summary>The name of the root method, where findings about the whole stage stand.</summary>
    public Location NameLocation { get; }

    /// <summary>What belongs to the stage itself.</summary>
    public ImmutableArray<DataOperation> Operations { get; }

    /// <summary>The transactions that the stage begins; those of its callers are theirs.</summary>
    public IEnumerable<Transaction> Transactions => Run.Transactions.Where(transaction => transaction.Begin is { } begin && Operations.Contains(begin));

    /// <summary>Why this is pipeline code, or why not.</summary>
    public Scope Scope { get; }

    public PipelineContext Context { get; }

    /// <summary>A name for messages: the method, or the type where the method is its entry point.</summary>
    public string Name => NameOf(Root);

    /// <summary>A name of a method for messages.</summary>
    public static string NameOf(IMethodSymbol method) => method.Name is "<Main>$" ? "the program" : method.MethodKind is MethodKind.Constructor or MethodKind.StaticConstructor ? method.ContainingType.Name : method.Name;

    /// <summary>The migration whose way up this is; <see langword="null"/> for other code. The way down undoes and is no rule's business.</summary>
    public Migration? Migration => _migration.Value;

    /// <summary>True for tests and for work on behalf of one web request: no pipeline depends on it.</summary>
    public bool IsOutsidePipelines(DataOperation operation) =>
        Scope.Host is HostKind.Test or HostKind.Request || operation.Around.Host == HostKind.Request;

    /// <summary>True for code that is shown to be no pipeline: tests, migrations, seeds, windows, work on behalf of one web request.</summary>
    public bool IsOrdinary(DataOperation operation) => Scope.IsOrdinary || IsOutsidePipelines(operation);

    /// <summary>Where the stage matches columns by position.</summary>
    public ImmutableArray<PositionalUse> PositionalUses => _positionalUses ??= Pipeline.PositionalUses.Of(this);

    /// <summary>What the stage writes into tables, for comparison with what other tools say of them.</summary>
    public ImmutableArray<TableWrite> TableWrites => _tableWrites ??= Pipeline.TableWrites.Of(this);

    public IEnumerable<DataOperation> Reads => Of(DataAction.Read);

    public IEnumerable<DataOperation> Writes => Of(DataAction.Write);

    public IEnumerable<DataOperation> Of(DataAction action) => Operations.Where(operation => operation.Action == action);

    /// <summary>What the stage may have done before an operation, in order; the other texts that the same call may run have not run.</summary>
    public IEnumerable<DataOperation> Before(DataOperation later) => Operations.TakeWhile(operation => operation.Index < later.Index).Where(operation => !operation.IsInsteadOf(later));

    /// <summary>What the stage may do after an operation, in order.</summary>
    public IEnumerable<DataOperation> After(DataOperation earlier) => Operations.SkipWhile(operation => operation.Index <= earlier.Index).Where(operation => !operation.IsInsteadOf(earlier));

    /// <summary>What this stage and those that call it did before; another stage of the run goes about its own rows.</summary>
    public IEnumerable<DataOperation> SeenBefore(DataOperation later) => _seen.TakeWhile(operation => operation.Index < later.Index).Where(operation => !operation.IsInsteadOf(later));
}
