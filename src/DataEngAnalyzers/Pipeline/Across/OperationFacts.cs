using System.Collections.Immutable;
using DataEngAnalyzers.Sql;

namespace DataEngAnalyzers.Pipeline;

/// <summary>What is known of one operation inside a method of another project, beyond what a model row says. Plain data: holds no symbol.</summary>
internal sealed record OperationFacts
{
    /// <summary>The caller's code that it runs: a reference to the parameter with the delegate, or the id of a member that the caller's type overrides.</summary>
    public string? Runs { get; init; }

    /// <summary>The SQL it runs.</summary>
    public Template? Text { get; init; }

    /// <summary>What kind of dataset <see cref="Name"/> names.</summary>
    public DatasetKind Kind { get; init; }

    /// <summary>The dataset it names; <see langword="null"/> where SQL or a row type does, or nobody.</summary>
    public Template? Name { get; init; }

    /// <summary>The type parameter whose table it works on.</summary>
    public TemplatePart? RowType { get; init; }

    public WriteMode Mode { get; init; }

    public Sink Sink { get; init; }

    public bool IsMany { get; init; }

    public SqlDialect Dialect { get; init; }

    /// <summary>The loops around it inside the method, innermost first.</summary>
    public ImmutableArray<LoopFact> Loops { get; init; } = ImmutableArray<LoopFact>.Empty;

    /// <summary>The ways of forks it stands on inside the method, innermost first.</summary>
    public ImmutableArray<BranchFact> Branches { get; init; } = ImmutableArray<BranchFact>.Empty;

    public bool IsConditional { get; init; }

    public bool IsRetried { get; init; }

    public bool IsVerified { get; init; }

    /// <summary>The <c>try</c>s around it inside the method, innermost first.</summary>
    public ImmutableArray<AttemptFact> Attempts { get; init; } = ImmutableArray<AttemptFact>.Empty;

    public bool InHandler { get; init; }

    /// <summary>A transaction that nobody shows may be around it.</summary>
    public bool IsHandedToTransaction { get; init; }

    /// <summary>A look at what was processed before decides whether it runs.</summary>
    public bool IsChecked { get; init; }

    /// <summary>Its rows are known to be new, or its author says that every run adds them.</summary>
    public bool IsMeant { get; init; }

    /// <summary>It touches every row of its table; see <see cref="Extents"/>. What a text touches, the text says.</summary>
    public bool TouchesAll { get; init; }

    /// <summary>It removes rows so that others can take their place.</summary>
    public bool MakesRoom { get; init; }

    /// <summary>The method leaves a trace of where its rows come from.</summary>
    public bool IsTraced { get; init; }

    /// <summary>Ids of the rules that the method's own project hears about it.</summary>
    public ImmutableArray<string> Told { get; init; } = ImmutableArray<string>.Empty;
}

/// <summary>A loop inside a summarised method.</summary>
/// <param name="Over">What a turn handles.</param>
/// <param name="Sequence">Reference to what it goes over; <see langword="null"/> where the caller cannot name it.</param>
internal sealed record LoopFact(LoopOver Over, string? Sequence);

/// <summary>One way of a fork inside a summarised method.</summary>
/// <param name="Fork">The number of the fork in the method.</param>
/// <param name="Arm">Which of its ways.</param>
/// <param name="Decides">What the fork decides.</param>
/// <param name="IsMode">True on a way that leaves the others behind.</param>
internal sealed record BranchFact(int Fork, int Arm, BranchOf Decides, bool IsMode);

/// <summary>A <c>try</c> inside a summarised method.</summary>
/// <param name="LoopsOutside">How many loops of the method are around it.</param>
/// <param name="Handlers">What its handlers do.</param>
internal sealed record AttemptFact(int LoopsOutside, ImmutableArray<HandlerFact> Handlers);

/// <summary>A <c>catch</c> inside a summarised method; see <see cref="Handler"/>.</summary>
internal readonly record struct HandlerFact(bool IsGeneral, bool Rethrows, bool KeepsRow, bool KnowsDuplicates);
