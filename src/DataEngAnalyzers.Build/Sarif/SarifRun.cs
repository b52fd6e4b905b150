using System.Collections.Generic;

namespace DataEngAnalyzers.Build.Sarif;

/// <summary>What one compiler run left in a log, as far as it concerns this package.</summary>
internal sealed record SarifRun
{
    /// <summary>Name of the tool that wrote it.</summary>
    public string Tool { get; init; } = string.Empty;

    public RunContext Context { get; init; } = new();

    public IReadOnlyDictionary<string, SarifRule> Rules { get; init; } = new Dictionary<string, SarifRule>();

    /// <summary>In the order of the log; those of other analyzers are left out.</summary>
    public IReadOnlyList<SarifResult> Results { get; init; } = [];
}

/// <summary>Where a run happened. A log as the compiler writes it knows nothing of this; collecting adds it.</summary>
internal sealed record RunContext
{
    public string? Project { get; init; }

    /// <summary>The project's file, from the root of the sources; only for one that <c>dotnet run</c> starts.</summary>
    public string? Program { get; init; }

    /// <summary>Target framework.</summary>
    public string? Framework { get; init; }

    /// <summary>From which severity on a finding fails the build.</summary>
    public string? FailOn { get; init; }

    /// <summary>Who owns the project's jobs, for instance <c>team:warehouse</c>.</summary>
    public string? Owner { get; init; }

    /// <summary>Address of the repository.</summary>
    public string? Repository { get; init; }

    /// <summary>Commit that was built.</summary>
    public string? Revision { get; init; }
}

/// <summary>A rule as the log describes it.</summary>
internal sealed record SarifRule(string Id, string Title, string? Help, string? Level);

/// <summary>One finding, or one stage's facts.</summary>
internal sealed record SarifResult
{
    public required string Rule { get; init; }

    public string Level { get; init; } = "warning";

    public string Message { get; init; } = string.Empty;

    public bool Suppressed { get; init; }

    /// <summary>Where; <see langword="null"/> when it concerns no file.</summary>
    public SarifPlace? Place { get; init; }

    /// <summary>The sites of the evidence, in order.</summary>
    public IReadOnlyList<SarifPlace> Related { get; init; } = [];

    /// <summary>What the analyzer says beyond the message; keys begin with <c>dataeng.</c></summary>
    public IReadOnlyDictionary<string, string> Properties { get; init; } = new Dictionary<string, string>();

    public string? this[string property] => Properties.TryGetValue(property, out var value) ? value : null;
}

/// <summary>A range of a file, from 1.</summary>
/// <param name="File">With forward slashes; from the root of the sources once collected.</param>
/// <param name="Excerpt">The lines around it; only collected logs have it.</param>
internal sealed record SarifPlace(string File, int Line, int Column, int EndLine, int EndColumn, Excerpt? Excerpt = null);

/// <summary>Lines of a file.</summary>
/// <param name="Line">Number of the first.</param>
internal sealed record Excerpt(int Line, string Text);
