using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Pipeline;

/// <summary>What runs a method, as the code shows it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Shown">The base type, interface, attribute, method or name that says so; <see langword="null"/> where nothing does.</param>
/// <param name="Where">Where the code says so.</param>
internal sealed record Runner(HostKind Kind, ISymbol? Shown, Location Where)
{
    public static readonly Runner Unknown = new(HostKind.Unknown, Shown: null, Location.None);

    /// <summary>True when the host runs the code again after it has failed, without being told to: a queue delivers the message once more.</summary>
    public bool RunsAgain { get; init; }
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
