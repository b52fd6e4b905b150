using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Pipeline;

/// <summary>A transaction that a stage begins, or that its caller handed in.</summary>
internal sealed class Transaction
{
    public Transaction(DataOperation? begin, ISymbol? holder, ISymbol? session)
    {
        Begin = begin;
        Holder = holder;
        Session = session;
    }

    /// <summary>The call that begins it; <see langword="null"/> for the caller's.</summary>
    public DataOperation? Begin { get; }

    /// <summary>The variable that holds it; <see langword="null"/> for one that SQL text begins, or that nothing holds.</summary>
    public ISymbol? Holder { get; }

    /// <summary>The variable of the connection or context it belongs to; <see langword="null"/> when it is ambient or not known.</summary>
    public ISymbol? Session { get; }

    /// <summary>What runs between begin and commit, in order.</summary>
    public List<DataOperation> Operations { get; } = new();

    /// <summary>It covers every connection that is opened inside it, and no code names it.</summary>
    public bool IsAmbient => Begin is { } begin && begin.Api.Is("kind", "scope");

    /// <summary>The call that commits it, the last where paths part; <see langword="null"/> where none is seen.</summary>
    public DataOperation? CommittedBy { get; set; }

    public bool IsCommitted => CommittedBy is not null;

    public bool IsRolledBack { get; set; }

    /// <summary>Rolled back where nothing went wrong: a rehearsal, meant to leave nothing behind.</summary>
    public bool IsRehearsal { get; set; }
}
