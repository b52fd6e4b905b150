using System.Collections.Immutable;

namespace DataEngAnalyzers.Pipeline;

/// <summary>Why a method counts as pipeline code, or why not.</summary>
/// <param name="IsPipeline">True when the analyzer can show that data moves on a schedule, in bulk or from a source to a sink.</param>
/// <param name="Reasons">What decided it, the weightiest first; never empty.</param>
/// <param name="Runner">What runs the code.</param>
internal sealed record Scope(bool IsPipeline, ImmutableArray<Reason> Reasons, Runner Runner)
{
    /// <summary>The weightiest reason, as a clause for evidence.</summary>
    public string Why => Reasons[0].Clause;

    public HostKind Host => Runner.Kind;

    /// <summary>True for code that is shown to be something else: tests, migrations, seeds, web requests, windows. Code of which nothing is known is not.</summary>
    public bool IsOrdinary => !IsPipeline && (Host is HostKind.Test or HostKind.Migration or HostKind.Seed or HostKind.Request or HostKind.Screen || OnlyMarked);

    /// <summary>True when the options let only marked stages count.</summary>
    public bool OnlyMarked { get; init; }
}
