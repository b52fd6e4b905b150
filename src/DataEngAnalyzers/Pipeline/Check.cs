namespace DataEngAnalyzers.Pipeline;

/// <summary>A condition that decided that an operation runs: an <c>if</c> around it, or one before it that leaves.</summary>
/// <param name="Condition">What was asked.</param>
/// <param name="First">Index of the first operation that asking took, such as a lookup.</param>
/// <param name="Next">Index after the last of them.</param>
/// <param name="Outer">The next condition outwards.</param>
internal sealed record Check(Value Condition, int First, int Next, Check? Outer);
