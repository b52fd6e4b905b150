using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Pipeline;

/// <summary>What one start of a root does to data, in order, over every class it gets to. Its stages share this order.</summary>
internal sealed class Run
{
    public Run(Frame root, Location nameLocation, ImmutableArray<DataOperation> operations, ImmutableArray<Transaction> transactions)
    {
        Root = root;
        NameLocation = nameLocation;
        Operations = operations;
        Transactions = transactions;
    }

    public Frame Root { get; }

    /// <summary>The name of the root.</summary>
    public Location NameLocation { get; }

    /// <summary>All operations; an operation's index is its place here.</summary>
    public ImmutableArray<DataOperation> Operations { get; }

    public ImmutableArray<Transaction> Transactions { get; }

    /// <summary>The bodies under way where the run became too much to follow; empty when all of it was seen.</summary>
    public IReadOnlyCollection<Frame> Unfinished { get; init; } = [];

    /// <summary>True when the run goes on after what is seen of it.</summary>
    public bool IsCutOff => Unfinished.Count > 0;

    /// <summary>True when an operation that matches is part of the run, or may be where that is out of sight.</summary>
    public bool MayHold(Func<DataOperation, bool> matches) => IsCutOff || Operations.Any(matches);

    /// <summary>True when an operation that matches runs after another one, or may do so where the run is out of sight.</summary>
    public bool MayFollow(DataOperation earlier, Func<DataOperation, bool> matches) => IsCutOff || After(earlier).Any(matches);

    /// <summary>What may have run before an operation, in whatever stage.</summary>
    public IEnumerable<DataOperation> Before(DataOperation later) => Operations.Take(later.Index).Where(operation => !operation.IsInsteadOf(later));

    /// <summary>What may run after an operation, in whatever stage.</summary>
    public IEnumerable<DataOperation> After(DataOperation earlier) => Operations.Skip(earlier.Index + 1).Where(operation => !operation.IsInsteadOf(earlier));
}
