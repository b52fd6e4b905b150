using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>What a fork decides.</summary>
internal enum BranchOf
{
    /// <summary>Whether a call runs.</summary>
    Call,

    /// <summary>Which text it runs.</summary>
    Text,

    /// <summary>Which text it runs in one turn of a loop; each has its turn.</summary>
    Turn,
}

/// <summary>One way of an <c>if</c> or <c>switch</c> that an operation stands on.</summary>
/// <param name="Fork">The statement or expression that decides.</param>
/// <param name="Arm">Which of its ways.</param>
/// <param name="Outer">The next fork outwards.</param>
internal sealed record Branch(IOperation Fork, int Arm, Branch? Outer)
{
    /// <summary>What the fork decides.</summary>
    public BranchOf Decides { get; init; }

    /// <summary>The call in which it decides: the same fork of another call decides anew.</summary>
    public Frame? Frame { get; init; }

    /// <summary>Which fork it is, where it lies inside a method of another project and <see cref="Fork"/> is the call of that.</summary>
    public NestedFork? Nested { get; init; }

    /// <summary>True on a way that leaves behind what it did: one mode of several, chosen by the caller.</summary>
    public bool IsMode => Decides != BranchOf.Call
        || Nested is { IsMode: true }
        || (Fork is IConditionalOperation { WhenTrue: var taken } ? Arm == 0 && Flow.Leaves(taken) : Fork is ISwitchOperation or ISwitchExpressionOperation);

    /// <summary>Which way of a fork is taken here; <see langword="null"/> where the fork does not lie on the way.</summary>
    public static int? ArmOf(IOperation fork, Branch? ways)
    {
        for (var way = ways; way is not null; way = way.Outer)
        {
            if (way.Fork == fork)
                return way.Arm;
        }

        return null;
    }

    /// <summary>True when no run takes both ways: they part at one fork.</summary>
    public static bool Exclude(Branch? one, Branch? other)
    {
        for (var mine = one; mine is not null; mine = mine.Outer)
        {
            for (var theirs = other; theirs is not null; theirs = theirs.Outer)
            {
                if (mine.Fork == theirs.Fork && mine.Nested?.Number == theirs.Nested?.Number && mine.Frame == theirs.Frame && mine.Arm != theirs.Arm && mine.Decides != BranchOf.Turn)
                    return true;
            }
        }

        return false;
    }
}

/// <summary>A fork inside a method of another project.</summary>
/// <param name="Number">Tells the forks of the method apart.</param>
/// <param name="IsMode">See <see cref="Branch.IsMode"/>.</param>
internal sealed record NestedFork(int Number, bool IsMode);
