using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Pipeline;

/// <summary>A transaction that a stage begins, or that its caller handed in.</summary>
internal sealed class Transaction
{
    public Transaction(DataOperation? begin, ISymbol? holder)
    {
        Begin = begin;
        Holder = holder;
    }

    /// <summary>The call that begins it; <see langword="null"/> for the caller's.</summary>
    public DataOperation? Begin { get; }

    /// <summary>The variable that holds it.</summary>
    public ISymbol? Holder { get; }

    /// <summary>What runs between begin and commit, in order.</summary>
    public List<DataOperation> Operations { get; } = new();

    public bool IsCommitted { get; set; }

    public bool IsRolledBack { get; set; }

    /// <summary>Handed to code the stage does not see (returned, stored, passed on): who commits is unknown.</summary>
    public bool Escapes { get; set; }
}
