using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Pipeline;

/// <summary>A root method with everything it reaches: what happens to data, in order.</summary>
internal sealed class Stage
{
    private ImmutableArray<SchemaChange>? _schemaChanges;
    private ImmutableArray<PositionalUse>? _positionalUses;

    public Stage(IMethodSymbol root, Location nameLocation, ImmutableArray<DataOperation> operations, ImmutableArray<Transaction> transactions, Scope scope, PipelineContext context)
    {
        Root = root;
        NameLocation = nameLocation;
        Operations = operations;
        Transactions = transactions;
        Scope = scope;
        Context = context;
    }

    public IMethodSymbol Root { get; }

    /// <summary>The name of the root method, where findings about the whole stage stand.</summary>
    public Location NameLocation { get; }

    public ImmutableArray<DataOperation> Operations { get; }

    public ImmutableArray<Transaction> Transactions { get; }

    /// <summary>Why this is pipeline code, or why not.</summary>
    public Scope Scope { get; }

    public PipelineContext Context { get; }

    /// <summary>A name for messages: the method, or the type where the method is its entry point.</summary>
    public string Name => Root.Name is "<Main>$" ? "the program" : Root.MethodKind == MethodKind.Constructor ? Root.ContainingType.Name : Root.Name;

    /// <summary>True for the way up of a migration; the way down undoes and is no rule's business.</summary>
    public bool IsUpgrade => Scope.Host == HostKind.Migration && Root.Name != "Down";

    /// <summary>How the stage changes tables, in order.</summary>
    public ImmutableArray<SchemaChange> SchemaChanges => _schemaChanges ??= Pipeline.SchemaChanges.Of(this);

    /// <summary>True for tests and for work on behalf of one web request: no pipeline depends on it.</summary>
    public bool IsOutsidePipelines(DataOperation operation) =>
        Scope.Host is HostKind.Test or HostKind.Request || operation.Around.Host == HostKind.Request;

    /// <summary>True for code that is shown to be no pipeline: tests, migrations, seeds, windows, work on behalf of one web request.</summary>
    public bool IsOrdinary(DataOperation operation) => Scope.IsOrdinary || IsOutsidePipelines(operation);

    /// <summary>Where the stage matches columns by position.</summary>
    public ImmutableArray<PositionalUse> PositionalUses => _positionalUses ??= Pipeline.PositionalUses.Of(this);

    public IEnumerable<DataOperation> Reads => Of(DataAction.Read);

    public IEnumerable<DataOperation> Writes => Of(DataAction.Write);

    public IEnumerable<DataOperation> Of(DataAction action) => Operations.Where(operation => operation.Action == action);

    /// <summary>What may have run before an operation, in order; the other texts that the same call may run have not.</summary>
    public IEnumerable<DataOperation> Before(DataOperation later) => Operations.Where(operation => operation.Index < later.Index && !operation.IsInsteadOf(later));

    /// <summary>What may run after an operation, in order.</summary>
    public IEnumerable<DataOperation> After(DataOperation earlier) => Operations.Where(operation => operation.Index > earlier.Index && !operation.IsInsteadOf(earlier));
}
