namespace DataEngAnalyzers.Pipeline;

/// <summary>Why a method counts as pipeline code, or why not.</summary>
/// <param name="IsPipeline">True when the analyzer can show that data moves on a schedule, in bulk or from a source to a sink.</param>
/// <param name="Why">The reason, as a clause for evidence.</param>
/// <param name="Host">What runs the code.</param>
internal sealed record Scope(bool IsPipeline, string Why, HostKind Host)
{
    /// <summary>True for code that is shown to be something else: tests, migrations, seeds, web requests, windows. Code of which nothing is known is not.</summary>
    public bool IsOrdinary => !IsPipeline && (Host is HostKind.Test or HostKind.Migration or HostKind.Seed or HostKind.Request or HostKind.Screen || OnlyMarked);

    /// <summary>True when the options let only marked stages count.</summary>
    public bool OnlyMarked { get; init; }
}

/// <summary>What runs a method.</summary>
internal enum HostKind
{
    Unknown,

    /// <summary>Timer, job scheduler, background service.</summary>
    Scheduled,

    /// <summary>A queue or topic hands it messages.</summary>
    Message,

    /// <summary>A web request or a hub call.</summary>
    Request,

    /// <summary>A window, page or control: a person looks at what it reads.</summary>
    Screen,

    /// <summary>The process's entry point.</summary>
    Console,

    Test,
    Migration,
    Seed,
}
