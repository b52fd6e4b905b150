using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Pipeline;

/// <summary>What a loop goes over.</summary>
internal enum LoopOver
{
    /// <summary>A handful of values known when the code was written.</summary>
    Constants,

    /// <summary>Rows, lines, messages: as many as the data has.</summary>
    Rows,

    /// <summary>Groups of rows; one turn handles many.</summary>
    Batches,

    /// <summary>Values of a collection that the code does not show to be data.</summary>
    Values,

    /// <summary>Nothing: it repeats until stopped, as a polling service does.</summary>
    Time,
}

/// <summary>A loop around an operation.</summary>
/// <param name="Over">What a turn handles.</param>
/// <param name="Where">The loop's keyword, or the call that takes the body.</param>
/// <param name="Frame">The call whose body holds it.</param>
/// <param name="Outer">The next loop outwards.</param>
internal sealed record Loop(LoopOver Over, Location Where, Frame Frame, Loop? Outer)
{
    /// <summary>What it goes over; <see langword="null"/> where no expression says.</summary>
    public Value? Sequence { get; init; }

    /// <summary>True when this loop or one around it goes over rows.</summary>
    public bool IsPerRow
    {
        get
        {
            for (var loop = this; loop is not null; loop = loop.Outer)
            {
                if (loop.Over is LoopOver.Rows)
                    return true;
                if (loop.Over is LoopOver.Batches)
                    return false;
            }

            return false;
        }
    }
}

/// <summary>A retry around an operation: a policy, an execution strategy, or a loop that tries until it works.</summary>
/// <param name="Where">The call or the loop's keyword.</param>
/// <param name="IsVerified">Before another attempt it asks whether the last one worked after all.</param>
internal sealed record Retry(Location Where, bool IsVerified = false);

/// <summary>A <c>try</c> around an operation, with what its handlers do.</summary>
internal sealed record Attempt(ImmutableArray<Handler> Handlers, Loop? Loop, Attempt? Outer);

/// <summary>Where an operation stands: what is around it, innermost first, over followed calls too.</summary>
internal sealed record Surroundings
{
    public static readonly Surroundings None = new();

    public Loop? Loop { get; init; }

    public Retry? Retry { get; init; }

    public Attempt? Attempt { get; init; }

    /// <summary>What runs the code here, where a lambda is handed to a host: a minimal-API handler.</summary>
    public Runner Runner { get; init; } = Runner.Unknown;

    public HostKind Host => Runner.Kind;

    /// <summary>True inside a <c>catch</c> or <c>finally</c>.</summary>
    public bool InHandler { get; init; }

    /// <summary>True when an <c>if</c>, <c>switch</c> or <c>?:</c> decides whether it runs.</summary>
    public bool IsConditional { get; init; }

    /// <summary>True inside a delegate that its taker runs in a transaction, as the taker's name says.</summary>
    public bool IsHandedToTransaction { get; init; }

    /// <summary>The ways of the forks it stands on, innermost first.</summary>
    public Branch? Branch { get; init; }

    /// <summary>The condition that let it run, innermost first.</summary>
    public Check? Check { get; init; }
}
